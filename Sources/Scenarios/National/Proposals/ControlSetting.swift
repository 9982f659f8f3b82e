public import Diagnostics
import Documents
import RateBooks
public import Rules
public import Units

/// Caps a proposal asks for, with numbers nobody has published in law: each stands with its interval
/// and source. Where the law has the same kind of cap, these replace it.
public struct ControlSetting: Sendable {
  public var dailyCap: DailyCap?
  /// The most listed persons who are paid for.
  public var personsPerPractitioner: Estimate?
  public var personsPerEnterprise: Estimate?
  /// The most fee refunds a practice is paid in a calendar year, per list.
  public var refundsPerPractice: Estimate?
  /// The first day; `nil` for all year.
  public var from: Located<CalendarDate>?
  public var position: SourcePosition

  /// The most fees of a kind paid for one patient on one day.
  public struct DailyCap: Sendable {
    public var fees: [Located<String>]
    public var most: Estimate
    public var order: DailyFeeCap.Order
  }

  private enum Keys {
    static func persons(_ name: String, _ about: String) -> Key<Estimate> {
      Key(
        name, Estimate.grammar(of: Grammar<Int>.whole(in: 0...1_000_000).map { Ratio($0) }), about)
    }
    static let from = Key(
      "from", Grammar<CalendarDate>.date.located, "the day it begins; all year unless said")
    static let fees = Key(
      "fees", Grammar<[Located<String>]>.list(of: Grammar<String>.text.located),
      "the fees that count")
    static let most = persons("most", "the most of them paid for one patient on one day")
    static let order = Key(
      "order", Grammar<DailyFeeCap.Order>.choice, "which survive: the dearest or the first")
    static let dailyCap = Key(
      "daily-cap",
      Grammar<DailyCap>.record(
        "a daily cap", keys: [fees.required, most.required, order.required]
      ) { record, _ in
        DailyCap(fees: record[fees], most: record[most], order: record[order])
      }, "the most fees of a kind for one patient on one day")
    static let practitioner = persons(
      "persons-per-practitioner", "the most persons paid for per general practitioner")
    static let enterprise = persons(
      "persons-per-enterprise", "the most persons paid for per enterprise")
    static let refunds = Key(
      "refunds-per-practice", Estimate.grammar(of: .number(in: 0...1_000_000_000)),
      "the most fee refunds per list and calendar year")
  }

  /// Whether every fee that its daily cap counts is one of the year's; what is not goes into the log.
  func fits(_ vocabulary: FeeVocabulary, _ log: inout FaultLog) -> Bool {
    dailyCap.map { vocabulary.hasFees($0.fees, &log) } ?? true
  }

  static let grammar = Grammar<ControlSetting>.record(
    "controls",
    keys: [
      Keys.dailyCap.optional, Keys.practitioner.optional, Keys.enterprise.optional,
      Keys.refunds.optional, Keys.from.optional,
    ]
  ) { record, _ in
    ControlSetting(
      dailyCap: record[maybe: Keys.dailyCap],
      personsPerPractitioner: record[maybe: Keys.practitioner],
      personsPerEnterprise: record[maybe: Keys.enterprise],
      refundsPerPractice: record[maybe: Keys.refunds],
      from: record[maybe: Keys.from], position: record.position)
  }
}

extension RateBook {
  /// The law with the caps of a proposal in the place of its own, from the day they begin: the first of
  /// the year unless they say another.
  ///
  /// - Parameters:
  ///   - controls: The caps; `nil` for none.
  ///   - companies: Who may have a cap on persons of their own. It counts where the controls have
  ///     none for enterprises, or a higher one. A list outside companies is shorter than such a cap.
  ///   - year: The year they begin.
  /// - Returns: The changed law.
  func controlled(
    by controls: ControlSetting?, _ companies: PracticeSetting.Companies?, from year: Int
  ) -> RateBook {
    var book = self
    let first = Month(year: year, number: 1).firstDay
    let day = controls?.from.map { max(first, $0.value) } ?? first
    if let cap = controls?.dailyCap {
      book.dailyFeeCaps = book.dailyFeeCaps.replaced(
        by: "controls.daily-cap", cap.most, from: day,
        value: DailyFeeCap(
          codes: Set(cap.fees.map(\.value)), most: cap.most.central.rounded, order: cap.order))
    }
    let ofCompanies = companies?.persons.map {
      ($0, companies?.from.map { max(first, $0.value) } ?? first)
    }
    for (number, day, cap) in Self.listCaps(of: controls, from: day, ofCompanies) {
      book.listCaps = book.listCaps.replaced(
        by: number.path, number, from: day, value: cap)
    }
    if let ceiling = controls?.refundsPerPractice {
      book.practiceCeilings = book.practiceCeilings.replaced(
        by: "controls.refunds-per-practice", ceiling, from: day,
        value: PracticeCeiling(refunds: Money.kroner(1).scaled(by: ceiling.central)))
    }
    return book
  }

  /// The caps on persons of controls and of companies, each from the day it begins, in order of days:
  /// from the second on both hold, and the lower cap on enterprises counts.
  private static func listCaps(
    of controls: ControlSetting?, from day: CalendarDate, _ ofCompanies: (Estimate, CalendarDate)?
  ) -> [(Estimate, CalendarDate, ListCap)] {
    let own = [controls?.personsPerPractitioner, controls?.personsPerEnterprise]
      .compactMap(\.self).first.map { ($0, day) }
    return [own, ofCompanies].compactMap(\.self).sorted { $0.1 < $1.1 }.map { number, from in
      let controls = day <= from ? controls : nil
      let companies = ofCompanies.flatMap { $0.1 <= from ? $0.0 : nil }
      let enterprises = [controls?.personsPerEnterprise, companies].compactMap(\.self)
        .min { $0.central < $1.central }
      return (
        number, from,
        ListCap(
          perPractitioner: controls?.personsPerPractitioner?.central.rounded,
          perEnterprise: enterprises?.central.rounded)
      )
    }
  }
}

extension Section {
  /// The section with one rule, whose number a scenario states, in the place of all others from a day on.
  fileprivate func replaced(
    by name: String, _ number: Estimate, from day: CalendarDate, value: Value
  ) -> Section {
    let period = Period(
      from: day, value: value,
      reference: Reference(title: number.source.description, document: number.path),
      position: number.position)
    let end = Period<Value>(
      from: day, value: nil, reference: period.reference, position: number.position)
    let ended = rules.filter { $0.name != name }.compactMap { rule -> Rule<Value>? in
      guard let before = rule.series.keeping({ $0.from < day }) else { return nil }
      var rule = rule
      rule.series.periods = before.periods + [end]
      return rule
    }
    let before = self[name]?.series.keeping { $0.from < day }?.periods ?? []
    return Section(
      ended + [
        Rule(
          name: name,
          series: Series(
            title: name, unit: Located("rule", written: "rule", at: number.position),
            periods: before + [period]))
      ])
  }
}
