import Arrivals
import Diagnostics
import RateBooks
import Scenarios
import Units

extension Sweep {
  /// What money is in, and when.
  ///
  /// - Throws: `Faults` when the scenario is wrong.
  /// - Returns: Three letters; the year, or that of the first month; the year, or the first and the last
  ///   month.
  public func period() throws -> (currency: String, year: Int, period: String) {
    let file = policies[0].file
    if file.asks(NationalScenario.self) {
      let scenario = try file.nationalScenario()
      return (scenario.law.currency, scenario.year, String(scenario.year))
    }
    let scenario = try file.scenario()
    let last = scenario.from.advanced(by: scenario.months - 1)
    return (scenario.law.currency, scenario.from.year, "\(scenario.from)/\(last)")
  }
}
