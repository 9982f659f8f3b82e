import Analysis
import Arrivals
import Diagnostics
import Scenarios

/// One replicate of a sweep over arrivals on lists.
struct PreparedArrivals: Sendable {
  private let sweep: Sweep
  private let policies: [ScenarioFile]

  init(_ sweep: Sweep, seed: UInt64) throws(Faults) {
    self.sweep = sweep
    var seeded: [ScenarioFile] = []
    for policy in sweep.policies { seeded.append(try policy.file.seeded(seed)) }
    policies = seeded
  }

  /// Runs every policy at a point.
  func rows(at values: [FactorValue]) throws -> [FinishedPoint.Row] {
    try policies.map { file in
      let comparison = try settled { try Comparison(of: file.taking(values, of: sweep.factors)) }
      return switch comparison {
      case .success(let comparison):
        FinishedPoint.Row(outcomes: sweep.outcomes.map { $0.value(in: comparison) })
      case .failure(let refused):
        FinishedPoint.Row(outcomes: sweep.outcomes.map { _ in nil }, refused: refused.why)
      }
    }
  }
}
