public import Diagnostics
package import Documents

/// A table a user brings beside a scenario.
public struct TableFile: Sendable {
  /// The path as typed, relative to the scenario.
  public var file: Located<String>
  public var source: Source

  private enum Keys {
    static let file = Key("file", Grammar<String>.text.located, "a CSV table")
    static let source = Key("source", Source.grammar, "who made it")
  }

  package static let grammar = Grammar<TableFile>.record(
    "a table with its source", keys: [Keys.file.required, Keys.source.required]
  ) { record, _ in TableFile(file: record[Keys.file], source: record[Keys.source]) }.asOneValue
}
