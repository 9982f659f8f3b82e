public import Diagnostics
import Documents
public import Rules
public import Units

/// Posts for doctors in specialisation who are paid a salary and see patients of other doctors' lists.
public struct TrainingPostSetting: Sendable {
  /// In the country.
  public var posts: Estimate
  /// Per post and year, in the currency of the rate book.
  public var salary: Estimate
  /// On top of the salary, as a share of it.
  public var socialCosts: Estimate
  /// Per post and year.
  public var supervisionHours: Estimate
  /// Per hour, to the practice that supervises.
  public var supervisionPay: Estimate
  /// What the state pays per post and year.
  public var stateGrant: Estimate
  /// Consultations per post and year.
  public var contacts: Estimate
  /// The share of contacts that come on top of what the practices do already.
  public var additionalShare: Estimate
  public var feesTo: TrainingPosts.FeesTo
  /// The first day; `nil` for all year. What is said per year then counts for the part of the year from
  /// it on, by days.
  public var from: Located<CalendarDate>?
  /// That part of the scenario's year.
  public internal(set) var partOfYear = Ratio.one

  /// The rule with the central values.
  public var rule: TrainingPosts {
    TrainingPosts(
      posts: posts.central * partOfYear, salary: salary.money, socialCosts: socialCosts.central,
      supervisionHours: supervisionHours.central, supervisionPay: supervisionPay.money,
      stateGrant: stateGrant.money, contactsPerPost: contacts.central,
      additionalShare: additionalShare.central, feesTo: feesTo)
  }

  private enum Keys {
    static let from = Key(
      "from", Grammar<CalendarDate>.date.located, "the day it begins; all year unless said")
    static func number(_ name: String, upTo most: Int, _ about: String) -> Key<Estimate> {
      Key(name, Estimate.grammar(of: .number(in: 0...most)), about)
    }
    static let posts = number("posts", upTo: 100_000, "posts in the country")
    static let salary = number("salary", upTo: 100_000_000, "per post and year")
    static let social = Key(
      "social-costs", Estimate.grammar(of: .share), "on top of the salary, as a share of it")
    static let hours = number(
      "supervision-hours", upTo: 10_000, "hours of supervision per post and year")
    static let pay = number(
      "supervision-pay", upTo: 100_000, "per hour, to the practice that supervises")
    static let grant = number(
      "state-grant", upTo: 100_000_000, "what the state pays per post and year")
    static let contacts = number("contacts", upTo: 100_000, "consultations per post and year")
    static let additional = Key(
      "additional-share", Estimate.grammar(of: .share),
      "the share of these that come on top of what the practices do already")
    static let fees = Key(
      "fees-to", Grammar<TrainingPosts.FeesTo>.choice,
      "who has the fees of these contacts: municipality or practice")
  }

  static let grammar = Grammar<TrainingPostSetting>.record(
    "training posts",
    keys: [
      Keys.posts.required, Keys.salary.required, Keys.social.required, Keys.hours.required,
      Keys.pay.required, Keys.grant.required, Keys.contacts.required, Keys.additional.required,
      Keys.fees.required, Keys.from.optional,
    ]
  ) { record, _ in
    TrainingPostSetting(
      posts: record[Keys.posts], salary: record[Keys.salary], socialCosts: record[Keys.social],
      supervisionHours: record[Keys.hours], supervisionPay: record[Keys.pay],
      stateGrant: record[Keys.grant], contacts: record[Keys.contacts],
      additionalShare: record[Keys.additional], feesTo: record[Keys.fees],
      from: record[maybe: Keys.from])
  }
}
