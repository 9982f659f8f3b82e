import Diagnostics
public import Scenarios
import Simulation
import Units

/// The years that a search tries.
struct Trials {
  let file: ScenarioFile
  let baseline: BaselineYear
  let unknowns: [Unknown]
  /// What each measure shall be; `nil` for a least or a most.
  let targets: [Ratio?]

  /// One of them.
  struct Year {
    /// The scenario with numbers in place.
    var file: ScenarioFile
    /// Its year with the baseline's contacts.
    var run: NationalRun
    /// What each goal is about, when the goal says it is taken.
    var measured: [Ratio]
  }

  func year(at numbers: [Double], _ runner: inout YearRunner) throws -> Year {
    var changed = file
    for (number, unknown) in zip(numbers, unknowns) {
      changed = try changed.setting(
        unknown.goal.number.value, to: Ratio(nearest: number, decimals: Solution.decimals))
    }
    let run = try runner.run(changed)
    for unknown in unknowns {
      if let why = unknown.goal.measure.refusal(in: run, against: baseline.run) { throw why }
    }
    var runs: [Stages.Stage: NationalRun] = [.immediate: run]
    for stage in Stages.Stage.allCases where unknowns.contains(where: { $0.goal.stage == stage }) {
      runs[stage] = try runner.run(
        changed, at: stage, after: run, named: run.scenario.title, against: baseline)
    }
    let measured = unknowns.map { unknown in
      unknown.goal.measure.value(
        in: runs[unknown.goal.stage] ?? run, against: baseline.at(unknown.goal.stage))
    }
    return Year(file: changed, run: run, measured: measured)
  }

  /// How far each measure is from where it should be, as a part of that; the measure itself where it
  /// shall be least or most.
  func missing(in year: Year) -> [Double] {
    zip(year.measured, targets).map { value, target in
      guard let target else { return value.double }
      let scale = abs(target.double)
      return (value - target).double / (scale > 0 ? scale : 1)
    }
  }

  /// Whether any goal waits for answers, so that a trial is many years.
  var areAnswered: Bool { unknowns.contains { $0.goal.stage == .afterBehaviour } }
}

extension Goal {
  /// When its measure is taken.
  public var stage: Stages.Stage {
    switch after {
    case nil: .immediate
    case .listMovements: .afterListMovements
    case .behaviour: .afterBehaviour
    }
  }
}
