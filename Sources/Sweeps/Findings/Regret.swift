import Diagnostics
public import Statistics

/// What is lost by having chosen a policy when another one would have been best.
///
/// ```
/// regret at a point = the outcome − the best outcome of any policy at the point
/// ```
///
/// and the other way round where the most is best; never below zero.
public struct Regret: Sendable {
  public var question: SweepQuestion
  public var policy: Int
  public var outcome: Summary
  public var regret: Summary
  /// Points at which no other policy is better.
  public var best: Int
}

extension SweepResults {
  /// One per question of regret and policy, over the points at which every policy has an answer. Nothing
  /// with one policy.
  public func regrets() -> [Regret] {
    guard policies.count > 1 else { return [] }
    return questions.flatMap { question -> [Regret] in
      guard question.limit == nil,
        let outcome = outcomes.firstIndex(where: { $0.name == question.outcome.value })
      else { return [] }
      let means = policies.indices.map { self.means($0, outcome) }
      let answered = draws.filter { point in means.allSatisfy { !$0[point].isNaN } }
      guard !answered.isEmpty else { return [] }
      let sign = question.asks == .least ? 1.0 : -1.0
      let least = answered.map { point in means.map { sign * $0[point] }.min() ?? 0 }
      return policies.indices.map { policy in
        let own = answered.map { means[policy][$0] }
        let lost = zip(own, least).map { sign * $0 - $1 }
        return Regret(
          question: question, policy: policy, outcome: Summary(of: own),
          regret: Summary(of: lost), best: lost.count { $0 == 0 })
      }
    }
  }
}
