import Diagnostics
public import Documents
import Rules
import Scenarios
import Units

extension ModelScenario {
  private enum Keys {
    static let title = Key("scenario", Grammar<String>.text, "the question, as a title")
    static let jurisdiction = Key(
      "jurisdiction", Jurisdiction.grammar, "where the models are from, and their currency")
    static let year = Key("year", Grammar.whole(in: 1...9_998), "the year the amounts are of")
    static let payers = Key(
      "payers", Grammar<[Located<String>]>.list(of: Grammar<String>.text.located),
      "who pays, by name")
    static let groups = Key(
      "groups", Grammar<[Named<GroupSetting>]>.names(of: GroupSetting.grammar).located,
      "persons who are paid for or come unlike others, such as age groups or tiers of risk")
    static let counts = Key(
      "counts", Grammar<[Named<CountSetting>]>.names(of: CountSetting.grammar),
      "what else is paid for, such as points, practitioners or telephone visits")
    static let practices = Key("practices", PracticeGrid.grammar, "the practices that are paid")
    static let models = Key(
      "models", Grammar<[Named<ModelSetting>]>.names(of: ModelSetting.grammar).located,
      "two payment models or more; the others are compared with the first")
    static let breakEven = Key(
      "break-even", BreakEvenSetting.grammar, "where to look for visits at which models pay alike")
    static let tables = Key(
      "tables", Grammar<[TableName]>.tables(among: TableName.ofModels),
      "which tables to show; all unless said")
  }

  /// The grammar of a comparison of payment models.
  public static let grammar: Grammar<ModelScenario> = .record(
    "a scenario of payment models",
    keys: [
      Keys.title.required, Keys.jurisdiction.required, Keys.year.required, Keys.payers.required,
      Keys.groups.optional, Keys.counts.optional, Keys.practices.required, Keys.models.required,
      Keys.breakEven.optional, Keys.tables.optional,
    ]
  ) { record, log in
    let models = record[Keys.models]
    guard models.value.count > 1 else {
      log.add(
        "there is one model", at: models.position,
        help: "write two or more; the others are compared with the first")
      return nil
    }
    guard
      let names = ModelNames(
        payers: record[Keys.payers], groups: record[maybe: Keys.groups],
        counts: record[maybe: Keys.counts] ?? [], &log),
      let practices = record[Keys.practices].practices(in: names, &log)
    else { return nil }
    let rules = models.value.map { $0.value.model(named: $0.name.value, in: names, &log) }
    guard !rules.contains(where: { $0 == nil }) else { return nil }
    return ModelScenario(
      title: record[Keys.title], jurisdiction: record[Keys.jurisdiction],
      year: record[Keys.year], payers: names.payers, practices: practices,
      models: rules.compactMap(\.self),
      breakEven: record[maybe: Keys.breakEven] ?? BreakEvenSetting.unlessSaid,
      tables: record[maybe: Keys.tables] ?? TableName.ofModels)
  }
}

extension ModelScenario.Jurisdiction {
  private enum Keys {
    static let name = Key("name", Grammar<String>.text, "the country or payer")
    static let currency = Key(
      "currency",
      Grammar<String>.text.checked { text, position in
        let isCode = text.utf8.count == 3 && text.allSatisfy { ("A"..."Z").contains($0) }
        guard !isCode else { return nil }
        return Diagnostic(
          "'\(text)' is not a currency", at: position,
          help: "write its three capitals, for example USD")
      }, "three capitals, for example USD")
  }

  static let grammar = Grammar<Self>.record(
    "a jurisdiction of payment models", keys: [Keys.name.required, Keys.currency.required]
  ) { record, _ in .init(name: record[Keys.name], currency: record[Keys.currency]) }
}

/// The interval in which a break-even is looked for.
private enum BreakEvenSetting {
  private static let visits = Grammar<Ratio>.number(in: 0...1_000).located
  private static let from = Key("from", visits, "visits per person and year")
  private static let to = Key("to", visits, "visits per person and year")

  /// More than general practice sees anywhere.
  static let unlessSaid = Ratio.zero...Ratio(30)

  static let grammar = Grammar<ClosedRange<Ratio>>.record(
    "an interval of visits", keys: [from.required, to.required]
  ) { record, log in
    let (low, high) = (record[from], record[to])
    guard low.value < high.value else {
      log.add(
        "the interval goes from \(low.text) to \(high.text)", at: high.position,
        help: "write the smaller number as 'from'")
      return nil
    }
    return low.value...high.value
  }
}
