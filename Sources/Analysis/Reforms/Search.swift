import Diagnostics
import Ledger
import Scenarios
import Simulation
import Statistics
import Units

/// The search behind a ``Solution``.
///
/// Prices are in whole øre, so what is measured moves in steps, and no number may bring it quite where
/// it should be. Then the nearer side of the step is taken.
struct Search {
  let trials: Trials
  /// Runs the years.
  private(set) var runner: YearRunner
  /// Told before each trial with its number.
  private let told: (Int) -> Void
  /// What came of the trials so far.
  private var tried: [[Double]: Tried] = [:]

  private struct Tried {
    var missing: [Double]
    var flows: LedgerFlows

    /// How far the worst goal is off.
    var worst: Double { missing.map(abs).max() ?? 0 }
  }

  init(among trials: Trials, by runner: YearRunner, told: @escaping (Int) -> Void) {
    (self.trials, self.runner, self.told) = (trials, runner, told)
  }

  private var unknowns: [Unknown] { trials.unknowns }

  /// - Throws: `Refusal` when a goal cannot be reached, and what running a year throws.
  /// - Returns: One number per unknown, and the year with them.
  mutating func found() throws -> (numbers: [Double], year: Trials.Year) {
    let numbers: [Double]
    switch unknowns.count {
    case 0: numbers = []
    case 1:
      let isExtreme = trials.targets[0] == nil
      numbers = [try isExtreme ? least() : crossing(of: 0, from: [0], in: unknowns[0].range)]
      let simple = [simplest(numbers[0])]
      let year = try trials.year(at: simple, &runner)
      // What lies between two numbers with the same sums has them too, unless sums rise and fall.
      if try trials.missing(in: year) == missing(at: numbers) { return (simple, year) }
    default: numbers = try together()
    }
    return (numbers, try trials.year(at: numbers, &runner))
  }

  private mutating func missing(at numbers: [Double]) throws -> [Double] {
    let numbers = numbers.map { Ratio(nearest: $0, decimals: Solution.decimals).double }
    if let known = tried[numbers] { return known.missing }
    told(tried.count + 1)
    let year = try trials.year(at: numbers, &runner)
    let missing = trials.missing(in: year)
    tried[numbers] = Tried(missing: missing, flows: year.run.flows)
    return missing
  }

  /// One number by Brent's method, the others as they are.
  ///
  /// - Parameters:
  ///   - place: Which number, and which goal.
  ///   - numbers: All of them.
  ///   - range: Where it is searched.
  /// - Throws: `Refusal` when nothing in the range is on the other side, and what running throws.
  /// - Returns: The number of the nearest trial.
  private mutating func crossing(
    of place: Int, from numbers: [Double], in range: ClosedRange<Double>
  ) throws -> Double {
    var (thrown, ends): ((any Error)?, [Double: Double]) = (nil, [:])
    // An answered year settles to within a ten-thousandth, and nothing is gained by coming nearer.
    let enough = trials.areAnswered ? Solution.tolerance / 10 : 0
    func value(_ number: Double) -> Double {
      guard thrown == nil else { return 0 }
      var numbers = numbers
      numbers[place] = number
      do {
        let value = try missing(at: numbers)[place]
        ends[number] = value
        return abs(value) <= enough ? 0 : value
      } catch {
        thrown = error
        return 0
      }
    }
    let width = range.upperBound - range.lowerBound
    do throws(NumericalError) {
      _ = try root(in: range, tolerance: width * 1e-9) { value($0) }
    } catch {
      if let thrown { throw thrown }
      if case .notBracketed = error,
        !(ends.values.contains { abs($0) <= Solution.tolerance })
      {
        let (low, high) = (ends[range.lowerBound] ?? 0, ends[range.upperBound] ?? 0)
        throw unattainable(
          unknowns[place],
          "it is \(percent(low)) off at \(short(range.lowerBound)) and \(percent(high)) off "
            + "at \(short(range.upperBound))")
      }
    }
    if let thrown { throw thrown }
    // Both sides of the last step are among the trials.
    return ends.min { (abs($0.value), $0.key) < (abs($1.value), $1.key) }?.key ?? range.lowerBound
  }

  /// Several numbers at once.
  private mutating func together() throws -> [Double] {
    var fit = LeastSquares(ranges: unknowns.map(\.range))
    fit.tolerance = Solution.tolerance / 20
    fit.mostIterations = 20
    let best: [Double]
    do {
      best = try fit.fit(from: unknowns.map(\.start), residuals: unknowns.count) {
        try missing(at: $0)
      }
    } catch let error as NumericalError {
      throw Refusal("the goals cannot be reached together: \(error)", help: "check the intervals")
    }
    let left = try missing(at: best)
    guard let worst = left.indices.max(by: { abs(left[$0]) < abs(left[$1]) }),
      abs(left[worst]) > Solution.tolerance
    else { return best }
    guard let step = try step(over: worst, at: best, left[worst]) else {
      throw unattainable(
        unknowns[worst], "the nearest found leaves it \(percent(left[worst])) off")
    }
    _ = try crossing(of: worst, from: best, in: step)
    let nearest = tried.min { a, b in
      a.value.worst != b.value.worst
        ? a.value.worst < b.value.worst : a.key.lexicographicallyPrecedes(b.key)
    }
    return nearest?.key ?? best
  }

  /// Where near a number a goal is missed to the other side: the miss is a step, and no goal that
  /// others stand in the way of. `nil` when nowhere.
  private mutating func step(
    over place: Int, at numbers: [Double], _ left: Double
  ) throws -> ClosedRange<Double>? {
    let range = unknowns[place].range
    let width = range.upperBound - range.lowerBound
    for part in [1e-4, 1e-3, 1e-2] {
      for side in [-1.0, 1] {
        var beside = numbers
        beside[place] = min(
          max(numbers[place] + side * part * width, range.lowerBound), range.upperBound)
        guard try missing(at: beside)[place] * left <= 0 else { continue }
        return min(beside[place], numbers[place])...max(beside[place], numbers[place])
      }
    }
    return nil
  }

  /// The least or the most, by Brent's method from the best of some evenly spaced numbers.
  private mutating func least() throws -> Double {
    let unknown = unknowns[0]
    var sign = 1.0
    if case .most = unknown.goal.aim { sign = -1 }
    let width = unknown.range.upperBound - unknown.range.lowerBound
    return try minimum(in: unknown.range, tolerance: width * 1e-4) {
      try sign * missing(at: [$0])[0]
    }
  }

  /// The number with the fewest decimals among those that come to the same to the øre, as far as the
  /// trials show.
  ///
  /// - Parameter number: One of the numbers tried.
  /// - Returns: It, or one near it that is shorter.
  private func simplest(_ number: Double) -> Double {
    let number = Ratio(nearest: number, decimals: Solution.decimals).double
    guard let found = tried[[number]] else { return number }
    let sorted = tried.sorted { $0.key[0] < $1.key[0] }
    guard let place = sorted.firstIndex(where: { $0.key == [number] }) else { return number }
    func isSame(_ other: Tried) -> Bool {
      other.missing == found.missing && other.flows == found.flows
    }
    let low = sorted[...place].reversed().prefix { isSame($0.value) }.last?.key[0] ?? number
    let high = sorted[place...].prefix { isSame($0.value) }.last?.key[0] ?? number
    for decimals in 0..<Solution.decimals {
      let rounded = [number, low, high].map { Ratio(nearest: $0, decimals: decimals).double }
      if let simple = rounded.first(where: { (low...high).contains($0) }) { return simple }
    }
    return number
  }

  private func unattainable(_ unknown: Unknown, _ how: String) -> Refusal {
    let (goal, range) = (unknown.goal, unknown.range)
    return Refusal(
      "\(goal.position): '\(goal.name)' cannot be reached: no '\(goal.number.text)' in "
        + "\(short(range.lowerBound))…\(short(range.upperBound)) brings '\(goal.measure.name)' "
        + "where it should be; \(how)",
      help: "widen 'low' and 'high' of the number, or ask for less")
  }

  private func short(_ number: Double) -> String {
    Ratio(nearest: number, decimals: 6).description
  }

  private func percent(_ share: Double) -> String {
    Ratio(nearest: share * 100, decimals: 4).description + " %"
  }
}
