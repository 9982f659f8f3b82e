public import Ledger
public import Practices
import Scenarios
public import Units

/// What one run did: every movement of money, and the counts behind it.
public struct Run: Sendable {
  public let scenario: Scenario
  public let lists: [PatientList]
  public internal(set) var ledger: Ledger
  /// Persons on each list at the start of each month: first by month, then by list.
  public private(set) var lengths: [[Int]] = []
  /// Arrivals who live here, on each list: first by month, then by list.
  public private(set) var arrivals: [[Int]] = []
  /// Arrivals gone but still paid for, on each list: first by month, then by list.
  public private(set) var departed: [[Int]] = []
  /// The part of a yearly grant each month earns, dimensionless.
  public private(set) var fractions: [Ratio] = []
  /// The months of the run in which arrivals have a right to a list. None in a baseline.
  public private(set) var monthsWithRight: [Int] = []
  /// What happened to arrivals: first by month, then by municipality. Empty in a baseline.
  public private(set) var movements: [[Movements]] = []

  init(scenario: Scenario, lists: [PatientList]) {
    (self.scenario, self.lists) = (scenario, lists)
    // One grant per list and month, and a few postings beside.
    ledger = Ledger(expecting: (lists.count + 16) * scenario.months)
  }

  mutating func record(
    _ happened: [Movements], _ lengths: [Int], _ step: MovementStep, fraction: Ratio
  ) {
    if step.isRightInForce { monthsWithRight.append(fractions.count) }
    fractions.append(fraction)
    self.lengths.append(lengths)
    arrivals.append(step.present)
    departed.append(step.departed)
    movements.append(happened)
  }
}
