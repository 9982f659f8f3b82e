import Diagnostics
import Documents
public import Scenarios

/// Small comparisons of payment models, as a user would write them.
public enum ModelFile {
  /// A scenario of models, whose numbers may be written `=50` for `{ central: 50, source: a test }`.
  ///
  /// - Parameters:
  ///   - models: The models by name, from column 0.
  ///   - practices: The practices in one line.
  ///   - payers: The payers in one line.
  ///   - more: Further keys of the scenario, from column 0.
  /// - Returns: The file.
  /// - Throws: What reading the text throws.
  public static func of(
    _ models: String,
    practices: String = "{ list-lengths: [1000], visits-per-person-year: [3] }",
    payers: String = "[state]", more: String = ""
  ) throws -> ScenarioFile {
    let text = """
      scenario: A test
      jurisdiction: { name: Nowhere, currency: EUR }
      year: 2024
      payers: \(payers)
      practices: \(practices)
      models:
      \(models.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n"))
      \(more)
      """
    let numbers = text.replacing(/=(-?[0-9][0-9.]*)/) {
      "{ central: \($0.output.1), source: a test }"
    }
    let node = try Node(parsing: InputFile(path: "test.yaml", text: numbers))
    return try ScenarioFile(node, at: "test.yaml")
  }

  /// A model that pays nothing, for others to be compared with.
  public static let nothing = "nothing: { components: { none: { per: practice, amount: =0 } } }"
}
