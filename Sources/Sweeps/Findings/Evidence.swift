/// What a method can stand on: the runs of an outcome that have an answer.
///
/// A method takes points by cases: a walk, a block, a factor with both its ends, a point. A case with a run
/// that has no answer does not enter, because the others of it say nothing alone.
public struct Evidence: Sendable {
  public var policy: Int
  public var outcome: Int
  /// The runs of all cases, and those of them without an answer.
  public var runs: Int
  public var unanswered: Int
  /// The cases of the design, and those that are whole.
  public var cases: Int
  public var used: Int
  /// Whether the outcome is the same in all that is used, so that nothing moves it.
  public var isConstant: Bool

  /// Ways of taking the points of a design.
  public enum Method: Sendable {
    /// The scenario as written and a factor's two ends.
    case swings
    /// Walks, of a Morris design.
    case walks
    /// Blocks, of a Saltelli design.
    case blocks
    /// Points that are draws of the factors' spreads, one by one.
    case draws
    /// Points one by one.
    case points

    /// The fewest cases that something can be estimated from.
    public var fewest: Int { self == .blocks ? 2 : 1 }
  }
}

extension SweepResults {
  /// How much of an outcome a method can stand on.
  ///
  /// - Parameter method: A way of taking the points.
  /// - Returns: One per policy and outcome; none where the design is made for another method.
  public func evidence(for method: Evidence.Method) -> [Evidence] {
    let cases = cases(of: method)
    guard !cases.isEmpty else { return [] }
    return policies.indices.flatMap { policy in
      outcomes.indices.map { outcome in
        let (values, means) = (values[policy][outcome], means(policy, outcome))
        let used = cases.filter { isWhole($0, in: means) }
        let first = used.first.map { means[$0[0]] }
        let own = Set(cases.joined()).flatMap { $0 * replicates..<($0 + 1) * replicates }
        return Evidence(
          policy: policy, outcome: outcome, runs: own.count,
          unanswered: own.count { values[$0].isNaN }, cases: cases.count, used: used.count,
          isConstant: used.allSatisfy { $0.allSatisfy { means[$0] == first } })
      }
    }
  }

  /// What a method can say something of: outcomes that vary over enough whole cases.
  func varied(by method: Evidence.Method) -> [(policy: Int, outcome: Int, means: [Double])] {
    evidence(for: method).filter { $0.used >= method.fewest && !$0.isConstant }.map { evidence in
      (evidence.policy, evidence.outcome, means(evidence.policy, evidence.outcome))
    }
  }

  /// The points of each case, in the order of the design.
  private func cases(of method: Evidence.Method) -> [[Int]] {
    func parts(of length: Int) -> [[Int]] {
      stride(from: 0, to: points.count, by: length).map { Array($0..<$0 + length) }
    }
    return switch (method, design) {
    case (.swings, .oneAtATime): factors.indices.map { [0, 1 + $0 * 2, 2 + $0 * 2] }
    case (.walks, .morris): parts(of: groups.count + 1)
    case (.blocks, .saltelli(_, let hasPairs)): parts(of: blockLength(hasPairs: hasPairs))
    case (.draws, _): isSample ? draws.map { [$0] } : []
    case (.points, _): draws.map { [$0] }
    default: []
    }
  }

  /// Whether a case has an answer at all its points.
  func isWhole(_ points: some Sequence<Int>, in means: [Double]) -> Bool {
    !points.contains { means[$0].isNaN }
  }
}
