public import Units

/// What one contact or service is paid, and by whom.
///
/// ```
/// honorarium = refund + copay
/// ```
public struct Fee: Hashable, Sendable {
  /// What the practice receives.
  public let honorarium: Money
  /// The part the state pays. `nil` where no source states it.
  public let refund: Money?
  /// The part the patient pays. `nil` where no source states it.
  public let copay: Money?
  /// Whether staff may do the work on the doctor's behalf; `nil` where the source is silent.
  public let isDelegable: Bool?

  public init(honorarium: Money, refund: Money?, copay: Money?, isDelegable: Bool? = nil) {
    (self.honorarium, self.refund) = (honorarium, refund)
    (self.copay, self.isDelegable) = (copay, isDelegable)
  }
}
