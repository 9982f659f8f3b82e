public import Diagnostics

/// Tables with what all of them are about, before a writer makes text or data of them.
public struct Report: Sendable {
  public let title: String
  /// Zero where nothing is drawn.
  public let seed: UInt64
  public let currency: String
  /// The year of the first month.
  public let year: Int
  /// The first and the last month, a year, or a day.
  public let period: String
  public var tables: [Table]
  /// What the files say that nothing reads.
  public var notices: [Notice] = []
  /// What was asked for and is not among the tables.
  public var leftOut: [LeftOut] = []
  /// The line under the title: where, when, in which money.
  private let head: Phrase

  /// - Parameters:
  ///   - title: What the scenario is called.
  ///   - seed: Of its random numbers.
  ///   - currency: Of its amounts.
  ///   - year: Of its first month.
  ///   - period: Its first and last month, its year, or its day.
  ///   - head: The line under the title, whose gaps for period, currency and seed are filled here.
  ///   - tables: What is shown.
  package init(
    title: String, seed: UInt64, currency: String, year: Int, period: String, head: Phrase,
    tables: [Table]
  ) {
    (self.title, self.seed, self.currency) = (title, seed, currency)
    (self.year, self.period, self.head, self.tables) = (year, period, head, tables)
  }

  func subtitle(in wording: Wording) -> String {
    let common: [String: Cell] = [
      "period": .text(period), "currency": .text(currency), "seed": .text("\(seed)"),
    ]
    return wording.sentence(Phrase(head.key, head.gaps.merging(common) { own, _ in own }))
  }
}
