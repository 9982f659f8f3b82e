/// What moving one group of settings does to an outcome, over many places in the unit cube (Morris,
/// 1991; Campolongo, Cariboni and Saltelli, 2007).
///
/// An elementary effect is the change of the outcome in a step, divided by the step's length Δ: the
/// unit of the outcome per whole range of the setting. Its sign says what a rise does; a group of
/// several dimensions, which move in different directions, has the sign of its first.
public struct MorrisEffects: Hashable, Sendable {
  /// The effects of a group over all trajectories.
  public struct Effect: Hashable, Sendable {
    /// μ: the mean. Near zero although `meanSize` is large: the outcome rises here and falls there.
    public let mean: Double
    /// μ*: the mean of sizes without signs, with the limits of a bootstrap over trajectories.
    public let meanSize: Interval
    /// σ: the standard deviation. Zero when the outcome is a straight line and nothing interacts; not
    /// a number when there is one trajectory.
    public let deviation: Double
  }

  /// One per group of the design.
  public let groups: [Effect]

  /// - Parameters:
  ///   - outcomes: The outcomes of each trajectory, in the order of its points; empty for one that is
  ///     left out. At least one is there.
  ///   - design: Where the outcomes were computed.
  ///   - resamples: How many resamples the limits stand on; 0 for limits equal to the estimates.
  ///   - seed: The seed of the resamples.
  ///   - confidence: The share of resampled estimates between the limits.
  public init(
    of outcomes: [[Double]], design: MorrisDesign, resamples: Int = 1_000, seed: UInt64,
    confidence: Double = 0.95
  ) {
    let rows = outcomes.indices.filter { !outcomes[$0].isEmpty }.map {
      Self.effects(of: outcomes[$0], trajectory: $0, design: design)
    }
    precondition(!rows.isEmpty, "effects are estimated from at least one trajectory")
    let count = Double(rows.count)
    let resampled =
      design.groups.isEmpty
      ? []
      : Bootstrap(resamples: resamples, seed: seed)
        .sums(of: rows.flatMap { $0.map(abs) }, columns: design.groups.count)
    groups = design.groups.indices.map { group in
      let effects = Summary(of: rows.map { $0[group] })
      return Effect(
        mean: effects.mean,
        meanSize: Interval(
          value: Summary(of: rows.map { abs($0[group]) }).mean,
          resampled: resampled.map { $0[group] / count }, confidence: confidence),
        deviation: effects.deviation)
    }
  }

  /// The elementary effect of each group in a trajectory.
  private static func effects(
    of outcomes: [Double], trajectory: Int, design: MorrisDesign
  ) -> [Double] {
    let walk = design.trajectory(trajectory)
    precondition(outcomes.count == walk.count, "a trajectory has an outcome for each point")
    var effects = [Double](repeating: 0, count: design.groups.count)
    for (place, step) in walk.enumerated() {
      guard let group = step.moved else { continue }
      let rises = design.rises(design.groups[group][0], in: trajectory)
      effects[group] =
        (outcomes[place] - outcomes[place - 1]) / (rises ? design.step : -design.step)
    }
    return effects
  }
}
