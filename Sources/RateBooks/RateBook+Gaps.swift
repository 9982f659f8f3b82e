public import Diagnostics
public import Rules
public import Units

/// What a run needs to know of a day. Where the sources are silent it is refused, never guessed.
extension RateBook {
  /// The month rule in force, with its period.
  ///
  /// - Throws: ``Refusal`` when none is known for the day.
  public func monthRule(
    on day: CalendarDate
  ) throws(Refusal) -> (rule: MonthRule, period: Period<MonthRule>) {
    for rule in monthRules.rules {
      if let (value, period) = rule.series.inForce(on: day) { return (value, period) }
    }
    throw Refusal(
      "no month rule is known for \(day), so a yearly grant cannot be paid by the month",
      help: "choose other months or another 'law-at', or add a rule under 'month-rules'")
  }

  /// The part of a yearly grant that a month earns: nothing where the law has no grants, which needs no
  /// month rule.
  ///
  /// - Throws: ``Refusal`` when the law has grants and no month rule is known for the day.
  public func fraction(of month: Month, on day: CalendarDate) throws(Refusal) -> Ratio {
    guard hasGrants else { return .zero }
    return try monthRule(on: day).rule.fraction(of: month)
  }

  private var hasGrants: Bool {
    !(perCapitaGrants.rules.isEmpty && startUpGrants.rules.isEmpty
      && equalisationGrants.rules.isEmpty && lumpSums.rules.isEmpty)
  }

  /// The per-capita grants in force, all of which are paid.
  ///
  /// - Throws: ``Refusal`` when the law has such grants but none is known for the day.
  public func perCapitaScales(on day: CalendarDate) throws(Refusal) -> [PerCapitaScale] {
    let scales = perCapitaGrants.rules.compactMap { $0.series.inForce(on: day)?.value }
    guard scales.isEmpty, !perCapitaGrants.rules.isEmpty else { return scales }
    let reasons = perCapitaGrants.rules.map { rule in
      switch rule.series.standing(on: day) {
      case .inForce: "'\(rule.name)' is in force"
      case .notYet(let first): "'\(rule.name)' is known from \(first)"
      case .ended(let end): "'\(rule.name)' ended on \(end)"
      case .unknown(let last): "'\(rule.name)' is known until \(last)"
      }
    }
    throw Refusal(
      "no per-capita grant is known for \(day): \(reasons.joined(separator: "; "))",
      help: "choose other months, set 'law-at', or state the rate under 'law: per-capita-grants:'")
  }

  /// A fee in force, with its split between state and patient.
  ///
  /// - Throws: ``Refusal`` when the fee, or who pays it, is not known for the day.
  public func fee(
    _ code: String, on day: CalendarDate
  ) throws(Refusal) -> (refund: Money, copay: Money, period: Period<Fee>) {
    guard let (fee, period) = fees[code]?.series.inForce(on: day) else {
      throw Refusal(
        "the fee '\(code)' is not known for \(day)",
        help: "state in 'consultations: as-of:' a day for which 'takst rates' shows it")
    }
    guard let refund = fee.refund, let copay = fee.copay else {
      throw Refusal(
        "no source says who pays the fee '\(code)' on \(day)",
        help: "choose a fee whose refund and copay 'takst rates' shows")
    }
    return (refund, copay, period)
  }

  /// Every fee in force on a day.
  ///
  /// Fees the book does not know for the day are left out; so is what their codes would have paid.
  public func schedule(on day: CalendarDate) -> FeeSchedule {
    FeeSchedule(
      fees.rules.reduce(into: [:]) { fees, rule in
        fees[rule.name] = rule.series.inForce(on: day)?.value
      })
  }
}
