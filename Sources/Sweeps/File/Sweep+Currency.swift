import Diagnostics
import RateBooks
import Scenarios

extension Sweep {
  /// Three letters.
  public var currency: String {
    get throws(Faults) {
      let file = policies[0].file
      return file.isNational
        ? try file.nationalScenario().law.currency : try file.scenario().law.currency
    }
  }
}
