/// Something in a sound file that does nothing, or not what its author may expect: a line that no
/// contact, list or day of the run reads, a value that equals the baseline's.
///
/// No fault: the run is right, and the reader is told. The description has the shape of a
/// ``Diagnostic``:
///
/// ```
/// july.yaml:6:9: note: 'copay-ceiling' begins on 2024-01-01, after the year 2023; it has no effect here
///   help: let it begin within the year, or run a later one
/// ```
public struct Notice: Hashable, Sendable, CustomStringConvertible {
  /// What is so. No capital, no full stop.
  public var what: String
  public var position: SourcePosition
  /// What its author probably wants instead, as an instruction; `nil` when that is not clear.
  public var help: String?

  public init(_ what: String, at position: SourcePosition, help: String? = nil) {
    (self.what, self.position, self.help) = (what, position, help)
  }

  public var description: String {
    let note = "\(position): note: \(what.withSymbols())"
    guard let help else { return note }
    return "\(note)\n  help: \(help.withSymbols())"
  }
}

extension [Notice] {
  /// In the order of the files, each once.
  public var inOrder: [Notice] {
    var seen: Set<Notice> = []
    return filter { seen.insert($0).inserted }.sorted { $0.position < $1.position }
  }
}
