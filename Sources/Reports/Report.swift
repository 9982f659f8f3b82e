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
  /// Municipalities, how many there are, or the one jurisdiction.
  private let places: [String]
  private let subtitleKey: String

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
    places = [scenario.jurisdiction.name]
    subtitleKey = "subtitle-models"
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
    places = ["\(plan.inputs.areas.councils.count)", "\(plan.inputs.clinics.count)"]
    subtitleKey = "subtitle-capacities"
    self.tables = tables
  }

  private init(nation file: ScenarioFile, _ workers: Workers) throws {
    let settled = try SettledYear(of: file, workers: workers)
    self.init(
      about: settled.run, tables: NationalTables(file: settled.file, run: settled.run).tables())
  }

  /// Tables about a nation's year.
  private init(about run: NationalRun, tables: [Table]) {
    let scenario = run.scenario
    title = scenario.title
    seed = scenario.seed
    currency = scenario.law.currency
    year = scenario.year
    period = String(scenario.year)
    places = ["\(run.year.nation.municipalities.count)"]
    subtitleKey = "subtitle-nation"
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
    places = ["\(try calibration.file.nation(of: scenario).municipalities.count)"]
    subtitleKey = "subtitle-nation"
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
    places = ["\(results.points.count)", "\(results.replicates)", results.design.name]
    subtitleKey = "subtitle-sweep"
    tables = SweepTables(results: results, for: names).tables(names)
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
    places = scenario.municipalities.map(\.name)
    subtitleKey = "subtitle"
    let builder = TableBuilder(file: file, comparison: comparison, workers: workers)
    tables = try builder.tables()
  }

  func subtitle(in wording: Wording) -> String {
    wording.sentence(
      Phrase(
        subtitleKey,
        [
          "period": .text(period), "currency": .text(currency), "seed": .text("\(seed)"),
          "municipalities": .text(places.joined(separator: ", ")),
          "points": .text(places[0]), "replicates": .text(places.count > 1 ? places[1] : "1"),
          "design": .text(places[places.count - 1]),
        ]))
  }
}
