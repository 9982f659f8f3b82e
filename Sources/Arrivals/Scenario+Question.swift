public import Diagnostics
public import Documents
import Practices
public import RateBooks
public import Reports
public import Scenarios
import Units
public import Work

/// Persons gain a right to a practitioner: what does it cost whom?
extension Scenario: Question {
  public static let reader: RateBook.Reader? = .arrivals
  public static let knownTables = TableName.ofArrivals
  public static let layout = grammar(reading: nil).layout

  public static func isAsked(by document: Node) -> Bool { document["arrivals"] != nil }

  public static func check(_ file: ScenarioFile, varying isVaried: Bool) throws {
    let scenario = try file.scenario()
    try file.checkOccupancy(of: scenario.lists, isVaried)
    _ = try file.lists(of: scenario)
  }

  public static func notices(of file: ScenarioFile) throws -> [Notice] {
    let scenario = try file.scenario()
    let months = (0..<scenario.months).map { scenario.from.advanced(by: $0) }
    let lists = try ListNotices(of: scenario.lists, under: scenario.law, in: months) {
      try file.lists(of: scenario)
    }
    return file.absentTables + lists.notices
  }

  public static func report(on file: ScenarioFile, by workers: Workers) throws -> Report {
    let comparison = try Comparison(of: file)
    let scenario = comparison.scenario
    let names = scenario.municipalities.map(\.name).joined(separator: ", ")
    return Report(
      about: scenario, head: Phrase("subtitle", ["municipalities": .text(names)]),
      tables: try TableBuilder(file: file, comparison: comparison, workers: workers).tables())
  }

  public static func explanation(
    of list: String, person: Int?, in file: ScenarioFile, by workers: Workers
  ) throws -> String {
    try file.refuse(person: person)
    return try Explanation(of: file, list: list).text()
  }
}

extension Report {
  /// Tables about arrivals on lists.
  package init(about scenario: Scenario, head: Phrase, tables: [Table]) {
    let last = scenario.from.advanced(by: scenario.months - 1)
    self.init(
      title: scenario.title, seed: scenario.seed, currency: scenario.law.currency,
      year: scenario.from.year, period: "\(scenario.from)/\(last)", head: head, tables: tables)
  }
}
