import Analysis
import Diagnostics
import Documents
import Scenarios
import Simulation
import Work

/// One replicate of a sweep over years of a nation: what all its points share.
///
/// Nations whose lists and contacts no factor decides are drawn once, and priced by every point on its
/// own core.
struct PreparedNation: Sendable {
  private let sweep: Sweep
  private let policies: [ScenarioFile]
  private let baseline: ScenarioFile?
  /// The baseline's year where no factor is in it.
  private let fixed: Outcome.Baseline?
  private let shared: [(file: ScenarioFile, nation: DrawnNation)]
  /// A year whose tables the points take over where they may.
  private let alike: NationalYear

  /// - Parameters:
  ///   - sweep: The sweep.
  ///   - seed: Of the replicate.
  ///   - workers: How many cores draw.
  /// - Throws: `Faults`, `Refusal` and `Interrupted` as a run of the baseline does.
  init(_ sweep: Sweep, seed: UInt64, workers: Workers) throws {
    self.sweep = sweep
    policies = try sweep.policies.map { try $0.file.seeded(seed).remembering() }
    baseline = try sweep.baseline?.seeded(seed).remembering()
    let files = [baseline].compactMap(\.self) + policies
    var shared: [(file: ScenarioFile, nation: DrawnNation)] = []
    let first = try policies[0].nationalScenario()
    alike = try NationalYear(first, of: policies[0].nation(of: first))
    // A year that is run once is not worth keeping.
    let isRunOnce = sweep.factors.isEmpty
    func factors(of file: ScenarioFile) -> [String] {
      sweep.factors.filter { $0.isAdded || file.document.value(at: $0.path.value) != nil }
        .map(\.path.value)
    }
    for file in files where !isRunOnce && !factors(of: file).contains(where: file.decidesContacts) {
      guard !shared.contains(where: { $0.file.hasSameContacts(as: file) }) else { continue }
      let scenario = try file.nationalScenario()
      let year = try NationalYear(scenario, of: file.nation(of: scenario), before: alike)
      guard !shared.contains(where: { year.draws(like: $0.nation.year) }) else { continue }
      shared.append((file, try DrawnNation(year, workers: workers)))
    }
    self.shared = shared
    if let baseline, factors(of: baseline).isEmpty {
      var runner = YearRunner(workers: workers, sharing: shared, alike: alike)
      fixed = Outcome.Baseline(
        try BaselineYear(runner.run(baseline), by: &runner), at: sweep.stage, sweep.outcomes)
    } else {
      fixed = nil
    }
  }

  /// Runs every policy at a point.
  ///
  /// - Parameters:
  ///   - values: One per factor.
  ///   - workers: How many cores work at this point.
  /// - Throws: `Interrupted` when told to stop.
  /// - Returns: One row per policy; what a scenario refuses is in its row.
  func rows(at values: [FactorValue], workers: Workers) throws -> [FinishedPoint.Row] {
    // A year that nothing is compared with is not priced twice.
    let isAlone = policies.count == 1 && baseline == nil
    var runner = YearRunner(
      workers: workers, sharing: shared, alike: alike, keeping: !isAlone)
    let before = try settled { () throws -> Outcome.Baseline? in
      if let fixed { return fixed }
      return try baseline.map {
        let run = try runner.run($0.taking(values, of: sweep.factors))
        return Outcome.Baseline(
          try BaselineYear(run, by: &runner), at: sweep.stage, sweep.outcomes)
      }
    }
    return try zip(policies, sweep.policies).map { file, policy in
      let outcomes = try settled { () throws -> [Double?] in
        let before = try before.get()
        if policy.isBaseline, let before {
          return Outcome.values(of: sweep.outcomes, in: before.run, against: before)
        }
        let file = try file.taking(values, of: sweep.factors)
        let run = try runner.run(file, at: sweep.stage, against: before?.year)
        return Outcome.values(of: sweep.outcomes, in: run, against: before)
      }
      return switch outcomes {
      case .success(let outcomes): FinishedPoint.Row(outcomes: outcomes)
      case .failure(let refused):
        FinishedPoint.Row(outcomes: sweep.outcomes.map { _ in nil }, refused: refused.why)
      }
    }
  }
}

extension ScenarioFile {
  /// The scenario with every factor at its value.
  func taking(_ values: [FactorValue], of factors: [Factor]) throws(Faults) -> ScenarioFile {
    var file = self
    for (value, factor) in zip(values, factors) { file = try file.taking(value, of: factor) }
    return file
  }

  /// The scenario with other random numbers.
  func seeded(_ seed: UInt64) throws(Faults) -> ScenarioFile {
    try changing("seed", to: Node(.scalar(String(seed), isQuoted: false), at: document.position))
  }
}
