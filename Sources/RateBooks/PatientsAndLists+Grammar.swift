import Diagnostics
import Documents
import Rules
import Units

extension CopayExemption {
  private enum Keys {
    static let from = Key("from-age", Grammar.whole(in: 0...130), "the first exempt age")
    static let to = Key("to-age", Grammar.whole(in: 0...130), "the last exempt age")
  }

  static let grammar = Grammar<CopayExemption>.record(
    "an exemption", keys: [Keys.from.required, Keys.to.required]
  ) { record, log in
    guard record[Keys.from] <= record[Keys.to] else {
      log.add(
        "the exemption runs from age \(record[Keys.from]) to \(record[Keys.to])",
        at: record.position,
        help: "write the lower age first")
      return nil
    }
    return CopayExemption(ages: record[Keys.from]...record[Keys.to])
  }
}

extension CopayCard {
  private enum Keys {
    static let held = Key(
      "held", Grammar<Held>.choice,
      "rest-of-year, or while-above where a higher ceiling of later in the year is passed anew")
    static let least = Key(
      "least-repaid", Grammar.money(upTo: 1_000_000),
      "who is above the ceiling by less bears it; every krone is repaid unless said")
  }

  static let grammar = Grammar<CopayCard>.record(
    "what follows above a copay ceiling", keys: [Keys.held.required, Keys.least.optional]
  ) { record, _ in
    CopayCard(held: record[Keys.held], leastRepaid: record[maybe: Keys.least] ?? .zero)
  }
}

extension ListRight {
  private enum Keys {
    static let requires = Key(
      "requires", Grammar<[Condition]>.list(of: .choice), "what a person must fulfil, all of it")
    static let anyone = Key(
      "anyone", Grammar<Bool>.flag,
      "whether it is anyone's who fulfils that, and not only of the kind of persons it is given to")
    static let consent = Key(
      "own-consent-from-age", Grammar.whole(in: 0...130),
      "the age from which a member of the household must consent in person")
  }

  static let grammar = Grammar<ListRight>.record(
    "a right to a place on a list",
    keys: [Keys.requires.required, Keys.anyone.optional, Keys.consent.optional]
  ) { record, _ in
    ListRight(
      requires: record[Keys.requires], isAnyones: record[maybe: Keys.anyone] ?? false,
      ownConsentFromAge: record[maybe: Keys.consent])
  }
}
