public import Diagnostics
import Documents
public import Scenarios
public import Units

/// What clinics are paid, and by which frame it is held.
public struct CapacityMoney: Sendable {
  /// Per patient and year.
  public var baseFee: Published
  public var differentiated: Differentiated?
  public var services: [Service]
  /// Further services, as a table.
  public var serviceTable: TableFile?
  /// Municipalities designated as lacking doctors, by code.
  public var shortageAreas: [Located<String>]
  /// Per held capacity in a shortage area and year, where the health council may deploy new ones.
  public var supplement: Published?
  /// Money of the spring agreement for areas with weak coverage, a year.
  public var coverageFunds: Published?
  public var frame: Frame?

  /// Money of a pool of the law, shared out among clinics.
  public struct Differentiated: Sendable {
    public var asOf: Located<CalendarDate>
    /// How far above the national mean a clinic's need must lie to count.
    public var threshold: Estimate
  }

  /// A service that is paid each time.
  public struct Service: Sendable {
    public var name: Located<String>
    /// Times a year, per person of mean need.
    public var perPerson: Estimate
    public var fee: Fee

    public enum Fee: Sendable {
      /// The fee of the law on a day.
      case law(asOf: CalendarDate)
      case amount(Estimate)
    }
  }

  /// What spending is held to.
  public struct Frame: Sendable {
    /// In the plan's own year.
    public var amount: Published
    /// A share a year.
    public var growth: Estimate
    /// The day whose tolerance is used.
    public var asOf: Located<CalendarDate>
  }
}

extension CapacityMoney {
  private static let kroner = Grammar<Ratio>.number(in: 0...1_000_000_000_000)
  // A rate of more, times a clinic's patients, would outgrow exact money.
  private static let perPatient = Grammar<Ratio>.number(in: 0...1_000_000)
  private static let perCapacity = Grammar<Ratio>.number(in: 0...1_000_000_000)

  private enum Keys {
    static let base = Key(
      "base-fee", Published.grammar(of: perPatient), "what a patient on the list is paid a year")
    static let differentiated = Key(
      "differentiated", Differentiated.grammar, "the pool on top of the base fee")
    static let services = Key(
      "services", Grammar<[Named<Service>]>.names(of: Service.grammar), "what is paid each time")
    static let serviceTable = Key(
      "service-table", TableFile.grammar, "further services: code, per-person and fee")
    static let shortage = Key(
      "shortage-areas", ShortageAreas.grammar, "municipalities designated as lacking doctors")
    static let supplement = Key(
      "supplement", Published.grammar(of: perCapacity),
      "what a held capacity in a shortage area is paid more a year, where its council may deploy")
    static let coverage = Key(
      "coverage-funds", Published.grammar(of: kroner),
      "money of the spring agreement for weak coverage, a year")
    static let frame = Key("frame", Frame.grammar, "what spending is held to")
  }

  static let grammar = Grammar<CapacityMoney>.record(
    "money of capacities",
    keys: [
      Keys.base.required, Keys.differentiated.optional, Keys.services.optional,
      Keys.serviceTable.optional,
      Keys.shortage.optional, Keys.supplement.optional, Keys.coverage.optional,
      Keys.frame.optional,
    ]
  ) { record, log in
    let forShortage = [
      (Keys.supplement.name, record[maybe: Keys.supplement]),
      (Keys.coverage.name, record[maybe: Keys.coverage]),
    ]
    if record[maybe: Keys.shortage] == nil,
      let (name, _) = forShortage.first(where: { $1?.estimate != nil })
    {
      log.add(
        "'\(name)' is paid in shortage areas, and there are none", at: record.position,
        help: "add 'shortage-areas' with the municipalities the region has designated")
      return nil
    }
    let services = record[maybe: Keys.services] ?? []
    return CapacityMoney(
      baseFee: record[Keys.base], differentiated: record[maybe: Keys.differentiated],
      services: services.map {
        var service = $0.value
        service.name = $0.name
        return service
      },
      serviceTable: record[maybe: Keys.serviceTable],
      shortageAreas: record[maybe: Keys.shortage] ?? [],
      supplement: record[maybe: Keys.supplement], coverageFunds: record[maybe: Keys.coverage],
      frame: record[maybe: Keys.frame])
  }
}

/// Codes with who designated them.
private enum ShortageAreas {
  private static let municipalities = Key(
    "municipalities", Grammar<[Located<String>]>.list(of: Grammar<String>.text.located),
    "codes of four digits")
  private static let source = Key("source", Source.grammar, "who designated them")

  static let grammar = Grammar<[Located<String>]>.record(
    "shortage areas", keys: [municipalities.required, source.required]
  ) { record, _ in record[municipalities] }
}

extension CapacityMoney.Differentiated {
  private enum Keys {
    static let asOf = Key(
      "as-of", Grammar<CalendarDate>.date.located, "the day whose pool is shared out")
    static let threshold = Key(
      "threshold", Estimate.grammar(of: .number(in: 0...10)),
      "how far above the national mean a clinic's need must lie, as a share")
  }

  static let grammar = Grammar<Self>.record(
    "a differentiated base fee", keys: [Keys.asOf.required, Keys.threshold.required]
  ) { record, _ in Self(asOf: record[Keys.asOf], threshold: record[Keys.threshold]) }
}

extension CapacityMoney.Service {
  private enum Keys {
    static let perPerson = Key(
      "per-person", Estimate.grammar(of: .number(in: 0...1_000)),
      "times a year, per person of mean need")
    static let asOf = Key(
      "as-of", Grammar<CalendarDate>.date, "the day whose fee of the law is paid")
    static let fee = Key(
      "fee", Estimate.grammar(of: .number(in: 0...100_000)), "what is paid each time")
  }

  static let grammar = Grammar<Self>.record(
    "a service", keys: [Keys.perPerson.required, Keys.asOf.optional, Keys.fee.optional],
    apart: [[[Keys.asOf.name], [Keys.fee.name]]]
  ) { record, log in
    let fee: Fee
    switch (record[maybe: Keys.asOf], record[maybe: Keys.fee]) {
    case (let day?, nil): fee = .law(asOf: day)
    case (nil, let amount?): fee = .amount(amount)
    case (let day, _):
      log.add(
        day == nil
          ? "the service has no fee" : "the service has both a fee of its own and one of the law",
        at: record.position,
        help: "write 'as-of' with a day on which the law has its fee, or 'fee' with an amount")
      return nil
    }
    return Self(
      name: Located("", written: "", at: record.position), perPerson: record[Keys.perPerson],
      fee: fee)
  }
}

extension CapacityMoney.Frame {
  private enum Keys {
    static let amount = Key(
      "amount", Published.grammar(of: .number(in: 1...1_000_000_000_000)),
      "what spending is held to in the plan's own year")
    static let growth = Key(
      "growth", Estimate.grammar(of: .number(in: -1...1)), "by which share it grows a year")
    static let asOf = Key(
      "as-of", Grammar<CalendarDate>.date.located, "the day whose tolerance is used")
  }

  static let grammar = Grammar<Self>.record(
    "an economic frame",
    keys: [Keys.amount.required, Keys.growth.required, Keys.asOf.required]
  ) { record, _ in
    Self(amount: record[Keys.amount], growth: record[Keys.growth], asOf: record[Keys.asOf])
  }
}
