import Diagnostics
import Scenarios
import Simulation
import Statistics
import Units

/// The search behind a ``Solution``.
struct Trials {
  let file: ScenarioFile
  let baseline: NationalRun
  let unknowns: [Unknown]
  /// What each measure shall be; `nil` for a least or a most.
  let targets: [Ratio?]

  /// The scenario with numbers in place, and its year.
  func year(
    at numbers: [Double], _ runner: inout YearRunner
  ) throws -> (ScenarioFile, NationalRun) {
    var changed = file
    for (number, unknown) in zip(numbers, unknowns) {
      changed = try changed.setting(
        unknown.goal.number.value, to: Ratio(nearest: number, decimals: Solution.decimals))
    }
    let run = try runner.run(changed)
    for unknown in unknowns {
      if let refusal = unknown.goal.measure.refusal(in: run, against: baseline) { throw refusal }
    }
    return (changed, run)
  }

  func measured(in run: NationalRun) -> [Ratio] {
    unknowns.map { $0.goal.measure.value(in: run, against: baseline) }
  }

  /// - Returns: One number per unknown.
  mutating func search(
    _ runner: inout YearRunner, _ told: (Int) -> Void
  ) throws -> [Double] {
    guard !unknowns.isEmpty else { return [] }
    var count = 0
    var kept = runner
    defer { runner = kept }
    func missing(_ numbers: [Double]) throws -> [Double] {
      count += 1
      told(count)
      let measured = measured(in: try year(at: numbers, &kept).1)
      return zip(measured, targets).map { value, target in
        guard let target else { return value.double }
        let scale = abs(target.double)
        return (value - target).double / (scale > 0 ? scale : 1)
      }
    }
    if targets.count == 1 {
      return [try targets[0] == nil ? extreme(of: missing) : crossing(of: missing)]
    }
    if let place = targets.firstIndex(of: nil) {
      throw Faults(
        "'\(unknowns[place].goal.name)' asks for a least or a most beside other goals",
        at: unknowns[place].goal.position, help: "let such a goal be the only one under 'solve'")
    }
    return try together(missing)
  }

  /// One number, by Brent's method.
  private func crossing(of missing: ([Double]) throws -> [Double]) throws -> Double {
    let (unknown, range) = (unknowns[0], unknowns[0].range)
    var thrown: (any Error)?
    var ends: [Double: Double] = [:]
    let function: (Double) -> Double = { number in
      guard thrown == nil else { return 0 }
      if let known = ends[number] { return known }
      do {
        let value = try missing([number])[0]
        ends[number] = value
        return value
      } catch {
        thrown = error
        return 0
      }
    }
    let width = range.upperBound - range.lowerBound
    let found: Result<Double, NumericalError>
    do throws(NumericalError) {
      found = .success(try root(in: range, tolerance: width * 1e-9, of: function))
    } catch {
      found = .failure(error)
    }
    if let thrown { throw thrown }
    switch found {
    case .success(let number): return number
    case .failure:
      let (low, high) = (ends[range.lowerBound] ?? 0, ends[range.upperBound] ?? 0)
      throw unattainable(
        unknown,
        "it is \(percent(low)) off at \(short(range.lowerBound)) and \(percent(high)) off "
          + "at \(short(range.upperBound))")
    }
  }

  /// Several numbers at once.
  private func together(_ missing: ([Double]) throws -> [Double]) throws -> [Double] {
    var fit = LeastSquares(ranges: unknowns.map(\.range))
    fit.tolerance = Solution.tolerance / 20
    fit.mostIterations = 20
    let best: [Double]
    do {
      best = try fit.fit(
        from: unknowns.map(\.start), residuals: unknowns.count, missing)
    } catch let error as NumericalError {
      throw Refusal("the goals cannot be reached together: \(error)", help: "check the intervals")
    }
    let left = try missing(best)
    guard let worst = left.indices.max(by: { abs(left[$0]) < abs(left[$1]) }),
      abs(left[worst]) > Solution.tolerance
    else { return best }
    throw unattainable(unknowns[worst], "the nearest found leaves it \(percent(left[worst])) off")
  }

  /// The least or the most, by Brent's method from the best of some evenly spaced numbers.
  private func extreme(of measured: ([Double]) throws -> [Double]) throws -> Double {
    let unknown = unknowns[0]
    var sign = 1.0
    if case .most = unknown.goal.aim { sign = -1 }
    let width = unknown.range.upperBound - unknown.range.lowerBound
    return try minimum(in: unknown.range, tolerance: width * 1e-4) {
      try sign * measured([$0])[0]
    }
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
