import Diagnostics
import Populations
public import Scenarios
public import Simulation
public import Units

/// The same months with and without the arrivals' right to a list.
public struct Comparison: Sendable {
  public let scenario: Scenario
  public let baseline: Run
  public let reform: Run

  /// Reads the lists, and runs both worlds.
  ///
  /// - Throws: `Faults` when the scenario or its table of lists is wrong, `Refusal` when the law or
  ///   the published figures leave no answer.
  public init(of file: ScenarioFile) throws {
    let scenario = try file.scenario()
    let lists = try Self.lists(of: scenario, in: file)
    let simulation = Simulation(scenario: scenario, lists: lists)
    self.scenario = scenario
    baseline = try simulation.run(.baseline)
    reform = try simulation.run(.reform)
  }

  /// Runs the reform again with a change that decides nothing in the baseline.
  init(of file: ScenarioFile, onBaselineOf other: Comparison) throws {
    scenario = try file.scenario()
    baseline = other.baseline
    reform = try Simulation(scenario: scenario, lists: baseline.lists).run(.reform)
  }

  /// A nation has five thousand lists; this many list-months fit in a few gigabytes.
  private static let mostListMonths = 6_000_000

  static func lists(of scenario: Scenario, in file: ScenarioFile) throws -> [PatientList] {
    let lists = try unboundedLists(of: scenario, in: file)
    guard lists.count * scenario.months <= mostListMonths else {
      throw Refusal(
        "\(lists.count) lists for \(scenario.months) months are more than memory is kept for",
        help: "run fewer months or municipalities at a time")
    }
    return lists
  }

  private static func unboundedLists(
    of scenario: Scenario, in file: ScenarioFile
  ) throws -> [PatientList] {
    switch scenario.lists {
    case .synthetic(let synthetic):
      return try synthetic.lists(in: scenario.municipalities, seed: scenario.seed)
    case .file(let path):
      let keys = scenario.municipalities.map(\.key)
      return try ListTable(reading: file.resolved(path), municipalities: keys).lists
    }
  }
}

extension Comparison {
  /// What the reform adds to the chosen postings. Exactly zero when the worlds are the same.
  public func difference(where isCounted: (Posting) -> Bool) -> Money {
    reform.ledger.total(where: isCounted) - baseline.ledger.total(where: isCounted)
  }

  /// What the reform adds to what each payer pays.
  public var cost: Cost {
    Cost(
      municipality: difference { $0.payer == .municipality },
      grants: difference { $0.payer == .municipality && $0.line.isGrant },
      state: difference { $0.payer == .state }, patient: difference { $0.payer == .patient })
  }

  /// Persons enrolled or waiting in the last month, the departed not counted.
  public var applicants: Int {
    reform.movements.last?.reduce(0) { $0 + $1.present + $1.waiting } ?? 0
  }
}

/// What a reform adds to what each payer pays.
public struct Cost: Hashable, Sendable {
  public var municipality: Money
  /// The part of ``municipality`` that is grants for lists; the rest is contracts.
  public var grants: Money
  public var state: Money
  public var patient: Money
}

extension Comparison {
  /// Reads the scenario's lists without running anything.
  ///
  /// - Throws: `Faults`, one per bad row of the user's table.
  public static func checkLists(of scenario: Scenario, in file: ScenarioFile) throws {
    _ = try lists(of: scenario, in: file)
  }
}
