public import Diagnostics

extension ScenarioFile {
  /// Whether the file plans capacities of doctors.
  public var isCapacityPlan: Bool { CapacityScenario.isMeant(by: document) }

  /// The checked plan.
  ///
  /// - Throws: ``Faults``, all of them.
  public func capacityScenario() throws(Faults) -> CapacityScenario {
    try read(CapacityScenario.grammar)
  }
}
