public import Diagnostics
public import Scenarios

extension ScenarioFile {
  /// The checked plan.
  ///
  /// - Throws: ``Faults``, all of them.
  public func capacityScenario() throws(Faults) -> CapacityScenario {
    try read { CapacityScenario.grammar(reading: $0, layers: layers) }
  }
}
