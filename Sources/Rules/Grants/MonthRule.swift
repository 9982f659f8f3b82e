public import Units

/// How much of a yearly grant one month earns.
public enum MonthRule: String, CaseIterable, Sendable {
  /// Annual rate / 12 × persons on the list at the start of the month.
  case twelfths
  /// Annual rate / days in the year × days in the month × persons on the list.
  case days

  /// The part of the year, dimensionless. The twelve months of a year sum to one.
  public func fraction(of month: Month) -> Ratio {
    switch self {
    case .twelfths: Ratio(1, over: 12)
    case .days: Ratio(month.days, over: month.daysInYear)
    }
  }
}
