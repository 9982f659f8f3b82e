public import Diagnostics
public import Documents
import Practices
public import RateBooks
public import Reports
public import Scenarios
import Simulation
import Units
public import Work

/// A nation's year: who pays what, who receives what, and does it meet the accounts?
extension NationalScenario: Question {
  public static let reader: RateBook.Reader? = .nation
  public static let knownTables = TableName.ofNations
  public static let layout = grammar(reading: nil).layout

  /// Of those who state a year or a population, payment models and plans of capacities are asked first.
  public static func isAsked(by document: Node) -> Bool {
    document["population"] != nil || document["year"] != nil
  }

  public static func check(_ file: ScenarioFile, varying isVaried: Bool) throws {
    let scenario = try file.nationalScenario()
    try ScenarioFile.checkAll([
      { try file.checkGoals() },
      { try file.checkCalibration(onlyOwn: true) },
      // What it is compared with must be one itself.
      { _ = try file.baseline.nationalScenario() },
      {
        try file.checkOccupancy(of: scenario.lists, isVaried)
        _ = try file.nation(of: scenario)
      },
    ])
  }

  public static func notices(of file: ScenarioFile) throws -> [Notice] {
    let scenario = try file.nationalScenario()
    // A base that has faults of its own is told when it is read itself.
    var law = LawNotices(scenario, of: file, after: try? file.base?.nationalScenario())
    law.lookAtProposals()
    let months = (1...12).map { Month(year: scenario.year, number: $0) }
    let lists = try ListNotices(of: scenario.lists, under: scenario.law, in: months) {
      try file.nation(of: scenario).lists
    }
    return try file.unpaidClaims() + law.notices + SettingNotices(scenario, of: file).notices
      + lists.notices
      + scenario.scopeNotices.filter { $0.position.file == file.path }
  }

  public static func report(on file: ScenarioFile, by workers: Workers) throws -> Report {
    let settled = try SettledYear(of: file, workers: workers)
    var tables = NationalTables(file: settled.file, run: settled.run).tables()
    if !tables.isEmpty { tables[0].notes += settled.solved.missedNotes }
    return Report(about: settled.run, tables: tables)
  }

  public static func explanation(
    of list: String, person: Int?, in file: ScenarioFile, by workers: Workers
  ) throws -> String {
    try NationalExplanation(of: file, list: list, person: person, workers: workers).text()
  }
}

extension Report {
  /// Tables about a nation's year.
  fileprivate init(about run: NationalRun, tables: [Table]) {
    self.init(
      about: run.scenario, municipalities: run.year.nation.municipalities.count, tables: tables)
  }

  private init(about scenario: NationalScenario, municipalities: Int, tables: [Table]) {
    self.init(
      about: scenario, head: Phrase("subtitle-nation", ["municipalities": .count(municipalities)]),
      tables: tables)
  }

  package init(about scenario: NationalScenario, head: Phrase, tables: [Table]) {
    self.init(
      title: scenario.title, seed: scenario.seed, currency: scenario.law.currency,
      year: scenario.year, period: String(scenario.year), head: head, tables: tables)
  }

  /// What a calibration came to.
  ///
  /// - Throws: `Faults` and `Refusal` as reading its file does.
  package init(of calibration: Calibration) throws {
    let scenario = try calibration.file.nationalScenario()
    let nation = try calibration.file.nation(of: scenario)
    self.init(
      about: scenario, municipalities: nation.municipalities.count, tables: [calibration.table])
  }

  /// Reforms beside their baseline.
  ///
  /// - Parameters:
  ///   - comparison: The years.
  ///   - names: The tables to make; those that say nothing are left out.
  /// - Throws: `Refusal` when the law has a gap.
  package init(of comparison: ReformComparison, tables names: [TableName]) throws {
    let tables = ReformTables(comparison: comparison)
    self.init(about: comparison.baseline, tables: try tables.tables(names))
    leftOut = tables.leftOut(of: names)
  }

  /// Numbers found for the goals of a file.
  package init(of solution: Solution) {
    self.init(about: solution.run, tables: [solvedTable(of: solution.rows)])
  }
}
