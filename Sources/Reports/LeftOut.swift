/// Tables that were asked for and cannot be made of one of the reforms.
public struct LeftOut: Sendable {
  /// The reform.
  public var proposal: String
  public var tables: [String]
  /// Why.
  public var reason: Phrase

  package init(proposal: String, tables: [String], reason: Phrase) {
    (self.proposal, self.tables, self.reason) = (proposal, tables, reason)
  }

  /// One sentence for people: which tables, and why.
  ///
  /// - Parameter wording: The reader's language.
  /// - Returns: The sentence.
  public func sentence(in wording: Wording) -> String {
    let names = tables.joined(separator: ", ")
    return wording.sentence(
      Phrase(
        "left-out", ["tables": .text(names), "reason": .phrase(reason)]))
  }
}
