import Diagnostics
import Documents
import Rules
import Units

extension Fee {
  private enum Keys {
    static let honorarium = Key(
      "honorarium", Grammar.money(upTo: 100_000), "what the practice receives")
    static let refund = Key("refund", Grammar.money(upTo: 100_000), "the part the state pays")
    static let copay = Key("copay", Grammar.money(upTo: 100_000), "the part the patient pays")
    static let delegable = Key(
      "delegable", Grammar<Bool>.flag, "whether staff may do it on the doctor's behalf")
  }

  static let grammar = Grammar<Fee>.record(
    "a fee",
    keys: [
      Keys.honorarium.required, Keys.refund.optional, Keys.copay.optional, Keys.delegable.optional,
    ]
  ) { record, log in
    let fee = Fee(
      honorarium: record[Keys.honorarium], refund: record[maybe: Keys.refund],
      copay: record[maybe: Keys.copay],
      isDelegable: record[maybe: Keys.delegable])
    if let refund = fee.refund, let copay = fee.copay, refund + copay != fee.honorarium {
      log.add(
        "refund \(refund) and copay \(copay) make \(refund + copay), "
          + "but the honorarium is \(fee.honorarium)",
        at: record.position, help: "the honorarium is the refund and the copay together")
      return nil
    }
    return fee
  }
}

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

extension ListRight {
  private enum Keys {
    static let requires = Key(
      "requires", Grammar<[Condition]>.list(of: .choice), "what a person must fulfil, all of it")
    static let consent = Key(
      "own-consent-from-age", Grammar.whole(in: 0...130),
      "the age from which a member of the household must consent in person")
  }

  static let grammar = Grammar<ListRight>.record(
    "a right to a place on a list", keys: [Keys.requires.required, Keys.consent.optional]
  ) { record, _ in
    ListRight(requires: record[Keys.requires], ownConsentFromAge: record[maybe: Keys.consent])
  }
}
