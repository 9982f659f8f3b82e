import Diagnostics
import Documents
public import Scenarios
public import Simulation
import Statistics
public import Units

/// Numbers found so that a scenario's goals are reached: a budget-neutral factor, a break-even.
///
/// One goal is found by Brent's method, several together by least squares of what is missing; both
/// from GSL. Every trial is the whole nation with the same draws; a goal after behaviour runs each
/// trial's answers as well, some years more.
///
/// Where prices in whole øre let a measure only pass its target, the nearer side is taken, and what was
/// reached stands beside what was asked for.
public struct Solution: Sendable {
  public let rows: [Row]
  /// The scenario with the found numbers, and no goals left.
  public let file: ScenarioFile
  public let run: NationalRun

  public struct Row: Sendable {
    public var goal: Goal
    /// The interval searched.
    public var range: ClosedRange<Double>
    public var found: Ratio
    /// What was asked for; `nil` for a least or a most.
    public var target: Ratio?
    public var reached: Ratio
    /// Among whose lists.
    public var place: Place

    /// Whether what was reached is not what was asked for: prices move in steps too wide for it.
    public var isMissed: Bool {
      guard let target else { return false }
      let scale = abs(target.double)
      return abs((reached - target).double) > Solution.tolerance * (scale > 0 ? scale : 1)
    }
  }

  /// Decimals of a found number. One unit of the last moves a nation's fees by some kroner.
  static let decimals = 9
  /// How far from its target a goal is told as missed, as a part of the target. Prices are in whole
  /// øre, so sums move in steps: half an øre is this much of a price of fifty kroner.
  static let tolerance = 1e-4

  /// - Parameters:
  ///   - asked: A national scenario; without goals it is only run.
  ///   - base: The baseline's scenario; that of the file itself unless said.
  ///   - baseline: What goals compare with.
  ///   - runner: Runs the years.
  ///   - told: Called before each trial with its number.
  /// - Throws: `Faults` when the scenario is wrong, `Refusal` when a goal cannot be reached,
  ///   `Interrupted` when told to stop.
  public init(
    of asked: ScenarioFile, from base: ScenarioFile? = nil, against baseline: BaselineYear,
    by runner: inout YearRunner, told: (Int) -> Void = { _ in }
  ) throws {
    let carried = try CarriedGoals(of: asked, from: base ?? asked.baseline, by: &runner, told: told)
    let file = carried.file
    // Reading costs as much as pricing where nothing is drawn, so a file without goals is read once.
    guard file.document["solve"] != nil else {
      (self.file, run, rows) = (file, try runner.run(file), carried.rows)
      return
    }
    let scenario = try file.nationalScenario()
    let unknowns = try scenario.goals.map { try Unknown($0, in: file) }
    let targets = unknowns.map { unknown -> Ratio? in
      guard case .until(let measure, let target) = unknown.goal.aim else { return nil }
      switch target {
      case .value(let value): return value
      case .baseline(let times, let plus):
        let before = baseline.at(unknown.goal.stage)
        return measure.value(in: before, against: before) * times + plus
      }
    }
    let trials = Trials(
      file: try file.changing("solve", to: Node(.scalar("null", isQuoted: false), at: file.place)),
      baseline: baseline, unknowns: unknowns, targets: targets)
    let (best, year) = try withoutActuallyEscaping(told) { told in
      var search = Search(among: trials, by: runner, told: told)
      defer { runner = search.runner }
      return try search.found()
    }
    (self.file, run) = (year.file, year.run)
    let own = Place(run)
    rows =
      carried.rows
      + unknowns.indices.map { place in
        Row(
          goal: unknowns[place].goal, range: unknowns[place].range,
          found: Ratio(nearest: best[place], decimals: Self.decimals), target: targets[place],
          reached: year.measured[place], place: own)
      }
  }
}

extension ScenarioFile {
  fileprivate var place: SourcePosition { document.position }
}

/// A number that is searched.
struct Unknown {
  let goal: Goal
  let start: Double
  let range: ClosedRange<Double>

  init(_ goal: Goal, in file: ScenarioFile) throws(Faults) {
    let (start, range) = try goal.interval(in: file)
    (self.goal, self.start) = (goal, start.double)
    self.range = range.lowerBound.double...range.upperBound.double
  }
}
