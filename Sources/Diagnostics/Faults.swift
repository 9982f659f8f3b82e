/// Everything found wrong in one reading, so that an author mends a file in one go.
public struct Faults: Error, Sendable, CustomStringConvertible {
  /// In the order of the file, each once.
  public let diagnostics: [Diagnostic]

  public init(_ diagnostics: [Diagnostic]) {
    var seen: Set<Diagnostic> = []
    self.diagnostics =
      diagnostics
      .filter { seen.insert($0).inserted }
      .sorted { $0.position < $1.position }
  }

  public init(_ what: String, at position: SourcePosition, help: String? = nil) {
    self.init([Diagnostic(what, at: position, help: help)])
  }

  public var description: String { diagnostics.map(\.description).joined(separator: "\n") }
}
