import Capacity
public import Diagnostics
public import Scenarios

extension ScenarioFile {
  /// What a sound file says that nothing reads, or that is not what its author may expect.
  ///
  /// Nothing is run; the tables of a plan of capacities are read. What another command or another table reads is not told.
  ///
  /// - Throws: ``Faults``, all of them.
  /// - Returns: The notices in the order of the files, each once.
  public func notices() throws -> [Notice] {
    var notices = try grammarNotices() + unreadLaw + unpaidClaims() + equalValues()
    if isCapacityPlan {
      notices += try PlanInputs(of: capacityScenario(), in: self).tableNotices
    }
    if isNational {
      let scenario = try nationalScenario()
      // A base that has faults of its own is told when it is read itself.
      var law = LawNotices(scenario, of: self, after: try? base?.nationalScenario())
      law.lookAtProposals()
      notices += law.notices + SettingNotices(scenario, of: self).notices
      notices += scenario.scopeNotices.filter { $0.position.file == path }
    }
    return notices.inOrder
  }
}
