import Diagnostics
import Documents
public import Scenarios
public import Simulation
import Units

/// A reform's year after patients and practices have answered to what is paid, and to each other.
struct AnsweredYear {
  let run: NationalRun
  let response: Response

  private static let mostRounds = 30
  private static let tolerance = 1e-4

  /// - Parameters:
  ///   - file: The reform, with what it asked for found, and the strengths of its behaviour.
  ///   - name: What it is called when something is told.
  ///   - run: Its year with the baseline's contacts, after list movements.
  ///   - movements: What its caps do to the lists; `nil` where nobody is beyond one.
  ///   - baseline: The year it is compared with.
  ///   - runner: Runs the years.
  ///   - told: Told what is being run.
  /// - Throws: `Refusal` when the answers do not settle, or a theory lacks what it needs.
  init(
    _ file: ScenarioFile, named name: String, run: NationalRun, _ movements: ListMovements?,
    against baseline: BaselineYear, by runner: inout YearRunner, told: (String) -> Void
  ) throws {
    let scenario = try file.nationalScenario()
    guard let setting = scenario.behaviour, setting.theory != .none else {
      (self.run, response) = (run, Response())
      return
    }
    let old = try Prices(of: baseline.moved, for: setting.theory)
    var response = Response()
    var now = run
    for round in 1...Self.mostRounds {
      var next = Response(
        to: try Prices(of: now, for: setting.theory), from: old, by: setting)
      // Staff takes no more than all contacts of any type, and no more is told.
      if let most = scenario.mostStaff { next.staff = min(next.staff, most.double) }
      guard next.distance(to: response) >= Self.tolerance else {
        (self.run, self.response) = (now, response)
        return
      }
      response = round == 1 ? next : response.halfway(to: next)
      guard response.isPossible(for: scenario.use.levels) else {
        throw Refusal(
          "'\(name)': the answers grow beyond what a year can hold (visits × \(response.visits), "
            + "places × \(response.places))",
          help: "choose weaker strengths under 'behaviour'")
      }
      told("\(name), answer \(round)")
      let answered = try file.answered(by: response, of: scenario)
      if let movements, movements.moved > 0 {
        let year = try NationalYear(answered.nationalScenario(), of: movements.nation)
        now = try runner.run(year)
      } else {
        now = try runner.run(answered)
      }
    }
    throw Refusal(
      "'\(name)': after \(Self.mostRounds) rounds patients and practices still answer "
        + "to each other (visits × \(response.visits), places × \(response.places))",
      help: "choose weaker strengths under 'behaviour'")
  }
}

extension YearRunner {
  /// A reform's year at a stage: its goals found, persons moved where its caps move any, and answers
  /// given where its behaviour has a theory.
  ///
  /// - Parameters:
  ///   - file: A national scenario or a reform of one.
  ///   - stage: What has happened by then.
  ///   - baseline: The year it is compared with; `nil` for one that is itself the baseline.
  /// - Throws: `Faults` when the scenario is wrong; `Refusal` when it has no answer, a goal cannot be
  ///   reached or the answers do not settle; `Interrupted` when told to stop.
  /// - Returns: The year.
  public mutating func run(
    _ file: ScenarioFile, at stage: Stages.Stage, against baseline: BaselineYear?
  ) throws -> NationalRun {
    guard let baseline else { return try BaselineYear(run(file), by: &self).at(stage) }
    let solution = try Solution(of: file, against: baseline, by: &self)
    return try run(
      solution.file, at: stage, after: solution.run, named: solution.run.scenario.title,
      against: baseline)
  }

  /// A year at a stage, from the year at once.
  ///
  /// - Parameters:
  ///   - file: The year's file, with no goal left.
  ///   - stage: What has happened by then.
  ///   - immediate: Its year with the baseline's contacts.
  ///   - name: What it is called when it is refused.
  ///   - baseline: The year it is compared with.
  /// - Throws: `Refusal` when the answers do not settle, or a theory lacks what it needs.
  /// - Returns: The year.
  mutating func run(
    _ file: ScenarioFile, at stage: Stages.Stage, after immediate: NationalRun,
    named name: String, against baseline: BaselineYear
  ) throws -> NationalRun {
    guard stage != .immediate else { return immediate }
    let movements = immediate.listMovements()
    let moved = try moved(immediate, by: movements)
    guard stage == .afterBehaviour else { return moved }
    return try AnsweredYear(
      file, named: name, run: moved, movements, against: baseline, by: &self, told: { _ in }
    ).run
  }
}
