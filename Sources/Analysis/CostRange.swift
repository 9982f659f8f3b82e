import Diagnostics
public import Scenarios
import Units

/// How much the cost moves with each uncertain number alone, and with all of them together.
public struct CostRange: Sendable {
  public let central: Cost
  /// In the order of the file.
  public let rows: [Row]
  /// Every number at the end that lowers what municipalities pay.
  public let lowest: Cost
  /// Every number at the end that raises what municipalities pay.
  public let highest: Cost

  /// One number at both ends of its interval, all others central.
  public struct Row: Sendable {
    public let path: String
    public let low: Cost
    public let high: Cost
  }

  /// - Throws: As ``Comparison``.
  public init(of file: ScenarioFile, central comparison: Comparison) throws {
    central = comparison.cost
    var (cheap, dear) = (file, file)
    var rows: [Row] = []
    for path in file.ranges where Self.isInUse(path, in: comparison.scenario) {
      let row = Row(
        path: path, low: try Comparison(of: file.taking(.low, of: path)).cost,
        high: try Comparison(of: file.taking(.high, of: path)).cost)
      rows.append(row)
      let isLowCheaper = row.low.order <= row.high.order
      cheap = try cheap.taking(isLowCheaper ? .low : .high, of: path)
      dear = try dear.taking(isLowCheaper ? .high : .low, of: path)
    }
    self.rows = rows
    lowest = try Comparison(of: cheap).cost
    highest = try Comparison(of: dear).cost
  }

  /// Numbers of enrolment channels that are not in use decide nothing.
  private static func isInUse(_ path: String, in scenario: Scenario) -> Bool {
    !path.hasPrefix("enrolment.channels.")
      || path.hasPrefix("enrolment.channels.\(scenario.enrolment.channel).")
  }
}

extension Cost {
  /// Municipalities first; the others only decide where municipalities pay the same.
  fileprivate var order: (Int, Int) { (municipality.ore, state.ore + patient.ore) }
}
