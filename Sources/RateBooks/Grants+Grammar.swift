import Diagnostics
import Documents
import Rules
import Units

extension PerCapitaScale {
  private enum Keys {
    static let above = Key(
      "above", Grammar.whole(in: 0...1_000_000), "the number of places below this tier")
    static let rate = Key("rate", Grammar.money(upTo: 1_000_000), "per person per year")
    static let tier = Grammar<Tier>.record(
      "a tier", keys: [above.required, rate.required]
    ) { record, _ in Tier(above: record[above], rate: record[rate]) }

    static let places = Key(
      "places", Grammar<[Tier]>.list(of: tier), "the rate of each tier of places, lowest first")
    static let paidUpTo = Key(
      "paid-up-to", Grammar.whole(in: 1...1_000_000), "the last place that is paid for")
    static let weighted = Key(
      "weighted-by-need", Grammar<Bool>.flag, "whether the list's need index multiplies the amount")
  }

  static let grammar = Grammar<PerCapitaScale>.record(
    "per-capita rates",
    keys: [Keys.places.required, Keys.paidUpTo.optional, Keys.weighted.optional]
  ) { record, log in
    let tiers = record[Keys.places]
    guard tiers[0].above == 0,
      zip(tiers, tiers.dropFirst()).allSatisfy({ $0.above < $1.above })
    else {
      log.add(
        "the tiers start above \(tiers.map { String($0.above) }.joined(separator: ", "))",
        at: record.position, help: "start with 'above: 0' and let each tier start higher")
      return nil
    }
    return PerCapitaScale(
      tiers: tiers, paidUpTo: record[maybe: Keys.paidUpTo],
      isWeightedByNeed: record[maybe: Keys.weighted] ?? false)
  }
}

extension StartUpGrant {
  private enum Keys {
    static let persons = Grammar.whole(in: 1...100_000)
    static let paidAs = Key("paid-as", persons, "the number of persons paid for")
    static let listBelow = Key("list-below", persons, "only lists shorter than this")
    static let listCap = Key("list-cap-at-least", persons, "only lists with such a cap")
    static let longest = Key("longest", Grammar.whole(in: 1...1200), "months from opening")
    static let of = Key(
      "of", GrantBasis.grammar, "the per-capita grants it is reckoned from and paid instead of")
  }

  static let grammar = Grammar<StartUpGrant>.record(
    "a start-up grant",
    keys: [
      Keys.paidAs.required, Keys.listBelow.required, Keys.listCap.required, Keys.longest.required,
      Keys.of.optional,
    ]
  ) { record, _ in
    StartUpGrant(
      paidAs: record[Keys.paidAs], listBelow: record[Keys.listBelow],
      listCapAtLeast: record[Keys.listCap],
      longest: record[Keys.longest], of: record[maybe: Keys.of] ?? .theOneInForce)
  }
}

extension EqualisationGrant {
  private enum Keys {
    static let reference = Key(
      "reference-list", Grammar.whole(in: 1...100_000), "persons on a reference list")
    static let below = Key(
      "municipality-below", Grammar.whole(in: 1...100_000_000), "only below so many inhabitants")
    static let of = Key(
      "of", GrantBasis.grammar, "the per-capita grants whose rate it is reckoned from")
  }

  static let grammar = Grammar<EqualisationGrant>.record(
    "an equalisation grant",
    keys: [Keys.reference.required, Keys.below.required, Keys.of.optional]
  ) { record, _ in
    EqualisationGrant(
      referenceList: record[Keys.reference], municipalityBelow: record[Keys.below],
      of: record[maybe: Keys.of] ?? .theOneInForce)
  }
}

extension GrantBasis {
  /// Names of per-capita grants, each once. Whether they are in the law is for the whole book to say.
  static let grammar = Grammar<GrantBasis>.either(
    Grammar<[String]>.list(of: .text).checked { names, position in
      var seen: Set<String> = []
      guard let twice = names.first(where: { !seen.insert($0).inserted }) else { return nil }
      return Diagnostic("'\(twice)' is named twice", at: position, help: "name each grant once")
    }.map(GrantBasis.named),
    when: { if case .sequence = $0.content { true } else { false } },
    or: Grammar<String>.text.map { .named([$0]) })
}

extension LumpSumGrant {
  private enum Keys {
    static let amount = Key("amount", Grammar.money(upTo: 1_000_000_000), "what is paid")
    static let payable = Key("payable", Grammar<Payable>.choice, "yearly, or once")
    static let listBelow = Key(
      "list-below", Grammar.whole(in: 1...100_000), "only lists shorter than this")
    static let municipalityBelow = Key(
      "municipality-below", Grammar.whole(in: 1...100_000_000), "only below so many inhabitants")
    static let longest = Key(
      "longest", Grammar.whole(in: 1...1200), "months from the opening of the list")
    static let cap = Key("cap", Grammar.money(upTo: 1_000_000_000), "the most one list may receive")
    static let named = Key(
      "only-named-lists", Grammar<Bool>.flag, "whether a list must be named as having it")
  }

  static let grammar = Grammar<LumpSumGrant>.record(
    "a lump sum",
    keys: [
      Keys.amount.required, Keys.payable.required, Keys.listBelow.optional,
      Keys.municipalityBelow.optional,
      Keys.longest.optional, Keys.cap.optional, Keys.named.optional,
    ]
  ) { record, _ in
    LumpSumGrant(
      amount: record[Keys.amount], payable: record[Keys.payable],
      listBelow: record[maybe: Keys.listBelow],
      municipalityBelow: record[maybe: Keys.municipalityBelow],
      longest: record[maybe: Keys.longest],
      cap: record[maybe: Keys.cap], onlyNamedLists: record[maybe: Keys.named] ?? false)
  }
}
