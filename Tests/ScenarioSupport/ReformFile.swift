import Documents
public import Scenarios
import TestSupport

/// Reforms of the shipped baseline, as a user would write them, for a small nation.
public enum ReformFile {
  /// The shipped baseline of 2023 on few persons, changed as a reform file would.
  ///
  /// - Parameters:
  ///   - change: The lines under `change`, from column 2.
  ///   - persons: On the lists of the nation.
  /// - Throws: What reading the texts throws.
  /// - Returns: The changed file.
  public static func of(_ change: String, persons: Int = 20_000) throws -> ScenarioFile {
    let folder = try TemporaryFolder()
    let base = Repository.path("Scenarios/norway/baseline-2023.yaml")
    let path = try folder.file(
      "reform.yaml", "reform: A test\nbase: \(base)\nchange:\n\(change)\n")
    return try ShippedScenario.nation(of: persons).reformed(byFileAt: path)
  }

  /// A rule of law in the lines of a `change`, from column 2.
  public static func law(
    _ path: String, unit: String, payer: String? = nil, _ periods: (from: String, value: String)...
  ) -> String {
    let lines = periods.map {
      "      - { from: \($0.from), value: \($0.value), "
        + "reference: { title: A test, document: of mine } }"
    }
    let paying = payer.map { "\n    payer: \($0)" } ?? ""
    return """
        law.\(path):
          title: A test
          unit: \(unit)\(paying)
          periods:
      \(lines.joined(separator: "\n"))
      """
  }
}
