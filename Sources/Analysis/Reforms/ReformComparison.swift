import Diagnostics
public import Scenarios
public import Simulation
public import Work

/// Reforms beside a baseline, each alone and on request all together.
public struct ReformComparison: Sendable {
  public let base: ScenarioFile
  public let baseline: NationalRun
  /// Each reform alone, in the order they were named.
  public let alternatives: [Alternative]
  /// All of them together; `nil` unless asked for.
  public let package: Alternative?
  /// What two of them both change.
  public let conflicts: [Conflict]
  /// What each part of the package does; `nil` unless there is one.
  public let attribution: Attribution?

  /// Two reforms that change the same place to different values.
  public struct Conflict: Sendable {
    public var first: MadeChange
    public var second: MadeChange
  }

  /// What is asked for beside each reform alone.
  public enum Together: Sendable {
    case no
    /// The reforms as a package, with what each part does alone and what they do together.
    case steps
    /// The same, and a fair share of the interaction for each part. Runs every subset.
    case shapley
  }

  /// The most reforms whose subsets are all run.
  static let mostForShapley = 8

  /// - Parameters:
  ///   - base: The baseline, a national scenario.
  ///   - reforms: Paths of reform files.
  ///   - together: Whether they are also run as one package.
  ///   - workers: How many cores work.
  ///   - told: Told what is being run, before each year.
  /// - Throws: `Faults` when a file is wrong, or when reforms of a package conflict; `Refusal` when a
  ///   year has no answer or a goal cannot be reached; `Interrupted` when told to stop.
  public init(
    of base: ScenarioFile, with reforms: [String], together: Together = .no,
    workers: Workers = Workers(), told: @escaping (String) -> Void = { _ in }
  ) throws {
    let names = try ScenarioFile.names(ofReformsAt: reforms)
    told("baseline")
    // A baseline that is itself a reform with goals is what they come to.
    let base =
      try base.nationalScenario().goals.isEmpty
      ? base : SettledYear(of: base, workers: workers).file
    let files = try reforms.map { try base.reformed(byFileAt: $0) }
    conflicts = files.indices.flatMap { a in
      files.indices.filter { $0 > a }.flatMap { b in
        files[a].conflicts(with: files[b]).map { Conflict(first: $0.0, second: $0.1) }
      }
    }
    if together != .no, !conflicts.isEmpty { throw Faults(conflicts.flatMap(\.diagnostics)) }
    if together == .shapley, reforms.count > Self.mostForShapley {
      throw Refusal(
        "\(reforms.count) reforms have \(1 << reforms.count) subsets",
        help: "name \(Self.mostForShapley) reforms at most, or leave '--shapley' out")
    }
    var runner = YearRunner(workers: workers)
    let before = try BaselineYear(runner.run(base), by: &runner)
    let baseline = before.run
    func alternative(_ members: [Int]) throws -> Alternative {
      let name = members.map { names[$0] }.joined(separator: " + ")
      let file = try members.dropFirst().reduce(files[members[0]]) {
        try $0.reformed(byFileAt: reforms[$1])
      }
      told(name)
      return try Alternative(
        file, named: name, from: base, against: before, by: &runner, told: told)
    }
    let alone = try reforms.indices.map { try alternative([$0]) }
    (self.base, self.baseline, alternatives) = (base, baseline, alone)
    guard together != .no, reforms.count > 1 else {
      (package, attribution) = (nil, nil)
      return
    }
    let all = try alternative(Array(reforms.indices))
    package = all
    let effects = { (run: NationalRun) in Effects(of: run, against: baseline) }
    guard together == .shapley else {
      attribution = Attribution(
        names: names, alone: alone.map { effects($0.run) }, total: effects(all.run))
      return
    }
    var subsets: [Int: Effects] = [0: .zero]
    for subset in 1..<(1 << reforms.count) {
      let members = reforms.indices.filter { subset & (1 << $0) != 0 }
      subsets[subset] =
        switch members.count {
        case 1: effects(alone[members[0]].run)
        case reforms.count: effects(all.run)
        default: effects(try alternative(members).run)
        }
    }
    attribution = Attribution(names: names, subsets: subsets)
  }
}

extension ReformComparison.Conflict {
  /// One message at each of the two lines.
  var diagnostics: [Diagnostic] {
    [
      Diagnostic(
        "'\(first.path.text)' is changed here and, to something else, at \(second.path.position)",
        at: first.path.position,
        help: "reforms of one package change different places; compare them without '--package'"),
      Diagnostic(
        "'\(second.path.text)' is changed here and, to something else, at \(first.path.position)",
        at: second.path.position),
    ]
  }
}
