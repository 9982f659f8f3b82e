public import Diagnostics
import Documents
public import Rules
public import Units

/// Fixed pay instead of fees for a share of the duty out of hours.
public struct OutOfHoursPay: Sendable {
  /// The share of duty on fixed pay.
  public var fixedShare: Estimate
  /// Hours doctors are on duty, in the country and the year.
  public var hours: Estimate
  /// In the currency of the rate book.
  public var payPerHour: Estimate
  /// On top of pay, as a share of it.
  public var socialCosts: Estimate
  public var feesTo: DutyPay.FeesTo
  /// The first day; `nil` for all year. What is said per year then counts for the part of the year from
  /// it on, by days.
  public var from: Located<CalendarDate>?
  /// That part of the scenario's year.
  public internal(set) var partOfYear = Ratio.one

  /// The rule with the central values.
  public var rule: DutyPay {
    DutyPay(
      fixedShare: fixedShare.central * partOfYear, hours: hours.central,
      payPerHour: payPerHour.money,
      socialCosts: socialCosts.central, feesTo: feesTo)
  }

  private enum Keys {
    static let from = Key(
      "from", Grammar<CalendarDate>.date.located, "the day it begins; all year unless said")
    static let share = Key(
      "fixed-share", Estimate.grammar(of: .share), "the share of duty on fixed pay")
    static let hours = Key(
      "hours", Estimate.grammar(of: .number(in: 0...100_000_000)),
      "hours doctors are on duty, in the country and the year")
    static let pay = Key(
      "pay-per-hour", Estimate.grammar(of: .number(in: 0...100_000)), "pay for an hour of duty")
    static let social = Key(
      "social-costs", Estimate.grammar(of: .share), "on top of pay, as a share of it")
    static let fees = Key(
      "fees-to", Grammar<DutyPay.FeesTo>.choice,
      "who has the fees on that duty: municipality, or nobody when they are not claimed")
  }

  static let grammar = Grammar<OutOfHoursPay>.record(
    "fixed pay out of hours",
    keys: [
      Keys.share.required, Keys.hours.required, Keys.pay.required, Keys.social.required,
      Keys.fees.required, Keys.from.optional,
    ]
  ) { record, _ in
    OutOfHoursPay(
      fixedShare: record[Keys.share], hours: record[Keys.hours], payPerHour: record[Keys.pay],
      socialCosts: record[Keys.social], feesTo: record[Keys.fees],
      from: record[maybe: Keys.from])
  }
}
