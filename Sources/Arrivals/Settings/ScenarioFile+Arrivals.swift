public import Diagnostics
import Practices
public import Scenarios

extension ScenarioFile {
  /// The checked scenario about arrivals.
  ///
  /// - Throws: ``Faults``, all of them.
  public func scenario() throws(Faults) -> Scenario {
    try read { Scenario.grammar(reading: $0, layers: layers) }
  }
}
