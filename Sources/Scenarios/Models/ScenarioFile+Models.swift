public import Diagnostics
import Documents

extension ScenarioFile {
  /// Whether the file compares payment models, and asks neither for arrivals nor for a nation.
  public var isModels: Bool { ModelScenario.isMeant(by: document) }

  /// The checked comparison of payment models.
  ///
  /// - Throws: ``Faults``, all of them.
  public func modelScenario() throws(Faults) -> ModelScenario {
    try read { _ in ModelScenario.grammar }
  }
}
