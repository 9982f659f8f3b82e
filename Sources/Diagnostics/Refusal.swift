/// Why a correct input has no answer: the law has a gap, a target cannot be reached.
///
/// Not for mistakes in a file (``Faults``) and not for bugs (`precondition`).
public struct Refusal: Error, Hashable, Sendable, CustomStringConvertible {
  /// What could not be computed, and why. No capital, no full stop.
  public var what: String
  /// What the user can do about it.
  public var help: String?

  public init(_ what: String, help: String? = nil) {
    (self.what, self.help) = (what, help)
  }

  public var description: String {
    guard let help else { return "refused: \(what.withSymbols())" }
    return "refused: \(what.withSymbols())\n  help: \(help.withSymbols())"
  }
}
