import Diagnostics
import Documents
import Practices
public import Rules
public import Scenarios
import Units
public import Work

/// How much the cost moves with each uncertain number alone, and with all of them together.
public struct CostRange: Sendable {
  public let central: Cost
  /// In the order of the file.
  public let rows: [Row]
  /// The other placement rules, all numbers central.
  public let placements: [(rule: PlacementRule, cost: Cost)]
  /// Every number, and the placement, at the end that alone lowers what municipalities pay. Numbers
  /// that decide only together are not searched for: this is a corner, and not the least possible.
  public let lowest: Cost
  /// The same with the ends that alone raise it.
  public let highest: Cost

  /// One number at both ends of its interval, all others central.
  public struct Row: Sendable {
    public let path: String
    public let low: Cost
    public let high: Cost
  }

  /// - Throws: As ``Comparison``.
  public init(
    of file: ScenarioFile, central comparison: Comparison, workers: Workers = Workers()
  ) throws {
    self.central = comparison.cost
    let paths = file.ranges.filter { Self.isInUse($0, in: comparison.scenario) }
    let costs = try concurrently(paths.count * 2, workers: workers) { place in
      let end = End.allCases[place % 2]
      let path = paths[place / 2]
      let changed = try file.taking(end, of: path)
      return Self.decidesBaseline(path, in: comparison.scenario)
        ? try Comparison(of: changed).cost
        : try Comparison(of: changed, onBaselineOf: comparison).cost
    }
    rows = paths.enumerated().map { index, path in
      Row(path: path, low: costs[index * 2], high: costs[index * 2 + 1])
    }
    let own = (rule: comparison.scenario.placement, cost: comparison.cost)
    let others = PlacementRule.allCases.filter { $0 != own.rule }
    let otherCosts = try concurrently(others.count, workers: workers) { place in
      try Comparison(of: file.placing(by: others[place]), onBaselineOf: comparison).cost
    }
    placements = zip(others, otherCosts).map { (rule: $0, cost: $1) }
    let ordered = ([own] + placements).sorted { $0.cost.order < $1.cost.order }
    var cheap = try file.placing(by: ordered[0].rule)
    var dear = try file.placing(by: ordered[ordered.count - 1].rule)
    for row in rows {
      let isLowCheaper = row.low.order <= row.high.order
      cheap = try cheap.taking(isLowCheaper ? .low : .high, of: row.path)
      dear = try dear.taking(isLowCheaper ? .high : .low, of: row.path)
    }
    lowest = try Comparison(of: cheap).cost
    highest = try Comparison(of: dear).cost
  }

  /// Whether a number means anything without the arrivals' right to a list. The number of persons
  /// does when contracts for free capacity are shared out by it.
  private static func decidesBaseline(_ path: String, in scenario: Scenario) -> Bool {
    let reformOnly = ["enrolment.", "consultations."]
    let shared = scenario.standbyContracts?.estimate == nil ? ["arrivals."] : []
    return !(reformOnly + shared).contains { path.hasPrefix($0) }
  }

  /// Numbers of enrolment channels that are not in use decide nothing, nor do those of groups that have
  /// a right already.
  private static func isInUse(_ path: String, in scenario: Scenario) -> Bool {
    let idle =
      scenario.enrolment.channels.map(\.key).filter { $0 != scenario.enrolment.channel }
      .map { "enrolment.channels.\($0)." }
      + scenario.arrivals.filter { $0.standing != nil }.map { "arrivals.\($0.key)." }
    return !idle.contains { path.hasPrefix($0) }
  }
}

extension Cost {
  /// Municipalities first; the others only decide where municipalities pay the same.
  fileprivate var order: (Int, Int) { (municipality.ore, state.ore + patient.ore) }
}

extension ScenarioFile {
  fileprivate func placing(by rule: PlacementRule) throws(Faults) -> ScenarioFile {
    try changing(
      "placement", to: Node(.scalar(rule.rawValue, isQuoted: false), at: document.position))
  }
}
