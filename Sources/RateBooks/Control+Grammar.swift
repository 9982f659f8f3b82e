import Documents
import Rules
import Units

extension DailyFeeCap {
  private enum Keys {
    static let codes = Key(
      "codes", Grammar.set(of: Grammar<String>.text), "the fees that count")
    static let most = Key(
      "most", Grammar.whole(in: 0...1000), "the most of them paid for one patient on one day")
    static let order = Key(
      "order", Grammar<Order>.choice, "which of them survive: the dearest or the first")
  }

  static let grammar = Grammar<DailyFeeCap>.record(
    "a daily cap", keys: [Keys.codes.required, Keys.most.required, Keys.order.required]
  ) { record, _ in
    DailyFeeCap(codes: record[Keys.codes], most: record[Keys.most], order: record[Keys.order])
  }
}

extension ListCap {
  private enum Keys {
    static let persons = Grammar.whole(in: 0...1_000_000)
    static let practitioner = Key(
      "per-practitioner", persons, "the most persons paid for per general practitioner")
    static let enterprise = Key(
      "per-enterprise", persons, "the most persons paid for per enterprise")
  }

  static let grammar = Grammar<ListCap>.record(
    "a cap on lists", keys: [Keys.practitioner.optional, Keys.enterprise.optional]
  ) { record, log in
    let cap = ListCap(
      perPractitioner: record[maybe: Keys.practitioner],
      perEnterprise: record[maybe: Keys.enterprise])
    guard cap != ListCap() else {
      log.add(
        "the cap says neither 'per-practitioner' nor 'per-enterprise'", at: record.position,
        help: "add one of them, or both")
      return nil
    }
    return cap
  }
}

extension PracticeCeiling {
  static let grammar = Grammar.money(upTo: 1_000_000_000).map { PracticeCeiling(refunds: $0) }
}
