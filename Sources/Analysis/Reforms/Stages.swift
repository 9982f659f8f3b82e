import Diagnostics
import Documents
import Practices
import Rules
public import Scenarios
import Simulation
import Units

/// A reform step by step: at once, after persons have moved between lists, after everybody has
/// answered to what is paid.
public struct Stages: Sendable {
  public let rows: [Row]

  public struct Row: Sendable {
    public var stage: Stage
    /// Which end of the strengths of behaviour; `nil` for the central ones.
    public var end: End?
    public var effects: Effects
    public var contacts: Int
    /// Persons who moved between lists, and who are beyond a cap and found none.
    public var moved: Int
    public var unplaced: Int
    public var response: Response
    /// Places offered on lists with a practitioner: persons on them and free places, times the
    /// response.
    public var places: Int
  }

  public enum Stage: String, CaseIterable, Sendable {
    case immediate
    case afterListMovements = "after-list-movements"
    case afterBehaviour = "after-behaviour"
  }

  /// - Parameters:
  ///   - file: The reform, with what it asked for found.
  ///   - name: What it is called when something is told.
  ///   - run: Its year with the baseline's contacts.
  ///   - baseline: The year it is compared with.
  ///   - runner: Runs the years.
  ///   - told: Told what is being run.
  /// - Throws: `Refusal` when the answers do not settle, or a theory lacks what it needs.
  init(
    _ file: ScenarioFile, named name: String, run: NationalRun, against baseline: BaselineYear,
    by runner: inout YearRunner, told: (String) -> Void
  ) throws {
    var rows = [Row(.immediate, nil, run, baseline, nil, Response())]
    let movements = run.listMovements()
    if movements.map({ $0.moved > 0 }) ?? false { told("\(name), list movements") }
    let settled = try runner.moved(run, by: movements)
    if movements != nil || baseline.isMoved {
      rows.append(Row(.afterListMovements, nil, settled, baseline, movements, Response()))
    }
    guard let behaviour = run.scenario.behaviour, behaviour.theory != .none else {
      self.rows = rows
      return
    }
    for end in [nil, End.low, .high] {
      let asked = try file.taking(end, of: behaviour)
      let answered = try AnsweredYear(
        asked, named: name, run: settled, movements, against: baseline, by: &runner, told: told)
      rows.append(
        Row(.afterBehaviour, end, answered.run, baseline, movements, answered.response))
    }
    self.rows = rows
  }
}

extension Stages.Row {
  fileprivate init(
    _ stage: Stages.Stage, _ end: End?, _ run: NationalRun, _ baseline: BaselineYear,
    _ movements: ListMovements?, _ response: Response
  ) {
    (self.stage, self.end, self.response) = (stage, end, response)
    effects = Effects(of: run, against: baseline.at(stage))
    contacts = run.contacts
    (moved, unplaced) = (movements?.moved ?? 0, movements?.unplaced ?? 0)
    let offered = run.year.nation.lists.filter { $0.form != .vacant }.reduce(0) {
      $0 + max($1.length, $1.cap)
    }
    places = Ratio(nearest: Double(offered) * response.places, decimals: 0).rounded
  }
}

extension ScenarioFile {
  /// The scenario with every strength of behaviour at an end of its interval.
  fileprivate func taking(_ end: End?, of behaviour: BehaviourSetting) throws -> ScenarioFile {
    guard let end else { return self }
    return try behaviour.strengths.reduce(self) { try $0.taking(end, of: $1.path) }
  }
}

extension BehaviourSetting {
  fileprivate var strengths: [Estimate] {
    [
      visitsToCopay, visitsToFees, listsToBaseShare, hoursToReward, effortToReward, staffToGain,
      staffGain,
    ]
  }
}
