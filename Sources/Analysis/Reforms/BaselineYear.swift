import Diagnostics
public import Simulation

/// The year reforms are compared with.
///
/// A cap on persons that is law before a reform moves persons before it too. What a reform does after
/// list movements is told from the baseline after its own, so that a reform that decides nothing about
/// lists moves nothing at any stage.
public struct BaselineYear: Sendable {
  /// At once.
  public let run: NationalRun
  /// After persons have moved between lists; as at once where its cap moves nobody.
  public let moved: NationalRun
  /// Whether its cap moves anybody.
  let isMoved: Bool

  /// - Parameters:
  ///   - run: The baseline's year.
  ///   - runner: Runs the year after movements, where there are any.
  /// - Throws: ``Refusal`` and `Interrupted` as the year did.
  public init(_ run: NationalRun, by runner: inout YearRunner) throws {
    self.run = run
    let movements = run.listMovements()
    moved = try runner.moved(run, by: movements)
    isMoved = movements.map { $0.moved > 0 } ?? false
  }

  /// What a year at a stage is compared with.
  public func at(_ stage: Stages.Stage) -> NationalRun { stage == .immediate ? run : moved }
}

extension YearRunner {
  /// A year after persons have moved; itself where none do.
  mutating func moved(_ run: NationalRun, by movements: ListMovements?) throws -> NationalRun {
    guard let movements, movements.moved > 0 else { return run }
    return try self.run(NationalYear(run.scenario, of: movements.nation))
  }
}
