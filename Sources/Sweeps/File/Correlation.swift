public import Diagnostics
import Documents
public import Units

/// Two factors that go together.
public struct Correlation: Sendable {
  public var between: [Located<String>]
  /// Spearman's rank correlation, between -1 and 1 and neither.
  public var rank: Ratio
  public var position: SourcePosition

  private enum Keys {
    static let between = Key(
      "between", Grammar<[Located<String>]>.list(of: Grammar<String>.text.located),
      "the paths of two factors")
    static let rank = Key("rank", Grammar.number(in: -1...1), "Spearman's rank correlation")
  }

  static let grammar = Grammar<[Correlation]>.list(
    of: .record("a correlation", keys: [Keys.between.required, Keys.rank.required]) {
      record, log in
      let between = record[Keys.between]
      guard between.count == 2, between[0].value != between[1].value else {
        log.add(
          "the correlation is not between two factors", at: record.position,
          help: "write 'between' with two different paths")
        return nil
      }
      guard abs(record[Keys.rank].double) < 1 else {
        log.add(
          "with a rank of \(record[Keys.rank]) one factor follows from the other, and neither varies for "
            + "itself", at: record.position,
          help: "write \(record[Keys.rank] > .zero ? "" : "-")0.99, or vary one of them alone")
        return nil
      }
      return Correlation(between: between, rank: record[Keys.rank], position: record.position)
    })
}
