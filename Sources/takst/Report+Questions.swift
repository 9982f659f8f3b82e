import Analysis
import Capacity
import Diagnostics
import Populations
import RateBooks
import Reports
import Scenarios
import Simulation
import Sweeps
import Units

extension Report {
  /// Runs whatever the tables need.
  ///
  /// - Parameters:
  ///   - file: A scenario or reform.
  ///   - workers: How many cores work, and who is told how far they are.
  /// - Throws: `Faults` when the scenario is wrong, `Refusal` when it has no answer, `Interrupted`
  ///   when told to stop.
  init(of file: ScenarioFile, workers: Workers = Workers()) throws {
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
    self.init(
      title: scenario.title, seed: 0, currency: scenario.jurisdiction.currency, year: scenario.year,
      period: String(scenario.year),
      head: Phrase("subtitle-models", ["municipalities": .text(scenario.jurisdiction.name)]),
      tables: try ModelTables(comparison: comparison).tables())
  }

  /// Reforms beside a plan of capacities.
  ///
  /// - Parameters:
  ///   - comparison: The plans.
  ///   - names: The tables to make; those that say nothing are left out.
  init(of comparison: CapacityComparison, tables names: [TableName]) {
    self.init(
      about: comparison.baseline,
      tables: CapacityComparisonTables(comparison: comparison).tables(names))
  }

  /// Tables about a plan of capacities.
  private init(about plan: CapacityPlan, tables: [Table]) {
    self.init(
      title: plan.plan.title, seed: plan.plan.seed, currency: plan.plan.law.currency,
      year: plan.plan.years.lowerBound, period: "\(plan.plan.day.value)",
      head: Phrase(
        "subtitle-capacities",
        [
          "councils": .count(plan.inputs.areas.councils.count),
          "clinics": .count(plan.inputs.clinics.count),
        ]), tables: tables)
  }

  private init(nation file: ScenarioFile, _ workers: Workers) throws {
    let settled = try SettledYear(of: file, workers: workers)
    var tables = NationalTables(file: settled.file, run: settled.run).tables()
    if !tables.isEmpty { tables[0].notes += settled.solved.missedNotes }
    self.init(about: settled.run, tables: tables)
  }

  /// Tables about a nation's year.
  private init(about run: NationalRun, tables: [Table]) {
    self.init(
      about: run.scenario, municipalities: run.year.nation.municipalities.count, tables: tables)
  }

  private init(about scenario: NationalScenario, municipalities: Int, tables: [Table]) {
    self.init(
      title: scenario.title, seed: scenario.seed, currency: scenario.law.currency,
      year: scenario.year, period: String(scenario.year),
      head: Phrase("subtitle-nation", ["municipalities": .count(municipalities)]), tables: tables)
  }

  /// What a calibration came to.
  init(of calibration: Calibration) throws {
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
  init(of comparison: ReformComparison, tables names: [TableName]) throws {
    let tables = ReformTables(comparison: comparison)
    self.init(about: comparison.baseline, tables: try tables.tables(names))
    leftOut = tables.leftOut(of: names)
  }

  /// Numbers found for the goals of a file.
  init(of solution: Solution) {
    self.init(about: solution.run, tables: [solvedTable(of: solution.rows)])
  }

  /// The runs of a finished sweep.
  ///
  /// - Parameters:
  ///   - results: The runs.
  ///   - names: The tables to make; those that say nothing are left out.
  init(of results: SweepResults, tables names: [TableName]) {
    self.init(
      title: results.title, seed: results.seed, currency: results.currency, year: results.year,
      period: results.period,
      head: Phrase(
        "subtitle-sweep",
        [
          "points": .count(results.points.count), "replicates": .count(results.replicates),
          "design": .text(results.design.name),
        ]), tables: SweepTables(results: results, for: names).tables(names))
  }

  /// What can be asked of a file; nothing is run.
  ///
  /// - Parameter known: The file, and what there is.
  /// - Throws: `Faults` when its scenario is wrong.
  init(of known: KnownOutcomes) throws {
    if known.file.isNational {
      let scenario = try known.file.nationalScenario()
      let types = scenario.contacts.types.map { ($0.name, $0.title) }
      let table = known.table(
        titles: Dictionary(types) { first, _ in first }, currency: scenario.law.currency)
      self.init(
        title: scenario.title, seed: scenario.seed, currency: scenario.law.currency,
        year: scenario.year, period: String(scenario.year), head: Phrase("subtitle-outcomes"),
        tables: [table])
    } else {
      let scenario = try known.file.scenario()
      self.init(
        about: scenario, head: Phrase("subtitle-outcomes"),
        tables: [known.table(titles: [:], currency: scenario.law.currency)])
    }
  }

  private init(arrivals file: ScenarioFile, _ workers: Workers) throws {
    let comparison = try Comparison(of: file)
    let names = comparison.scenario.municipalities.map(\.name).joined(separator: ", ")
    self.init(
      about: comparison.scenario, head: Phrase("subtitle", ["municipalities": .text(names)]),
      tables: try TableBuilder(file: file, comparison: comparison, workers: workers).tables())
  }

  private init(about scenario: Scenario, head: Phrase, tables: [Table]) {
    let last = scenario.from.advanced(by: scenario.months - 1)
    self.init(
      title: scenario.title, seed: scenario.seed, currency: scenario.law.currency,
      year: scenario.from.year, period: "\(scenario.from)/\(last)", head: head, tables: tables)
  }
}
