public import Units

/// The most fee refunds one practice is paid in a calendar year.
///
/// - Unit: money per list per year.
public struct PracticeCeiling: Hashable, Sendable {
  public var refunds: Money

  public init(refunds: Money) { self.refunds = refunds }

  /// What is withheld of a year's refunds.
  ///
  /// - Parameter refunds: What the practice's fees come to.
  /// - Returns: Zero up to the ceiling.
  public func withheld(of refunds: Money) -> Money {
    max(.zero, refunds - self.refunds)
  }
}
