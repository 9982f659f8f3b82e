public import Diagnostics
import Documents
public import Rules
public import Units

/// A kind of contact: how many there are in the country, and what is claimed for one.
public struct ContactType: Sendable {
  public var name: String
  public var title: String
  public var service: Service
  /// In the country and the year.
  public var count: Estimate
  /// The share in evenings, nights, weekends and holidays.
  public var eveningShare: Estimate
  /// How long contacts last, for fees that ask; all at zero minutes when empty.
  public var minutes: [Minutes]
  public var fees: [FeeUse]
  public var supplements: [Supplement]
  /// The residual that is added, by name, and how much of it.
  public var residual: Located<String>?
  public var residualWeight: Estimate?

  public struct Minutes: Sendable {
    public var minutes: Int
    public var share: Ratio
  }

  /// A fee of the law that is claimed in contacts of a type.
  public struct FeeUse: Sendable {
    public var fee: Located<String>
    /// Only at this time of the day; `nil` for always.
    public var time: TimeOfDay?
    /// The day whose fee, of the law it was written for, is used all year; `nil` for the law of each
    /// day.
    public var asOf: Located<CalendarDate>?
    /// What ``asOf`` means; `nil` where there is none.
    public var pin: FeePin?
    /// The share of contacts with it; `nil` for all.
    public var share: Estimate?
    public var times: Int
  }

  /// A supplement whose amounts the scenario states, because the law at hand does not.
  public struct Supplement: Sendable {
    public var name: String
    public var refund: Estimate?
    public var copay: Estimate?
    public var patientPayment: Estimate?
    public var share: Estimate?
    public var onlySpecialists: Bool
  }

  func named(_ name: String) -> ContactType {
    var type = self
    type.name = name
    return type
  }
}

extension ContactType {
  private enum Keys {
    static let title = Key("title", Grammar<String>.text, "what the type is called")
    static let service = Key("service", Grammar<Service>.choice, "whom the person sees")
    static let count = Key(
      "count",
      Estimate.grammar(of: Grammar<Int>.whole(in: 0...1_000_000_000).map { Ratio($0) }),
      "contacts in the country and the year")
    static let evening = Key(
      "evening-share", Estimate.grammar(of: .share),
      "the share in evenings, nights, weekends and holidays")
    static let minutes = Key(
      "minutes", Grammar<[Minutes]>.list(of: Minutes.grammar).located, "how long contacts last")
    static let fees = Key("fees", Grammar<[FeeUse]>.list(of: FeeUse.grammar), "fees of the law")
    static let supplements = Key(
      "supplements", Grammar<[Named<Supplement>]>.names(of: Supplement.grammar),
      "amounts the law at hand does not state")
    static let residual = Key(
      "residual", Grammar<String>.text.located, "the residual that is added")
    static let weight = Key(
      "residual-weight", Estimate.grammar(of: .number(in: 0...1_000)), "how much of it")
  }

  static let grammar = Grammar<ContactType>.record(
    "a contact type",
    keys: [
      Keys.title.required, Keys.service.required, Keys.count.required, Keys.evening.required,
      Keys.minutes.optional, Keys.fees.optional, Keys.supplements.optional, Keys.residual.optional,
      Keys.weight.optional,
    ]
  ) { record, log in
    if let minutes = record[maybe: Keys.minutes] {
      let sum = minutes.value.reduce(Ratio.zero) { $0 + $1.share }
      guard sum == .one else {
        log.add(
          "the shares sum to \(sum), not to 1", at: minutes.position,
          help: "every contact lasts some time: change one of them by \(Ratio.one - sum)")
        return nil
      }
    }
    let fees = record[maybe: Keys.fees] ?? []
    guard areClaimedOnce(fees, in: lastKey(of: record.path), &log) else { return nil }
    let supplements = (record[maybe: Keys.supplements] ?? []).map { named in
      var supplement = named.value
      supplement.name = named.name.value
      return supplement
    }
    return ContactType(
      name: "", title: record[Keys.title], service: record[Keys.service],
      count: record[Keys.count], eveningShare: record[Keys.evening],
      minutes: record[maybe: Keys.minutes]?.value ?? [],
      fees: fees, supplements: supplements,
      residual: record[maybe: Keys.residual], residualWeight: record[maybe: Keys.weight])
  }
}

extension ContactType.Minutes {
  private enum Keys {
    static let minutes = Key("minutes", Grammar.whole(in: 0...1_440), "how long it lasts")
    static let share = Key("share", Grammar.share, "the share of contacts")
  }

  static let grammar = Grammar<Self>.record(
    "a duration", keys: [Keys.minutes.required, Keys.share.required]
  ) { record, _ in .init(minutes: record[Keys.minutes], share: record[Keys.share]) }
}

extension ContactType.FeeUse {
  private enum Keys {
    static let fee = Key("fee", Grammar<String>.text.located, "the fee's code in the law")
    static let time = Key("at", Grammar<TimeOfDay>.choice, "day or evening; always unless said")
    static let asOf = Key(
      "as-of", Grammar<CalendarDate>.date.located,
      "the day whose fee, of the law it was written for, is used all year")
    static let share = Key(
      "share", Estimate.grammar(of: .share), "the share of contacts with it; all unless said")
    static let times = Key("times", Grammar.whole(in: 1...1_000), "how often it is claimed")
  }

  static let grammar = Grammar<Self>.record(
    "a fee that is claimed",
    keys: [
      Keys.fee.required, Keys.time.optional, Keys.asOf.optional, Keys.share.optional,
      Keys.times.optional,
    ]
  ) { record, _ in
    .init(
      fee: record[Keys.fee], time: record[maybe: Keys.time], asOf: record[maybe: Keys.asOf],
      share: record[maybe: Keys.share], times: record[maybe: Keys.times] ?? 1)
  }
}

extension ContactType.Supplement {
  private enum Keys {
    static let amount = Estimate.grammar(of: .number(in: 0...100_000))
    static let refund = Key("refund", amount, "the state pays")
    static let copay = Key("copay", amount, "the patient pays until the ceiling")
    static let payment = Key("patient-payment", amount, "the patient pays outside the ceiling")
    static let share = Key(
      "share", Estimate.grammar(of: .share), "the share of contacts with it; all unless said")
    static let specialists = Key(
      "only-specialists", Grammar<Bool>.flag, "whether only specialists may claim it")
  }

  static let grammar = Grammar<Self>.record(
    "a supplement",
    keys: [
      Keys.refund.optional, Keys.copay.optional, Keys.payment.optional, Keys.share.optional,
      Keys.specialists.optional,
    ]
  ) { record, _ in
    .init(
      name: "", refund: record[maybe: Keys.refund], copay: record[maybe: Keys.copay],
      patientPayment: record[maybe: Keys.payment], share: record[maybe: Keys.share],
      onlySpecialists: record[maybe: Keys.specialists] ?? false)
  }
}
