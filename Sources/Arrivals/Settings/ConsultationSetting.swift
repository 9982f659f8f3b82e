public import Diagnostics
import Documents
import Practices
public import Scenarios
public import Units

/// The consultations that arrivals have because they stand on a list, and how they are priced.
public struct ConsultationSetting: Sendable {
  /// Consultations a person has in a year beyond those without a list.
  public var morePerYear: Estimate
  /// The fee code of a consultation.
  public var fee: Located<String>
  /// The day whose fee is used; `nil` for the law of each month.
  public var asOf: CalendarDate?
  /// What supplements add to the refund of a consultation, in the currency of the rate book.
  public var supplementRefund: Estimate

  private enum Keys {
    static let more = Key(
      "more-per-year", Estimate.grammar(of: .number(in: 0...100)),
      "consultations a person has in a year beyond those without a list")
    static let fee = Key("fee", Grammar<String>.text.located, "the fee code of a consultation")
    static let asOf = Key(
      "as-of", Grammar<CalendarDate>.date, "the day whose fee is used in every month")
    static let supplements = Key(
      "supplement-refund", Estimate.grammar(of: .number(in: 0...100_000)),
      "what supplements add to the refund of a consultation")
  }

  static let grammar = Grammar<ConsultationSetting>.record(
    "consultations",
    keys: [
      Keys.more.required, Keys.fee.required, Keys.asOf.optional, Keys.supplements.required,
    ]
  ) { record, _ in
    ConsultationSetting(
      morePerYear: record[Keys.more], fee: record[Keys.fee], asOf: record[maybe: Keys.asOf],
      supplementRefund: record[Keys.supplements])
  }
}
