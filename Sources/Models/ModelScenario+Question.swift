import Diagnostics
public import Documents
public import RateBooks
public import Reports
public import Scenarios
public import Work

/// What do payment models pay practices, side by side?
extension ModelScenario: Question {
  /// The rules are the file's own.
  public static let reader: RateBook.Reader? = nil
  public static let knownTables = TableName.ofModels
  public static let layout = grammar.layout

  public static let isNotSwept: (why: String, help: String)? = (
    "compares payment models, which have no runs",
    "give a scenario of a nation's year or of arrivals; models take 'low' and 'high'"
  )

  /// No other kind names payers, so that whoever misspells 'models' is told so.
  public static func isAsked(by document: Node) -> Bool {
    document["models"] != nil || document["payers"] != nil
  }

  public static func grammar(reading book: RateBook?, layers: [String]) -> Grammar<Self> {
    grammar
  }

  public static func check(_ file: ScenarioFile, varying isVaried: Bool) throws {
    _ = try ModelComparison(of: file)
  }

  /// Payment models are compared by arithmetic alone: nothing is drawn, so there is no seed.
  public static func report(on file: ScenarioFile, by workers: Workers) throws -> Report {
    let comparison = try ModelComparison(of: file)
    let scenario = comparison.scenario
    return Report(
      title: scenario.title, seed: 0, currency: scenario.jurisdiction.currency, year: scenario.year,
      period: String(scenario.year),
      head: Phrase("subtitle-models", ["municipalities": .text(scenario.jurisdiction.name)]),
      tables: try ModelTables(comparison: comparison).tables())
  }

  public static func explanation(
    of list: String, person: Int?, in file: ScenarioFile, by workers: Workers
  ) throws -> String {
    throw Refusal(
      "payment models have no lists to follow",
      help: "takst run \(file.path) --table model-payments shows each component")
  }
}
