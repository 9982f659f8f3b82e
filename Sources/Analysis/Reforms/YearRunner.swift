public import Scenarios
public import Simulation
public import Work

/// Runs national years one after another, and draws again only where draws differ.
///
/// The draws of the first year, the baseline, are kept all the time; those of the last other year
/// until another is drawn; and those of nations drawn before may be shared by many runners. A year that
/// draws the same as one of them is only priced.
public struct YearRunner {
  private let workers: Workers
  /// With the file that describes the nation, where one does.
  private var kept: [(file: ScenarioFile?, nation: DrawnNation)]
  /// Whether years are drawn to be priced more than once.
  private let isKeeping: Bool
  /// How many of the kept stay: the shared ones and the first of its own.
  private let permanent: Int
  /// Whose tables are taken over where they follow from the same numbers.
  private let alike: NationalYear?
  /// How many years were drawn, and how many only priced.
  public private(set) var drawn = 0
  public private(set) var priced = 0

  /// - Parameters:
  ///   - workers: How many cores work.
  ///   - shared: Nations drawn before, with the files that describe them.
  ///   - alike: A year much like those that are run; its tables are not made anew.
  ///   - isKeeping: Whether draws are kept; a year that is run once takes less memory without.
  public init(
    workers: Workers = Workers(), sharing shared: [(file: ScenarioFile, nation: DrawnNation)] = [],
    alike: NationalYear? = nil, keeping isKeeping: Bool = true
  ) {
    (self.workers, self.alike, self.isKeeping) = (workers, alike, isKeeping)
    kept = shared.map { ($0.file, $0.nation) }
    permanent = shared.count + 1
  }

  /// The year a scenario asks for, its goals left alone.
  ///
  /// - Throws: `Faults` when the scenario is wrong, `Refusal` when it has no answer, `Interrupted`
  ///   when told to stop.
  public mutating func run(_ file: ScenarioFile) throws -> NationalRun {
    let scenario = try file.nationalScenario()
    if let same = kept.first(where: { $0.file?.hasSameContacts(as: file) ?? false }) {
      priced += 1
      return try same.nation.repriced(under: scenario, workers: workers)
    }
    let year = try NationalYear(
      scenario, of: try file.nation(of: scenario), before: alike ?? kept.first?.nation.year)
    return try run(year, of: file)
  }

  /// - Parameters:
  ///   - year: The year.
  ///   - file: The file that describes it; `nil` when its nation is another one.
  /// - Returns: What it came to.
  /// - Throws: `Refusal` when the law has a gap, `Interrupted` when told to stop.
  mutating func run(_ year: NationalYear, of file: ScenarioFile? = nil) throws -> NationalRun {
    if let same = kept.first(where: { year.draws(like: $0.nation.year) }) {
      priced += 1
      return try same.nation.repriced(as: year, workers: workers)
    }
    drawn += 1
    guard isKeeping else { return try year.run(workers: workers) }
    let nation = try DrawnNation(year, workers: workers)
    kept = kept.prefix(permanent) + [(file, nation)]
    return nation.run
  }
}
