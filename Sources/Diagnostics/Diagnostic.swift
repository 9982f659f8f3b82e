/// One thing wrong with an input file: what, where, and how to mend it.
///
/// The description is the whole message and has the shape every editor can follow:
///
/// ```
/// Scenarios/reform.yaml:14:9: error: 'uptake' is 70; it takes a share in 0...1
///   help: for 70 percent, write 0.7
/// ```
public struct Diagnostic: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong: the offending value, then the rule it breaks. No capital, no full stop.
  public var what: String
  public var position: SourcePosition
  /// The edit that mends it, as an instruction, or `nil` when no single edit is likely.
  public var help: String?

  public init(_ what: String, at position: SourcePosition, help: String? = nil) {
    (self.what, self.position, self.help) = (what, position, help)
  }

  public var description: String {
    let error = "\(position): error: \(what.withSymbols())"
    guard let help else { return error }
    return "\(error)\n  help: \(help.withSymbols())"
  }
}
