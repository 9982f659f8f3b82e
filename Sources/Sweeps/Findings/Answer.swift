import Diagnostics
public import Statistics

/// What the runs say to a question about a number: how often, under which conditions, and where each
/// factor takes the outcome across it.
public struct Answer: Sendable {
  public var question: SweepQuestion
  public var policy: Int
  /// Points at which it is so, and points with an answer.
  public var met: Int
  public var points: Int
  /// A box of factors inside which it is mostly so (PRIM); `nil` where it is so everywhere or nowhere.
  public var box: Box?
  /// For each factor that crosses the number on average over the others: where.
  public var crossings: [(factor: Int, at: [Double])]

  /// The share of points; how far it may be off: √(share × (1 − share) ÷ points).
  public var share: Double { Double(met) / Double(max(points, 1)) }
  public var error: Double { (share * (1 - share) / Double(max(points, 1))).squareRoot() }
}

extension SweepResults {
  /// Values of one word of a factor have this code in boxes: its place among the words, in their order.
  public func words(of factor: Int) -> [String] {
    Set(points.map { $0[factor].text }).sorted()
  }

  private static let bins = 10

  /// One per question about a number and policy.
  public func answers() -> [Answer] {
    let (draws, numeric) = (draws, numericFactors)
    let coded = factors.indices.filter { !numeric.contains($0) }
    let codes = Dictionary(uniqueKeysWithValues: coded.map { ($0, words(of: $0)) })
    func coordinates(_ point: Int) -> [Double] {
      factors.indices.map { factor in
        points[point][factor].number.flatMap { numeric.contains(factor) ? $0 : nil }
          ?? Double(codes[factor]?.firstIndex(of: points[point][factor].text) ?? 0)
      }
    }
    return questions.flatMap { question -> [Answer] in
      guard let limit = question.limit,
        let outcome = outcomes.firstIndex(where: { $0.name == question.outcome.value })
      else { return [] }
      return policies.indices.map { policy in
        let means = means(policy, outcome)
        let answered = draws.filter { !means[$0].isNaN }
        let isMet = answered.map { question.isMet(by: means[$0]) ?? false }
        let met = isMet.count { $0 }
        var answer = Answer(
          question: question, policy: policy, met: met, points: answered.count, crossings: [])
        guard met > 0, met < answered.count else { return answer }
        answer.box =
          PatientRuleInduction(
            points: answered.map(coordinates), isOfInterest: isMet, categories: Set(coded)
          ).best
        answer.crossings = numeric.compactMap { factor in
          let found = crossings(
            of: answered.map { means[$0] }, along: answered.map { points[$0][factor].number ?? 0 },
            at: limit, bins: Self.bins)
          return found.isEmpty ? nil : (factor, found)
        }
        return answer
      }
    }
  }
}
