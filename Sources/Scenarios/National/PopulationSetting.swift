public import Diagnostics
import Documents
import Units

/// Where the persons of a nation come from.
public struct PopulationSetting: Sendable {
  /// Persons on lists, on average over the year.
  public var persons: Estimate
  /// The table of the country by sex and one-year age.
  public var ages: TableFile
  /// The table of municipalities by sex and age; `nil` for municipalities made from size groups.
  public var municipalities: TableFile?
  /// The share exempt from copay for other reasons than age.
  public var exemptShare: Estimate
  /// The share not in the national insurance.
  public var uninsuredShare: Estimate

  /// A table beside the scenario.
  public struct TableFile: Sendable {
    /// The path as typed, relative to the scenario.
    public var file: Located<String>
    /// Which year's rows, where the table holds several.
    public var year: Int?
    public var source: Source

    private enum Keys {
      static let file = Key("file", Grammar<String>.text.located, "a CSV table")
      static let year = Key("year", Grammar.whole(in: 1...9999), "which year's rows")
      static let source = Key("source", Source.grammar, "who counted")
    }

    static let grammar = Grammar<TableFile>.record(
      "a table with its source",
      keys: [Keys.file.required, Keys.year.optional, Keys.source.required]
    ) { record, _ in
      TableFile(
        file: record[Keys.file], year: record[maybe: Keys.year], source: record[Keys.source])
    }.asOneValue
  }

  private enum Keys {
    static let persons = Key(
      "persons", Estimate.grammar(of: Grammar<Int>.whole(in: 1...100_000_000).map { .init($0) }),
      "persons on lists, on average over the year")
    static let ages = Key("ages", TableFile.grammar, "the country by sex and one-year age")
    static let municipalities = Key(
      "municipalities", TableFile.grammar, "municipalities by sex and age")
    static let exempt = Key(
      "exempt-share", Estimate.grammar(of: .share),
      "the share exempt from copay for other reasons than age")
    static let uninsured = Key(
      "uninsured-share", Estimate.grammar(of: .share), "the share not in the national insurance")
  }

  static let grammar = Grammar<PopulationSetting>.record(
    "a population",
    keys: [
      Keys.persons.required, Keys.ages.required, Keys.municipalities.optional,
      Keys.exempt.required, Keys.uninsured.required,
    ]
  ) { record, _ in
    PopulationSetting(
      persons: record[Keys.persons], ages: record[Keys.ages],
      municipalities: record[maybe: Keys.municipalities], exemptShare: record[Keys.exempt],
      uninsuredShare: record[Keys.uninsured])
  }
}
