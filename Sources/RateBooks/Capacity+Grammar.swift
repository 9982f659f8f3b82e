import Diagnostics
import Documents
import Rules
import Units

extension HealthCouncil {
  private enum Keys {
    static let region = Key("region", Grammar<String>.text, "the region that plans and pays there")
    static let municipalities = Key(
      "municipalities", Grammar<[Named<String>]>.names(of: .text),
      "four-digit codes between quotes, each with the municipality's name")
  }

  static let grammar = Grammar<HealthCouncil>.record(
    "a health council", keys: [Keys.region.required, Keys.municipalities.required]
  ) { record, log in
    let members = record[Keys.municipalities]
    for code in members.map(\.name) where !isCode(code.value) {
      log.add(
        "'\(code.text)' is not a code of a municipality", at: code.position,
        help: "write four digits between quotes, for example \"0101\"")
    }
    return HealthCouncil(
      region: record[Keys.region],
      municipalities: members.map { .init(code: $0.name.value, name: $0.value) })
  }

  private static func isCode(_ text: String) -> Bool {
    text.utf8.count == 4 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  var words: String {
    "\(region): " + municipalities.map { "\($0.name) (\($0.code))" }.joined(separator: ", ")
  }
}

extension BaseFeePool {
  private enum Keys {
    static let pool = Key("pool", Grammar<Money>.money(upTo: 1_000_000_000_000), "money a year")
    static let share = Key(
      "shortage-share", Grammar<Ratio>.share,
      "the part for clinics in shortage areas; the rest goes by the patients' burden")
    static let most = Key(
      "most-per-capacity", Grammar<Money>.money(upTo: 1_000_000_000),
      "the most a capacity is paid for its patients' burden")
  }

  static let grammar = Grammar<BaseFeePool>.record(
    "a differentiated base fee",
    keys: [Keys.pool.required, Keys.share.required, Keys.most.required]
  ) { record, _ in
    BaseFeePool(
      pool: record[Keys.pool], shortageShare: record[Keys.share],
      mostPerCapacity: record[Keys.most])
  }

  var words: String {
    "\(pool.short) a year, \(shortageShare) of it to shortage areas; by burden at most "
      + "\(mostPerCapacity.short) per capacity"
  }
}
