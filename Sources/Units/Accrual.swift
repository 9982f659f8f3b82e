/// A yearly amount earned month by month and paid in whole øre.
///
/// ```
/// payment = rounded(everything earned so far this year) − everything paid so far this year
/// ```
///
/// Rounding each month by itself would let a year of twelve payments drift from the annual amount
/// by up to six øre (675,544 NOK in twelfths is 12 × 56,295.33 = 675,543.96). Rounding the sum
/// instead keeps every payment within one øre of its exact size and the year exact. The rounding
/// is a convention of this model: no source prescribes one.
public struct Accrual: Hashable, Sendable {
  /// Every month rule's fraction is a whole number of these: twelfths, 365ths and 366ths.
  private static let partsPerYear = 267_180

  /// Øre times ``partsPerYear``.
  private var earned: Int128 = 0
  private var paid = Money.zero

  public init() {}

  private mutating func earn(_ fraction: Ratio, of annual: Money) {
    let (parts, rest) = Self.partsPerYear.quotientAndRemainder(dividingBy: fraction.denominator)
    precondition(rest == 0, "no month rule pays \(fraction.numerator)/\(fraction.denominator)")
    earned += Int128(annual.ore) * Int128(fraction.numerator * parts)
  }

  /// What is due when a part of a yearly amount is earned: all that is earned so far, less all that
  /// was paid before.
  ///
  /// - Parameters:
  ///   - fraction: The part of a year, dimensionless.
  ///   - annual: The amount for a whole year.
  /// - Precondition: The fraction is a number of twelfths, 365ths or 366ths.
  /// - Returns: The payment, in whole øre.
  public mutating func payment(adding fraction: Ratio, of annual: Money) -> Money {
    earn(fraction, of: annual)
    let total = Money(ore: Ratio.rounded(earned, over: Self.partsPerYear))
    defer { paid = total }
    return total - paid
  }
}
