import Analysis
import Diagnostics
import Populations
import RateBooks
public import Scenarios
import Units

/// Every table a scenario asks for.
public struct Report: Sendable {
  public let title: String
  public let seed: UInt64
  public let currency: String
  /// The year of the first month.
  public let year: Int
  /// The first and the last month.
  public let period: String
  public let tables: [Table]
  private let municipalities: [String]

  /// Runs whatever the tables need.
  ///
  /// - Throws: `Faults` when the scenario is wrong, `Refusal` when it has no answer.
  public init(of file: ScenarioFile) throws {
    let comparison = try Comparison(of: file)
    let scenario = comparison.scenario
    title = scenario.title
    seed = scenario.seed
    currency = scenario.law.currency
    year = scenario.from.year
    let last = scenario.from.advanced(by: scenario.months - 1)
    period = "\(scenario.from)/\(last)"
    municipalities = scenario.municipalities.map(\.name)
    let builder = TableBuilder(file: file, comparison: comparison)
    tables = try builder.tables()
  }

  func subtitle(in wording: Wording) -> String {
    wording.sentence(
      Phrase(
        "subtitle",
        [
          "period": .text(period), "currency": .text(currency), "seed": .text("\(seed)"),
          "municipalities": .text(municipalities.joined(separator: ", ")),
        ]))
  }
}
