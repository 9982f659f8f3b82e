import Diagnostics
public import Ledger
import Practices
public import Scenarios
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
    let lists = try file.lists(of: scenario)
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
      state: difference { $0.payer == .state },
      stateGrants: difference { $0.payer == .state && $0.line.isGrant },
      patient: difference { $0.payer == .patient })
  }

  /// An amount of the run as an amount a year, by the months in which arrivals have their right.
  public func yearly(_ amount: Money) -> Money {
    let months = reform.monthsWithRight.count
    return months > 0 ? amount.scaled(by: Ratio(12, over: months)) : .zero
  }

  /// Arrivals paid for, as parts of a year: each month counts as the part of a year it earns.
  ///
  /// - Parameters:
  ///   - places: Places of municipalities.
  ///   - months: Places of months.
  /// - Returns: Person-years, those gone but still paid for included.
  public func personYears(in places: [Int], during months: [Int]) -> Ratio {
    months.reduce(.zero) { sum, month in
      let counts = zip(reform.arrivals[month], reform.departed[month])
      let persons = zip(reform.lists, counts).reduce(0) { sum, list in
        places.contains(list.0.municipality) ? sum + list.1.0 + list.1.1 : sum
      }
      return sum + Ratio(persons) * reform.fractions[month]
    }
  }

  /// Persons who have a place, and persons who wait for one, in the last month with a right.
  public var placed: (present: Int, waiting: Int) {
    guard let month = reform.monthsWithRight.last else { return (0, 0) }
    return reform.movements[month].reduce((0, 0)) { ($0.0 + $1.present, $0.1 + $1.waiting) }
  }

  /// The month ``placed`` is of; `nil` where nobody has a right.
  public var monthOfPlaced: Month? {
    reform.monthsWithRight.last.map { scenario.calendar[$0] }
  }
}

/// What a reform adds to what each payer pays.
public struct Cost: Hashable, Sendable {
  public var municipality: Money
  /// The part of ``municipality`` that is grants for lists; the rest is contracts.
  public var grants: Money
  public var state: Money
  /// The part of ``state`` that is grants for lists.
  public var stateGrants: Money
  public var patient: Money
}
