import Diagnostics
public import Documents
import Rules
import Units

extension RateBook {
  /// A whole rate book.
  public static let grammar = Grammar<RateBook>.record(
    "a rate book", keys: [Keys.title.required, Keys.currency.required] + Keys.sections
  ) { record, log in
    let book = RateBook(record, title: record[Keys.title], currency: record[Keys.currency])
    return book.isConsistent(&log) ? book : nil
  }

  /// What a scenario may add to a rate book, in the same words.
  public static let fragment = Grammar<RateBook>.record(
    "additions to the law", keys: Keys.sections
  ) { record, _ in RateBook(record, title: "", currency: "") }

  private init(_ record: Record, title: String, currency: String) {
    self.init(
      title: title, currency: currency,
      monthRules: record[maybe: Keys.monthRules] ?? Section(),
      perCapitaGrants: record[maybe: Keys.perCapita] ?? Section(),
      startUpGrants: record[maybe: Keys.startUp] ?? Section(),
      equalisationGrants: record[maybe: Keys.equalisation] ?? Section(),
      lumpSums: record[maybe: Keys.lumpSums] ?? Section(),
      fees: record[maybe: Keys.fees] ?? Section(),
      copayCeilings: record[maybe: Keys.ceilings] ?? Section(),
      copayCards: record[maybe: Keys.cards] ?? Section(),
      copayExemptions: record[maybe: Keys.exemptions] ?? Section(),
      patientPrices: record[maybe: Keys.prices] ?? Section(),
      listRights: record[maybe: Keys.rights] ?? Section(),
      listLimits: record[maybe: Keys.limits] ?? Section(),
      dailyFeeCaps: record[maybe: Keys.dailyCaps] ?? Section(),
      listCaps: record[maybe: Keys.listCaps] ?? Section(),
      practiceCeilings: record[maybe: Keys.practiceCeilings] ?? Section(),
      baseFeePools: record[maybe: Keys.pools] ?? Section(),
      healthCouncils: record[maybe: Keys.councils] ?? Section(),
      capacityLimits: record[maybe: Keys.capacityLimits] ?? Section(),
      capacityRules: record[maybe: Keys.capacityRules] ?? Section())
  }
}

/// The words of the language of rate books.
private enum Keys {
  static let title = Key("rate-book", Grammar<String>.text, "the jurisdiction")
  static let currency = Key(
    "currency",
    Grammar<String>.text.checked { code, position in
      guard code.currency == code else {
        return Diagnostic(
          "the currency is '\(code)'; it takes three capital letters", at: position,
          help: "write for example NOK")
      }
      return nil
    }, "three capital letters")

  static func section<Value>(
    _ name: String, _ about: String, unit: String..., isGrant: Bool = false,
    hasAccount: Bool = false, of value: Grammar<Value>
  ) -> Key<Section<Value>> {
    let named = Grammar<[Named<Series<Value>>]>.names(
      of: Series.grammar(unit: unit, isGrant: isGrant, hasAccount: hasAccount, of: value))
    return Key(
      name, named.map { Section($0.map { Rule(name: $0.name.value, series: $0.value) }) }, about)
  }

  static let monthRules = section(
    "month-rules", "how a yearly grant becomes a monthly payment", unit: "rule",
    of: Grammar<MonthRule>.choice)
  static let perCapita = section(
    "per-capita-grants", "grants per listed person", unit: "CUR/person/year",
    isGrant: true, hasAccount: true, of: PerCapitaScale.grammar)
  static let startUp = section(
    "start-up-grants", "grants paid as if a short list were longer", unit: "persons",
    isGrant: true, of: StartUpGrant.grammar)
  static let equalisation = section(
    "equalisation-grants", "grants that lift the lists of small municipalities", unit: "persons",
    isGrant: true, of: EqualisationGrant.grammar)
  static let lumpSums = section(
    "lump-sums", "grants that do not depend on the number of persons", unit: "CUR/year", "CUR",
    isGrant: true, of: LumpSumGrant.grammar)
  static let fees = section(
    "fees", "what a contact or service is paid, and by whom", unit: "CUR/contact",
    of: Fee.grammar)
  static let ceilings = section(
    "copay-ceilings", "the most a patient pays in a calendar year", unit: "CUR/person/year",
    of: Grammar.money(upTo: 1_000_000_000))
  static let cards = section(
    "copay-cards", "what follows for a patient whose copay has passed the ceiling", unit: "rule",
    of: CopayCard.grammar)
  static let exemptions = section(
    "copay-exemptions", "who pays no copay", unit: "years-of-age", of: CopayExemption.grammar)
  static let prices = section(
    "patient-prices", "what price lists of practices ask of the patient", unit: "CUR/contact",
    of: Grammar.money(upTo: 100_000))
  static let rights = section(
    "list-rights", "who may stand on a list", unit: "rule", of: ListRight.grammar)
  static let limits = section(
    "list-limits", "numbers that bound lists and their use", unit: "changes/person/year",
    of: Grammar.whole(in: 0...1_000_000))
  static let dailyCaps = section(
    "daily-fee-caps", "the most fees of a kind paid for one patient on one day",
    unit: "fees/patient/day", of: DailyFeeCap.grammar)
  static let listCaps = section(
    "list-caps", "the most listed persons who are paid for", unit: "persons", of: ListCap.grammar)
  static let practiceCeilings = section(
    "practice-ceilings", "the most fee refunds a practice is paid in a calendar year",
    unit: "CUR/list/year", of: PracticeCeiling.grammar)
  static let pools = section(
    "base-fee-pools", "money on top of the base fee, shared out among clinics", unit: "CUR/year",
    of: BaseFeePool.grammar)
  static let councils = section(
    "health-councils", "areas within which doctor capacities are bound", unit: "rule",
    of: HealthCouncil.grammar)
  static let capacityLimits = section(
    "capacity-limits", "numbers that bound doctor capacities and their patients",
    unit: "persons/clinic", "persons/capacity", "clinics/doctor", "capacities/doctor", "days",
    "months", "share", of: Grammar.number(in: 0...1_000_000))
  static let capacityRules = section(
    "capacity-rules", "what the planning of doctor capacities follows", unit: "rule",
    of: Grammar<CapacityRule>.choice)

  static let sections = [
    monthRules.optional, perCapita.optional, startUp.optional, equalisation.optional,
    lumpSums.optional, fees.optional, ceilings.optional, cards.optional, exemptions.optional,
    prices.optional,
    rights.optional, limits.optional, dailyCaps.optional, listCaps.optional,
    practiceCeilings.optional, pools.optional, councils.optional, capacityLimits.optional,
    capacityRules.optional,
  ]
}
