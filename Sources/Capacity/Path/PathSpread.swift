import Diagnostics
import Documents
import Scenarios
public import Statistics
import Units
import Work

/// How sure the way to the last year is: many runs with other lots, and with other values of every
/// number of `capacities` and `supply` that has an interval.
///
/// Values lie between an interval's ends with a triangular density around the central value; they are
/// the points of a scrambled Sobol sequence (of a Monte Carlo design beyond forty intervals), so the
/// runs are the same for any number of workers.
public struct PathSpread: Sendable {
  /// The shortfall and the persons without a clinic at the end of each year, over all runs.
  public let shortfall: [Summary]
  public let withoutClinic: [Summary]
  public let runs: Int
  /// The numbers that were varied, by their paths.
  public let varied: [String]

  init(
    of plan: CapacityScenario, in file: ScenarioFile, from start: PathStart, workers: Workers
  ) throws {
    // Money decides neither capacities nor doctors.
    let varied = file.ranges.filter { $0.hasPrefix("capacities.") || $0.hasPrefix("supply.") }
    let points = try Self.points(plan.supply.runs, dimensions: varied.count, seed: plan.seed)
    let beliefs = varied.map { Self.belief(in: file.interval(at: $0)) }
    let paths = try concurrently(points.count, workers: workers) { run in
      var changed = file
      for (place, path) in varied.enumerated() {
        guard let belief = beliefs[place] else { continue }
        changed = try changed.setting(path, to: Self.value(of: belief, at: points[run][place]))
      }
      // The first run is the plan's own, so that the others begin at the second.
      return try CapacityPath(of: changed.capacityScenario(), from: start, run: run + 1).nation
    }
    func summaries(_ outcome: (PathYear) -> Int) -> [Summary] {
      plan.years.indices.map { year in
        let place = plan.years.distance(from: plan.years.startIndex, to: year)
        return Summary(of: paths.map { Double(outcome($0[place])) })
      }
    }
    shortfall = summaries(\.shortfall)
    withoutClinic = summaries(\.withoutClinic)
    (runs, self.varied) = (points.count, varied)
  }

  private static func points(
    _ count: Int, dimensions: Int, seed: UInt64
  ) throws(NumericalError) -> [[Double]] {
    guard dimensions > 0 else { return Array(repeating: [], count: count) }
    guard dimensions <= SobolSequence.mostDimensions else {
      let design = MonteCarlo(dimensions: dimensions, seed: seed)
      return (0..<count).map { design.point($0) }
    }
    var sequence = try SobolSequence(dimensions: dimensions, seed: seed)
    return (0..<count).map { _ in sequence.next() }
  }

  private static func belief(in interval: ScenarioFile.Interval?) -> Statistics.Distribution? {
    guard let interval else { return nil }
    let central = interval.central.double
    let (low, high) = (interval.low?.double ?? central, interval.high?.double ?? central)
    return low < high ? .triangular(low: low, mode: central, high: high) : nil
  }

  /// A value with six decimals, never beyond the ends of the interval.
  private static func value(of belief: Statistics.Distribution, at share: Double) -> Ratio {
    Ratio(Int((belief.quantile(share) * 1_000_000).rounded()), over: 1_000_000)
  }
}
