import Diagnostics
import Documents
import Practices
import Scenarios
import Simulation

extension Solution {
  /// The lists among which a goal is reached, so that «neutral» says for whom.
  public struct Place: Hashable, Sendable {
    public var title: String
    public var lists: Int
    public var persons: Int
    /// Whether they are the nation's, and not the scenario's own.
    public var isNation: Bool

    init(_ run: NationalRun) {
      title = run.scenario.title
      (lists, persons) = (run.year.nation.lists.count, run.year.nation.persons)
      isNation = false
    }
  }
}

/// Goals that are reached in the nation, and whose numbers are then used with other lists.
///
/// A municipality that asks what a neutral reform does to it means one that is neutral for the country.
/// Such goals are reached before any others, together where there are several, in the scenario with the
/// nation's lists; what is compared with is the baseline with the nation's lists.
struct CarriedGoals {
  /// The scenario with the numbers found, and the goals that are left.
  let file: ScenarioFile
  let rows: [Solution.Row]

  init(
    of file: ScenarioFile, from base: ScenarioFile, by runner: inout YearRunner,
    told: (Int) -> Void
  ) throws {
    let carried = file.goalsOfNation
    guard !carried.isEmpty else {
      (self.file, rows) = (file, [])
      return
    }
    let nation = file.nationFile ?? base.nationFile ?? base
    let asked = try file.with(listsOf: nation).keepingGoals { carried.contains($0) }
      .withoutPlaces(of: carried)
    let before = try BaselineYear(
      runner.run(base.with(listsOf: nation).keepingGoals { _ in false }), by: &runner)
    let solution = try Solution(of: asked, from: base, against: before, by: &runner, told: told)
    rows = solution.rows.map { row in
      var row = row
      row.place.title = nation.document["scenario"]?.asTyped ?? row.place.title
      row.place.isNation = true
      return row
    }
    var settled = try file.keepingGoals { !carried.contains($0) }
    for row in solution.rows {
      settled = try settled.setting(row.goal.number.value, to: row.found)
    }
    self.file = settled
  }
}

extension ScenarioFile {
  /// The names of goals that are reached in the nation.
  fileprivate var goalsOfNation: [String] {
    document["solve"]?.entries.filter { $0.value["in"]?.asTyped == Goal.Place.nation.rawValue }
      .map(\.key.value) ?? []
  }

  /// The scenario with some of its goals, or without `solve` where none are left.
  fileprivate func keepingGoals(where isKept: (String) -> Bool) throws(Faults) -> ScenarioFile {
    guard let solve = document["solve"] else { return self }
    let kept = solve.entries.filter { isKept($0.key.value) }
    let value =
      kept.isEmpty
      ? Node(.scalar("null", isQuoted: false), at: solve.position)
      : Node(.mapping(kept), at: solve.position)
    return try changing("solve", to: value)
  }

  /// The scenario whose goals no longer say that they are reached elsewhere.
  fileprivate func withoutPlaces(of goals: [String]) throws(Faults) -> ScenarioFile {
    var file = self
    for goal in goals {
      file = try file.changing(
        "solve.\(goal).in", to: Node(.scalar("null", isQuoted: false), at: document.position))
    }
    return file
  }
}
