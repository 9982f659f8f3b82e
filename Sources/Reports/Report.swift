public import Analysis
public import Capacity
public import Diagnostics
import Populations
import RateBooks
public import Scenarios
public import Simulation
public import Sweeps
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
  public internal(set) var tables: [Table]
  /// What the files say that nothing reads.
  public var notices: [Notice] = []
  /// What was asked for and is not among the tables.
  public private(set) var leftOut: [LeftOut] = []
  /// The line under the title: where, when, in which money.
  private let head: Phrase

  /// Runs whatever the tables need.
  ///
  /// - Parameters:
  ///   - file: A scenario or reform.
  ///   - workers: How many cores work, and who is told how far they are.
  /// - Throws: `Faults` when the scenario is wrong, `Refusal` when it has no answer, `Interrupted`
  ///   when told to stop.
  public init(of file: ScenarioFile, workers: Workers = Workers()) throws {
    if file.isModels {
      self = try Report(models: file)
    } else if file.isCapacityPlan {
      let plan = try CapacityPlan(of: file, workers: workers)
      self.init(about: plan, tables: CapacityTables(plan: plan).tables())
    } else if file.isNational {
      self = try Report(nation: file, workers)
    } else {
      self = try Report(arrivals: file, workers)
    }
  }

  /// Payment models are compared by arithmetic alone: nothing is drawn, so there is no seed.
  private init(models file: ScenarioFile) throws {
    let comparison = try ModelComparison(of: file)
    let scenario = comparison.scenario
    title = scenario.title
    seed = 0
    currency = scenario.jurisdiction.currency
    year = scenario.year
    period = String(scenario.year)
    head = Phrase("subtitle-models", ["municipalities": .text(scenario.jurisdiction.name)])
    tables = try ModelTables(comparison: comparison).tables()
  }

  /// Reforms beside a plan of capacities.
  ///
  /// - Parameters:
  ///   - comparison: The plans.
  ///   - names: The tables to make; those that say nothing are left out.
  public init(of comparison: CapacityComparison, tables names: [TableName]) {
    self.init(
      about: comparison.baseline,
      tables: CapacityComparisonTables(comparison: comparison).tables(names))
  }

  /// Tables about a plan of capacities.
  private init(about plan: CapacityPlan, tables: [Table]) {
    title = plan.plan.title
    seed = plan.plan.seed
    currency = plan.plan.law.currency
    year = plan.plan.years.lowerBound
    period = "\(plan.plan.day.value)"
    head = Phrase(
      "subtitle-capacities",
      [
        "councils": .count(plan.inputs.areas.councils.count),
        "clinics": .count(plan.inputs.clinics.count),
      ])
    self.tables = tables
  }

  private init(nation file: ScenarioFile, _ workers: Workers) throws {
    let settled = try SettledYear(of: file, workers: workers)
    var tables = NationalTables(file: settled.file, run: settled.run).tables()
    if !tables.isEmpty { tables[0].notes += settled.solved.missedNotes }
    self.init(about: settled.run, tables: tables)
  }

  /// Tables about a nation's year.
  private init(about run: NationalRun, tables: [Table]) {
    let scenario = run.scenario
    title = scenario.title
    seed = scenario.seed
    currency = scenario.law.currency
    year = scenario.year
    period = String(scenario.year)
    head = Phrase(
      "subtitle-nation", ["municipalities": .count(run.year.nation.municipalities.count)])
    self.tables = tables
  }

  /// What a calibration came to.
  public init(of calibration: Calibration) throws {
    let scenario = try calibration.file.nationalScenario()
    title = scenario.title
    seed = scenario.seed
    currency = scenario.law.currency
    year = scenario.year
    period = String(scenario.year)
    head = Phrase(
      "subtitle-nation",
      ["municipalities": .count(try calibration.file.nation(of: scenario).municipalities.count)])
    tables = [calibration.table]
  }

  /// Reforms beside their baseline.
  ///
  /// - Parameters:
  ///   - comparison: The years.
  ///   - names: The tables to make; those that say nothing are left out.
  /// - Throws: `Refusal` when the law has a gap.
  public init(of comparison: ReformComparison, tables names: [TableName]) throws {
    let tables = ReformTables(comparison: comparison)
    self.init(about: comparison.baseline, tables: try tables.tables(names))
    leftOut = tables.leftOut(of: names)
  }

  /// Numbers found for the goals of a file.
  public init(of solution: Solution) {
    self.init(about: solution.run, tables: [solvedTable(of: solution.rows)])
  }

  /// The runs of a finished sweep.
  ///
  /// - Parameters:
  ///   - results: The runs.
  ///   - names: The tables to make; those that say nothing are left out.
  public init(of results: SweepResults, tables names: [TableName]) {
    title = results.title
    seed = results.seed
    currency = results.currency
    (year, period) = (results.year, results.period)
    head = Phrase(
      "subtitle-sweep",
      [
        "points": .count(results.points.count), "replicates": .count(results.replicates),
        "design": .text(results.design.name),
      ])
    tables = SweepTables(results: results, for: names).tables(names)
  }

  /// What can be asked of a file; nothing is run.
  ///
  /// - Parameter known: The file, and what there is.
  /// - Throws: `Faults` when its scenario is wrong.
  public init(of known: KnownOutcomes) throws {
    if known.file.isNational {
      let scenario = try known.file.nationalScenario()
      (title, seed, currency) = (scenario.title, scenario.seed, scenario.law.currency)
      (year, period) = (scenario.year, String(scenario.year))
      let types = scenario.contacts.types.map { ($0.name, $0.title) }
      tables = [
        known.table(titles: Dictionary(types) { first, _ in first }, currency: currency)
      ]
    } else {
      let scenario = try known.file.scenario()
      (title, seed, currency) = (scenario.title, scenario.seed, scenario.law.currency)
      let last = scenario.from.advanced(by: scenario.months - 1)
      (year, period) = (scenario.from.year, "\(scenario.from)/\(last)")
      tables = [known.table(titles: [:], currency: currency)]
    }
    head = Phrase("subtitle-outcomes")
  }

  private init(arrivals file: ScenarioFile, _ workers: Workers) throws {
    let comparison = try Comparison(of: file)
    let scenario = comparison.scenario
    title = scenario.title
    seed = scenario.seed
    currency = scenario.law.currency
    year = scenario.from.year
    let last = scenario.from.advanced(by: scenario.months - 1)
    period = "\(scenario.from)/\(last)"
    head = Phrase(
      "subtitle",
      ["municipalities": .text(scenario.municipalities.map(\.name).joined(separator: ", "))])
    let builder = TableBuilder(file: file, comparison: comparison, workers: workers)
    tables = try builder.tables()
  }

  func subtitle(in wording: Wording) -> String {
    let common: [String: Cell] = [
      "period": .text(period), "currency": .text(currency), "seed": .text("\(seed)"),
    ]
    return wording.sentence(Phrase(head.key, head.gaps.merging(common) { own, _ in own }))
  }
}
