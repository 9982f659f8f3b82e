import Diagnostics
import Ledger
public import Scenarios
public import Simulation
public import Units

/// A reform, or several together, as a year beside the baseline's.
public struct Alternative: Sendable {
  /// The name of its file without the ending, or of several joined by ` + `.
  public let name: String
  public let title: String
  /// The scenario as it was run: changed, and with the numbers of its goals found.
  public let file: ScenarioFile
  /// The numbers that were found.
  public let solved: [Solution.Row]
  /// The year with the same contacts as the baseline, but for who takes them.
  public let run: NationalRun
  /// The years in which it comes into force, the last in full; none when it does so at once.
  public let phases: [Phase]
  /// What it does at once, after list movements and after behaviour.
  public let stages: Stages

  /// One year of coming into force, with the same contacts.
  public struct Phase: Sendable {
    /// From 1.
    public var year: Int
    /// The part of the change of each factor that is in force.
    public var share: Ratio
    /// What practices with lists receive as grants, and in all.
    public var grants: Money
    public var all: Money
    public var effects: Effects
  }

  init(
    _ file: ScenarioFile, named name: String, from base: ScenarioFile,
    against baseline: BaselineYear, by runner: inout YearRunner, told: (String) -> Void
  ) throws {
    let solution = try Solution(of: file, from: base, against: baseline, by: &runner) {
      told("\(name), trial \($0)")
    }
    self.name = name
    title = file.reforms.last?.title ?? name
    (self.file, solved, run) = (solution.file, solution.rows, solution.run)
    let scenario = solution.run.scenario
    stages = try Stages(
      solution.file, named: name, run: solution.run, against: baseline, by: &runner, told: told)
    phases = try (0..<(scenario.phaseInYears?.central.rounded ?? 0)).map { step in
      let share = Ratio(step + 1, over: scenario.phaseInYears?.central.rounded ?? 1)
      told("\(name), year \(step + 1)")
      let run = try runner.run(solution.file.phased(scenario.adjustments, to: share))
      return Phase(
        year: step + 1, share: share, grants: run.paidToPractices { $0.line.isGrant },
        all: run.paidToPractices { _ in true }, effects: Effects(of: run, against: baseline.run))
    }
  }
}

extension ScenarioFile {
  /// The scenario with a part of what its adjustments change: each factor on the way from 1 to what
  /// it becomes.
  fileprivate func phased(
    _ adjustments: [Adjustment], to share: Ratio
  ) throws(Faults) -> ScenarioFile {
    var file = self
    for adjustment in adjustments {
      let factor = Ratio.one + (adjustment.factor.central - .one) * share
      file = try file.setting("adjustments.\(adjustment.name).factor", to: factor)
    }
    return file
  }
}
