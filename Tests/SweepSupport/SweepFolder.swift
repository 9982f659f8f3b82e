import Foundation
import ScenarioSupport
public import Sweeps
import TestSupport

/// A folder with small scenarios, and sweeps of them as a user writes them.
///
/// - `lists.yaml`: diplomats on seven lists of a test's own; a point takes less than a millisecond.
/// - `norway.yaml`: the shipped diplomats, whose lists are made anew for every seed.
/// - `nation.yaml`: a year of few persons in few municipalities.
public struct SweepFolder {
  public let path: String
  private let folder: TemporaryFolder

  /// - Parameter seed: Of all three scenarios.
  /// - Throws: What writing the files throws.
  public init(seed: Int = 1) throws {
    folder = try TemporaryFolder()
    path = folder.path
    let norway = Repository.path("Scenarios/norway")
    try file("lists.csv", sevenLists)
    try file(
      "lists.yaml",
      """
      reform: Diplomats on few lists
      base: \(norway)/diplomat-list.yaml
      change:
        seed: \(seed)
        lists: { file: lists.csv }
        arrivals.diplomats.persons.central: 40

      """)
    try file(
      "norway.yaml",
      "reform: Diplomats\nbase: \(norway)/diplomat-list.yaml\nchange: { seed: \(seed) }\n")
    let groups = [
      "under-2000", "2000-4999", "5000-9999", "10000-19999", "20000-49999", "50000-99999",
      "100000-249999",
    ]
    try file(
      "nation.yaml",
      """
      reform: A small Norway
      base: \(norway)/baseline-2023.yaml
      change:
        seed: \(seed)
        population.persons.central: 2000
        use.groups:
          - { from-age: 0, to-age: 49, consultations: 2.4, with-consultation: 0.7,
              simple-contacts: 1.6, out-of-hours: 0.25, with-out-of-hours: 0.2, women-to-men: 1.5 }
          - { from-age: 50, to-age: 105, consultations: 3.8, with-consultation: 0.8,
              simple-contacts: 3.5, out-of-hours: 0.2, with-out-of-hours: 0.15, women-to-men: 1.1 }
      \(groups.map { "  municipality-groups.\($0).municipalities: 1" }.joined(separator: "\n"))

      """)
  }

  /// A number at its interval, a number between two ends, and a word.
  public static let vary = """
    arrivals.diplomats.uptake: { interval: triangular }
    arrivals.diplomats.insured-share: { uniform: [0.3, 0.7] }
    placement: { any-of: [free-places, shortest-first] }
    """

  /// Writes a file into the folder, and returns its path.
  @discardableResult public func file(_ name: String, _ text: String) throws -> String {
    try folder.file(name, text)
  }

  /// Makes a folder in the folder.
  public func make(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: path + "/" + name, withIntermediateDirectories: true)
  }

  /// Writes a sweep into the folder, and returns its path.
  ///
  /// - Parameters:
  ///   - design: What stands under `design`.
  ///   - vary: Factors from column 0; nothing for a table of points.
  ///   - base: One of the scenarios of the folder.
  ///   - outcomes: In one line.
  ///   - more: Further keys, from column 0.
  ///   - name: The name of the file.
  /// - Throws: What writing the file throws.
  /// - Returns: The path.
  @discardableResult public func write(
    _ design: String, vary: String = vary, base: String = "lists.yaml",
    outcomes: String = "change.payer.municipality, change.payer.state, placed", more: String = "",
    as name: String = "sweep.yaml"
  ) throws -> String {
    let factors = vary.split(separator: "\n").map { "  \($0)\n" }.joined()
    return try file(
      name,
      """
      sweep: A test
      base: \(base)
      \(factors.isEmpty ? "" : vary.contains("\n") || vary.contains(":") ? "vary:\n\(factors)" : "vary: \(vary)")
      design: \(design)
      outcomes: [\(outcomes)]
      \(more)

      """)
  }

  /// Writes a sweep as ``write(_:vary:base:outcomes:more:as:)`` does, and reads it.
  public func sweep(
    _ design: String, vary: String = vary, base: String = "lists.yaml",
    outcomes: String = "change.payer.municipality, change.payer.state, placed", more: String = "",
    as name: String = "sweep.yaml"
  ) throws -> Sweep {
    try Sweep(
      reading: write(
        design, vary: vary, base: base, outcomes: outcomes, more: more, as: name),
      asking: everyQuestion)
  }
}
