public import Units

/// What the payment rules see of a patient in one calendar year.
public struct Patient: Hashable, Sendable {
  public enum Standing: Int, CaseIterable, Sendable {
    /// Pays copay until the ceiling.
    case paying
    /// Pays no copay, and is outside the ceiling.
    case exempt
    /// Not in the national insurance: pays refund and copay in person, without a ceiling.
    case uninsured
  }

  public var standing: Standing
  /// Copay for services outside general practice that counts towards the ceiling, over the year.
  public var otherCopay: Money

  public init(standing: Standing = .paying, otherCopay: Money = .zero) {
    (self.standing, self.otherCopay) = (standing, otherCopay)
  }
}

/// The most copay a patient pays in a calendar year; the state pays the rest.
///
/// Copay for other services fills the ceiling evenly through the year.
public struct CopayCeiling: Hashable, Sendable {
  public var amount: Money
  /// Days of the year.
  public var days: Int

  public init(amount: Money, days: Int) {
    (self.amount, self.days) = (amount, days)
  }

  /// What is left for the patient to pay.
  ///
  /// ```
  /// left = max(0, ceiling − paid − ⌊other × day / days⌋)
  /// ```
  ///
  /// - Parameters:
  ///   - paid: Copay paid at practices so far this year.
  ///   - other: Copay for other services over the whole year.
  ///   - day: The day of the year, from 0.
  /// - Returns: Money; zero when the ceiling is reached.
  public func left(after paid: Money, other: Money, on day: Int) -> Money {
    max(.zero, amount - paid - Money(ore: other.ore * day / days))
  }
}
