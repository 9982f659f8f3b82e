public import Diagnostics
public import Scenarios

extension ScenarioFile {
  /// The checked comparison of payment models.
  ///
  /// - Throws: ``Faults``, all of them.
  public func modelScenario() throws(Faults) -> ModelScenario {
    try read { _ in ModelScenario.grammar }
  }
}
