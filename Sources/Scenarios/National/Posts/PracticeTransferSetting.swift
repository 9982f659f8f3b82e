public import Diagnostics
import Documents
public import Rules
public import Units

/// What is paid when general practitioners hand their practices over.
public struct PracticeTransferSetting: Sendable {
  /// In the country and the year.
  public var transfers: Estimate
  public var regime: PracticeTransfer.Regime
  /// Per practice, in the currency of the rate book.
  public var marketPrice: Estimate
  /// The most that may be asked where the price is regulated.
  public var regulatedPrice: Estimate
  /// Per year, of what is borrowed to pay.
  public var interest: Estimate
  /// How many years it is repaid over.
  public var years: Estimate
  /// The share of the price the municipality pays where it buys.
  public var municipalShare: Estimate
  /// General practitioners recruited in the country and year per million kroner lower entry price.
  public var recruitsPerMillion: Estimate
  /// The first day; `nil` for all year. What is said per year then counts for the part of the year from
  /// it on, by days.
  public var from: Located<CalendarDate>?
  /// That part of the scenario's year.
  public internal(set) var partOfYear = Ratio.one

  /// The rule with the central values.
  public var rule: PracticeTransfer {
    PracticeTransfer(
      regime: regime, marketPrice: marketPrice.money, regulatedPrice: regulatedPrice.money,
      municipalShare: municipalShare.central)
  }

  /// Practices handed over from the first day on, whole.
  public var transfersInYear: Int { (transfers.central * partOfYear).rounded }

  public var annuity: Annuity {
    Annuity(interest: interest.central, years: years.central.rounded)
  }

  private enum Keys {
    static func whole(_ name: String, _ range: ClosedRange<Int>, _ about: String) -> Key<Estimate> {
      Key(name, Estimate.grammar(of: Grammar<Int>.whole(in: range).map { Ratio($0) }), about)
    }
    static func price(_ name: String, _ about: String) -> Key<Estimate> {
      Key(name, Estimate.grammar(of: .number(in: 0...1_000_000_000)), about)
    }
    static let from = Key(
      "from", Grammar<CalendarDate>.date.located, "the day it begins; all year unless said")
    static let transfers = whole(
      "transfers", 0...100_000, "practices handed over in the country and year")
    static let regime = Key(
      "regime", Grammar<PracticeTransfer.Regime>.choice,
      "market-price, regulated-price, municipal-purchase or none")
    static let market = price("market-price", "what a practice is sold for, agreed freely")
    static let regulated = price("regulated-price", "the most where the price is regulated")
    static let interest = Key(
      "interest", Estimate.grammar(of: .share), "per year, of what is borrowed to pay")
    static let years = whole("years", 1...100, "how many years it is repaid over")
    static let share = Key(
      "municipal-share", Estimate.grammar(of: .share),
      "the share of the price the municipality pays where it buys")
    static let recruits = Key(
      "recruits-per-million", Estimate.grammar(of: .number(in: -10_000...10_000)),
      "general practitioners recruited a year per million kroner lower entry price")
  }

  static let grammar = Grammar<PracticeTransferSetting>.record(
    "the transfer of practices",
    keys: [
      Keys.transfers.required, Keys.regime.required, Keys.market.required,
      Keys.regulated.required, Keys.interest.required, Keys.years.required, Keys.share.required,
      Keys.recruits.required, Keys.from.optional,
    ]
  ) { record, _ in
    PracticeTransferSetting(
      transfers: record[Keys.transfers], regime: record[Keys.regime],
      marketPrice: record[Keys.market], regulatedPrice: record[Keys.regulated],
      interest: record[Keys.interest], years: record[Keys.years],
      municipalShare: record[Keys.share], recruitsPerMillion: record[Keys.recruits],
      from: record[maybe: Keys.from])
  }
}
