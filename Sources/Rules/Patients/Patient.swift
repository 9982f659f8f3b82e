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

  /// Whatever the law says of ages.
  public var standing: Standing
  /// Copay for services outside general practice that counts towards the ceiling, over the year.
  public var otherCopay: Money

  public init(standing: Standing = .paying, otherCopay: Money = .zero) {
    (self.standing, self.otherCopay) = (standing, otherCopay)
  }
}
