import Diagnostics
import Documents
import Foundation
import Practices
public import Scenarios
import Statistics
public import Units
public import Work

/// Free numbers of a national scenario, chosen so that the lines of the accounts are met, or as nearly as
/// their intervals allow.
///
/// Least squares of simulated over official less one, by GSL's trust-region method. Every trial is
/// the whole nation with the same draws, so what moves is what the number moves.
public struct Calibration: Sendable {
  public let rows: [Row]
  /// The scenario with the fitted numbers.
  public let file: ScenarioFile
  /// How many years were run.
  public let trials: Int

  /// A free number and the line it is fitted to.
  public struct Row: Sendable {
    public var path: String
    public var start: Ratio
    public var fitted: Ratio
    public var line: AccountsLine
    public var simulated: Ratio
    public var official: Ratio

    /// Simulated over official.
    public var ratio: Ratio { simulated / official }

    /// How far the line is off, as a part of what is official.
    public var difference: Ratio { ratio - .one }

    /// Whether the line is met: within a thousandth.
    public var isMet: Bool { abs(difference.double) <= Calibration.tolerance }
  }

  /// How far from its target a line is told as missed, as a part of the target. Amounts are in whole øre
  /// and contacts are whole, so no number need bring a line quite where it should be.
  public static let tolerance = 1e-3

  /// The lines that no numbers inside the intervals meet together.
  public var missed: [Row] { rows.filter { !$0.isMet } }

  /// - Parameters:
  ///   - file: A national scenario with a `calibration`.
  ///   - workers: How many cores work.
  ///   - told: Called after each trial with its number and the largest residual.
  /// - Throws: `Faults` when the scenario is wrong or asks for nothing, `Refusal` when nothing fits,
  ///   `Interrupted` when told to stop.
  public init(
    of file: ScenarioFile, workers: Workers = Workers(),
    told: (_ trial: Int, _ largestResidual: Double) -> Void = { _, _ in }
  ) throws {
    let scenario = try file.nationalScenario()
    if let year = scenario.accounts.year, year.value != scenario.year {
      throw Faults(
        "the accounts are of \(year.value), and the scenario's year is \(scenario.year)",
        at: year.position,
        help: "fit the numbers in \(year.value), or state the accounts of \(scenario.year)")
    }
    guard !scenario.calibration.isEmpty else {
      throw Faults(
        "the scenario has no 'calibration'", at: file.document.position,
        help: "list the paths that are free, and the line of the accounts each 'fits'")
    }
    try file.checkCalibration()
    try scenario.checkPersons(in: file)
    let free = try scenario.calibration.map { try Free($0, in: file) }
    let targets = free.map { scenario.target(of: $0.line) ?? .one }
    var trials = 0
    var runner = YearRunner(workers: workers)
    func figures(_ numbers: [Double]) throws -> (file: ScenarioFile, figures: AccountsFigures) {
      var changed = file
      for (number, free) in zip(numbers, free) {
        changed = try changed.setting(free.path, to: Ratio(nearest: number, decimals: 6))
      }
      return (changed, AccountsFigures(try runner.run(changed)))
    }
    let fit = LeastSquares(ranges: free.map(\.range))
    let best: [Double]
    do {
      best = try fit.fit(from: free.map(\.start.double), residuals: free.count) { numbers in
        let figures = try figures(numbers).figures
        let residuals = zip(free, targets).map { free, official in
          figures.value(of: free.line).double / official.double - 1
        }
        trials += 1
        told(trials, residuals.map(abs).max() ?? 0)
        return residuals
      }
    } catch let error as NumericalError {
      throw Refusal("no numbers fit the accounts: \(error)", help: "check the ranges")
    }
    let last = try figures(best)
    rows = free.indices.map { place in
      let line = free[place].line
      return Row(
        path: free[place].path, start: free[place].start,
        fitted: Ratio(nearest: best[place], decimals: 6), line: line,
        simulated: last.figures.value(of: line), official: targets[place])
    }
    self.file = last.file
    self.trials = trials
  }
}

extension NationalScenario {
  /// What a town's lists come to is no part of what the nation's accounts say.
  fileprivate func checkPersons(in file: ScenarioFile) throws {
    let nation = try file.nation(of: self)
    guard let accounted = accounts.persons, otherAccounts(of: nation) == .persons else { return }
    let (persons, count) = (nation.persons, nation.lists.count)
    let place =
      switch lists {
      case .file(let table): table.position
      case .synthetic: population.persons.position
      }
    throw Faults(
      "the accounts are of \(accounted.central) persons, and \(counted(persons, "person")) "
        + "\(persons == 1 ? "stands" : "stand") on the \(counted(count, "list")) of the scenario, so "
        + "no number is fitted to them",
      at: place,
      help: "fit the numbers of the nation's scenario, or state the accounts of the persons on the "
        + "lists")
  }
}

/// A free number before it is fitted.
private struct Free {
  var path: String
  var start: Ratio
  var range: ClosedRange<Double>
  var line: AccountsLine

  init(_ number: FreeNumber, in file: ScenarioFile) throws(Faults) {
    let (start, range) = try number.interval(in: file)
    (path, self.start) = (number.path.value, start)
    self.range = range.lowerBound.double...range.upperBound.double
    line = number.fits
  }
}
