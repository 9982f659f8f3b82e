public import Diagnostics
public import Scenarios

extension ScenarioFile {
  /// What a sound file says that nothing reads, or that is not what its author may expect.
  ///
  /// Nothing is run. What another command or another table reads is not told.
  ///
  /// - Throws: ``Faults``, all of them.
  /// - Returns: The notices in the order of the files, each once.
  public func notices() throws -> [Notice] {
    (try grammarNotices() + scopeNotices()).inOrder
  }

  private func scopeNotices() throws -> [Notice] {
    isNational ? try nationalScenario().scopeNotices : []
  }
}
