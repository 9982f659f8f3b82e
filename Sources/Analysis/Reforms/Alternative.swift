import Foundation
public import Scenarios
public import Simulation

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

  init(
    _ file: ScenarioFile, named name: String, against baseline: NationalRun,
    by runner: inout YearRunner, told: (Int) -> Void
  ) throws {
    let solution = try Solution(of: file, against: baseline, by: &runner, told: told)
    self.name = name
    title = file.reforms.last?.title ?? name
    (self.file, solved, run) = (solution.file, solution.rows, solution.run)
  }

  /// How files are called in tables.
  static func name(of path: String) -> String {
    ((path as NSString).lastPathComponent as NSString).deletingPathExtension
  }
}
