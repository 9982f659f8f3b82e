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

  /// A part of a year, as a whole number of ``partsPerYear``: the same for every grant of a month.
  public struct Part: Hashable, Sendable {
    fileprivate let parts: Int

    /// - Parameter fraction: The part of a year, dimensionless.
    /// - Precondition: The fraction is a number of twelfths, 365ths or 366ths.
    public init(_ fraction: Ratio) {
      let (parts, rest) = partsPerYear.quotientAndRemainder(dividingBy: fraction.denominator)
      precondition(rest == 0, "no month rule pays \(fraction.numerator)/\(fraction.denominator)")
      self.parts = fraction.numerator * parts
    }
  }

  /// What is due when a part of a yearly amount is earned: all that is earned so far, less all that
  /// was paid before.
  ///
  /// - Parameters:
  ///   - part: The part of a year.
  ///   - annual: The amount for a whole year.
  /// - Returns: The payment, in whole øre.
  public mutating func payment(adding part: Part, of annual: Money) -> Money {
    earned += Int128(annual.ore) * Int128(part.parts)
    let total = Money(ore: Ratio.rounded(earned, over: Self.partsPerYear))
    defer { paid = total }
    return total - paid
  }
}
