import Diagnostics
import Documents
import Rules
import Units

extension DailyFeeCap {
  private enum Keys {
    static let codes = Key("codes", Grammar<[String]>.list(of: .text), "the codes that count")
    static let most = Key("most", Grammar.whole(in: 0...1_000), "the most that are paid a day")
    static let order = Key("order", Grammar<Order>.choice, "which ones are paid")
  }

  static let grammar = Grammar<DailyFeeCap>.record(
    "a cap per patient and day",
    keys: [Keys.codes.required, Keys.most.required, Keys.order.required]
  ) { record, _ in
    DailyFeeCap(
      codes: Set(record[Keys.codes]), most: record[Keys.most], order: record[Keys.order])
  }
}

extension ListCap {
  private enum Keys {
    static let practitioner = Key(
      "per-practitioner", Grammar.whole(in: 0...1_000_000), "persons paid for, per practitioner")
    static let enterprise = Key(
      "per-enterprise", Grammar.whole(in: 0...10_000_000), "persons paid for, per enterprise")
  }

  static let grammar = Grammar<ListCap>.record(
    "a cap on listed persons", keys: [Keys.practitioner.optional, Keys.enterprise.optional]
  ) { record, log in
    let cap = ListCap(
      perPractitioner: record[maybe: Keys.practitioner],
      perEnterprise: record[maybe: Keys.enterprise])
    guard cap.perPractitioner != nil || cap.perEnterprise != nil else {
      log.add(
        "the cap says neither 'per-practitioner' nor 'per-enterprise'", at: record.position,
        help: "write one of them or both")
      return nil
    }
    return cap
  }
}
