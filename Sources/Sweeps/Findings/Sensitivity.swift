public import Statistics

/// What each factor does to an outcome of a policy, by the methods the design allows.
public enum Sensitivity {
  /// An outcome with a factor alone at both ends.
  public struct Swing: Sendable {
    public var policy: Int
    public var outcome: Int
    public var factor: Int
    /// The factor's values, and what the outcome is at them.
    public var ends: (low: FactorValue, high: FactorValue)
    public var written: Double
    public var atLow: Double
    public var atHigh: Double
    /// The distance between the farthest of the three.
    public var size: Double {
      max(written, atLow, atHigh) - min(written, atLow, atHigh)
    }
  }

  /// What walks say of a group of factors.
  public struct Effect: Sendable {
    public var policy: Int
    public var outcome: Int
    public var group: String
    public var effect: MorrisEffects.Effect
  }

  /// The parts of an outcome's variance that a group of factors decides.
  public struct Index: Sendable {
    public var policy: Int
    public var outcome: Int
    public var group: String
    /// Alone.
    public var first: Interval
    /// With everything it does together with others.
    public var total: Interval
  }

  /// The part that two groups decide together, beyond each alone.
  public struct Pair: Sendable {
    public var policy: Int
    public var outcome: Int
    public var groups: (String, String)
    public var index: Interval
  }

  /// How an outcome rises or falls with a factor.
  public struct Association: Sendable {
    public var policy: Int
    public var outcome: Int
    public var factor: Int
    /// Spearman's, from -1 to 1.
    public var rank: Double
  }
}

extension SweepResults {
  /// Limits of intervals are drawn with a stream of their own.
  private var resampleSeed: UInt64 { seed ^ 0x5245_5341_4d50_4c45 }

  /// Factors one at a time, the one that moves the outcome most first. Only of a design that moves them
  /// so.
  public func swings() -> [Sensitivity.Swing] {
    guard case .oneAtATime = design else { return [] }
    return varied(by: .swings).flatMap { row in
      factors.indices.compactMap { factor -> Sensitivity.Swing? in
        let (low, high) = (1 + factor * 2, 2 + factor * 2)
        guard isWhole([0, low, high], in: row.means) else { return nil }
        return Sensitivity.Swing(
          policy: row.policy, outcome: row.outcome, factor: factor,
          ends: (points[low][factor], points[high][factor]), written: row.means[0],
          atLow: row.means[low], atHigh: row.means[high])
      }.sorted { ($1.size, $0.factor) < ($0.size, $1.factor) }
    }
  }

  /// Morris' effects, the largest first.
  public func effects() -> [Sensitivity.Effect] {
    guard case .morris(let trajectories, let levels) = design else { return [] }
    let groups = groups
    let length = groups.count + 1
    let walks = MorrisDesign(
      groups: groups.map(\.members), dimensions: factors.count, levels: levels,
      trajectories: trajectories, seed: DesignPoints.seed(seed))
    return varied(by: .walks).flatMap { row -> [Sensitivity.Effect] in
      let outcomes = (0..<trajectories).map { trajectory in
        let own = trajectory * length..<(trajectory + 1) * length
        return isWhole(own, in: row.means) ? Array(row.means[own]) : []
      }
      let effects = MorrisEffects(of: outcomes, design: walks, seed: resampleSeed)
      return zip(groups, effects.groups).map { group, effect in
        Sensitivity.Effect(
          policy: row.policy, outcome: row.outcome, group: group.name, effect: effect)
      }.sorted { $0.effect.meanSize.value > $1.effect.meanSize.value }
    }
  }

  /// Sobol indices and, where the design has them, those of pairs; the largest first.
  public func indices() -> (single: [Sensitivity.Index], pairs: [Sensitivity.Pair]) {
    guard case .saltelli(_, let hasPairs) = design else { return ([], []) }
    let groups = groups.map(\.name)
    let length = blockLength(hasPairs: hasPairs)
    var (single, pairs): ([Sensitivity.Index], [Sensitivity.Pair]) = ([], [])
    for row in varied(by: .blocks) {
      let blocks = stride(from: 0, to: row.means.count, by: length).map { $0..<$0 + length }
        .filter { isWhole($0, in: row.means) }.map { Array(row.means[$0]) }
      let found = SobolIndices(
        blocks: blocks, factors: groups.count, hasPairs: hasPairs, seed: resampleSeed)
      single += groups.indices.map { place in
        Sensitivity.Index(
          policy: row.policy, outcome: row.outcome, group: groups[place],
          first: found.first[place], total: found.total[place])
      }.sorted { $0.total.value > $1.total.value }
      pairs += found.pairs.map { a, b, index in
        Sensitivity.Pair(
          policy: row.policy, outcome: row.outcome, groups: (groups[a], groups[b]), index: index)
      }.sorted { $0.index.value > $1.index.value }
    }
    return (single, pairs)
  }

  /// Rank correlations of numbers with outcomes, the strongest first; only where points are draws.
  public func associations() -> [Sensitivity.Association] {
    let (draws, numeric) = (draws, numericFactors)
    return varied(by: .draws).flatMap { row in
      let answered = draws.filter { !row.means[$0].isNaN }
      let outcomes = answered.map { row.means[$0] }
      return numeric.map { factor in
        Sensitivity.Association(
          policy: row.policy, outcome: row.outcome, factor: factor,
          rank: rankCorrelation(answered.map { points[$0][factor].number ?? 0 }, outcomes))
      }.sorted { abs($0.rank) > abs($1.rank) }
    }
  }
}
