public import Diagnostics
public import Documents
public import RateBooks
public import Reports
public import Scenarios
public import Work

/// Where do doctors' capacities go, who holds them, and when may a clinic close?
extension CapacityScenario: Question {
  public static let reader: RateBook.Reader? = .capacities
  public static let knownTables = TableName.ofCapacities
  public static let layout = grammar(reading: nil).layout

  public static let isNotSwept: (why: String, help: String)? = (
    "plans capacities, which tell their own uncertainty",
    "give its numbers 'low' and 'high', and say under 'supply' how many 'runs'"
  )

  /// No other kind has capacities or weights of need.
  public static func isAsked(by document: Node) -> Bool {
    document["capacities"] != nil || document["need-weights"] != nil
  }

  public static func check(_ file: ScenarioFile, varying isVaried: Bool) throws {
    _ = try PlanInputs(of: file.capacityScenario(), in: file)
  }

  public static func notices(of file: ScenarioFile) throws -> [Notice] {
    try PlanInputs(of: file.capacityScenario(), in: file).tableNotices
  }

  public static func report(on file: ScenarioFile, by workers: Workers) throws -> Report {
    let plan = try CapacityPlan(of: file, workers: workers)
    return Report(about: plan, tables: CapacityTables(plan: plan).tables())
  }

  public static func explanation(
    of list: String, person: Int?, in file: ScenarioFile, by workers: Workers
  ) throws -> String {
    try file.refuse(person: person)
    return try ClinicExplanation(of: CapacityPlan(of: file, spreading: false), clinic: list).text()
  }
}

extension Report {
  /// Tables about a plan of capacities.
  fileprivate init(about plan: CapacityPlan, tables: [Table]) {
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

  /// Reforms beside a plan of capacities.
  ///
  /// - Parameters:
  ///   - comparison: The plans.
  ///   - names: The tables to make; those that say nothing are left out.
  package init(of comparison: CapacityComparison, tables names: [TableName]) {
    self.init(
      about: comparison.baseline,
      tables: CapacityComparisonTables(comparison: comparison).tables(names))
  }
}
