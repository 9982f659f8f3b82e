import Diagnostics
import Documents
import Rules
import Scenarios
import Units

/// Persons who are alike to the payment models.
struct GroupSetting: Sendable {
  /// Of each list, unless a practice says otherwise.
  var share: Portion
  /// Per person and year; where a practice states its own mean, only the proportions count.
  var visits: Estimate?
  var position: SourcePosition

  private enum Keys {
    static let share = Key("share", Portion.grammar, "the share of the list, or the word rest")
    static let visits = Key(
      ModelNames.visits, Estimate.grammar(of: .number(in: 0...1_000)),
      "how often one of them comes; scaled to the mean of a practice that states one")
  }

  static let grammar = Grammar<GroupSetting>.record(
    "a group of persons", keys: [Keys.share.required, Keys.visits.optional]
  ) { record, _ in
    GroupSetting(
      share: record[Keys.share], visits: record[maybe: Keys.visits], position: record.position)
  }
}

extension GroupSetting {
  /// A group on a practice's own list: its share alone, or with its visits.
  static let ofPractice = Grammar<GroupSetting>.either(
    grammar, when: { $0["share"] != nil || $0[ModelNames.visits] != nil },
    or: Portion.grammar.located.map { share in
      GroupSetting(share: share.value, visits: nil, position: share.position)
    })
}

/// Something that is counted and paid for, beside persons and visits.
struct CountSetting: Sendable {
  var per: PracticeYear.Base
  var number: Number

  enum Number: Sendable {
    case all(Estimate)
    case byGroup(Located<[Named<Estimate>]>)
  }

  private enum Keys {
    static let per = Key(
      "per", Grammar<PracticeYear.Base>.choice, "what the number is per: person, visit or practice")
    static let number = Key("number", CountSetting.number, "how many there are a year")
    static let byGroup = Key(
      "number-by-group",
      Grammar<[Named<Estimate>]>.names(of: CountSetting.number).located,
      "how many there are a year for each group")
  }

  static let number = Estimate.grammar(of: .number(in: -1_000_000...1_000_000))

  static let grammar = Grammar<CountSetting>.record(
    "a count", keys: [Keys.per.required, Keys.number.optional, Keys.byGroup.optional],
    apart: [[[Keys.number.name], [Keys.byGroup.name]]]
  ) { record, log in
    let (one, many) = (record[maybe: Keys.number], record[maybe: Keys.byGroup])
    let per = record[Keys.per]
    if let one, many == nil { return CountSetting(per: per, number: .all(one)) }
    guard let many, one == nil, per != .practice else {
      log.add(
        per == .practice && many != nil
          ? "a count per practice cannot differ among groups"
          : one == nil
            ? "the count has neither 'number' nor 'number-by-group'"
            : "the count has both 'number' and 'number-by-group'",
        at: record.position, help: "write one of them: 'number' for all groups alike")
      return nil
    }
    return CountSetting(per: per, number: .byGroup(many))
  }

  /// One number for all, or one per group.
  func numbers(ofGroups groups: [String], _ log: inout FaultLog) -> [Ratio]? {
    switch number {
    case .all(let number): return [number.central]
    case .byGroup(let numbers):
      let read = ModelNames.byGroup(
        numbers.value, groups: groups, chosen: Set(groups), at: numbers.position,
        in: "number-by-group", &log)
      return read?.compactMap(\.self)
    }
  }
}
