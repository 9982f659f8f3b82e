public import Statistics

/// How an outcome of a policy is spread over the points of a sweep.
public struct OutcomeSummary: Sendable {
  public var policy: Int
  public var outcome: Int
  /// Runs with an answer, and without.
  public var runs: Int
  public var refused: Int
  public var summary: Summary
  /// How far the mean may be off because there are so few points: deviation of the points' means ÷
  /// √points. Too large for points that are spread more evenly than draws.
  public var error: Double
  /// How far it may be off because there are so few seeds; `nil` with one replicate.
  public var seedError: Double?
}

extension SweepResults {
  /// One per policy and outcome with an answer.
  public func summaries() -> [OutcomeSummary] {
    policies.indices.flatMap { policy in
      outcomes.indices.compactMap { summary(policy, $0) }
    }
  }

  private func summary(_ policy: Int, _ outcome: Int) -> OutcomeSummary? {
    let values = values[policy][outcome]
    let drawn = draws.flatMap { point in
      values[point * replicates..<(point + 1) * replicates]
    }
    let answered = drawn.filter { !$0.isNaN }
    guard !answered.isEmpty else { return nil }
    let all = means(policy, outcome)
    let means = draws.map { all[$0] }.filter { !$0.isNaN }
    return OutcomeSummary(
      policy: policy, outcome: outcome, runs: answered.count,
      refused: drawn.count - answered.count, summary: Summary(of: answered),
      error: means.count > 1 ? Summary(of: means).standardError : .nan,
      seedError: replicates > 1 ? seedError(of: values) : nil)
  }

  /// √(mean variance within points ÷ runs).
  private func seedError(of values: [Double]) -> Double? {
    let within = draws.compactMap { point -> Double? in
      let own = Array(values[point * replicates..<(point + 1) * replicates])
      guard !own.contains(where: \.isNaN) else { return nil }
      let deviation = Summary(of: own).deviation
      return deviation * deviation
    }
    guard !within.isEmpty else { return nil }
    let mean = Summary(of: within).mean
    return (mean / Double(within.count * replicates)).squareRoot()
  }
}
