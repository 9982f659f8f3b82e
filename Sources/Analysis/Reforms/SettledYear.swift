public import Scenarios
public import Simulation
public import Work

/// A national scenario's year as it is meant: the goals of a reform found first.
public struct SettledYear: Sendable {
  /// The scenario with what was found.
  public let file: ScenarioFile
  public let run: NationalRun
  /// What was found; empty where nothing was asked for.
  public let solved: [Solution.Row]
  /// The year the reform is compared with; `nil` for a scenario that is none, and when nobody asked.
  public let baseline: NationalRun?

  /// - Parameters:
  ///   - file: A national scenario or a reform of one.
  ///   - comparing: Whether the year it is compared with is wanted too. A reform with goals runs it in
  ///     any case.
  ///   - workers: How many cores work.
  /// - Throws: `Faults` when the scenario is wrong, `Refusal` when it has no answer or a goal cannot
  ///   be reached, `Interrupted` when told to stop.
  public init(
    of file: ScenarioFile, comparing: Bool = false, workers: Workers = Workers()
  ) throws {
    let scenario = try file.nationalScenario()
    guard !scenario.goals.isEmpty || (comparing && !file.reforms.isEmpty) else {
      // Nothing is run twice, so no draws need be kept.
      let year = try NationalYear(scenario, of: try file.nation(of: scenario))
      (self.file, run, solved) = (file, try year.run(workers: workers), [])
      baseline = nil
      return
    }
    var runner = YearRunner(workers: workers)
    let before = try runner.run(file.baseline)
    let solution = try Solution(
      of: file, against: BaselineYear(before, by: &runner), by: &runner)
    (self.file, run, solved) = (solution.file, solution.run, solution.rows)
    baseline = before
  }
}
