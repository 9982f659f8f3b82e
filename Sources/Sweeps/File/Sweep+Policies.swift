public import Diagnostics
import Scenarios

extension Sweep {
  /// Finds what is wrong in the scenarios whatever varies, before anything is run.
  ///
  /// Numbers that contradict or refuse may be what varies; what is wrong in a file stays wrong.
  ///
  /// - Throws: `Faults` of all of them.
  public func checkPolicies() throws(Faults) {
    var faults: [Diagnostic] = []
    for policy in policies {
      do {
        try policy.file.check(varying: true)
      } catch let found as Faults {
        faults += found.diagnostics
      } catch {
        // A refusal, which is told of each run.
      }
    }
    guard faults.isEmpty else { throw Faults(faults) }
  }
}
