/// Who may stand on a general practitioner's list.
///
/// - Source: for Norway, regulation 2012-08-29 no. 843 § 2.
public struct ListRight: Hashable, Sendable {
  /// A fact about a person that a right can depend on.
  public enum Condition: String, CaseIterable, Sendable {
    case registeredAsResident = "registered-as-resident"
    case nationalInsurance = "national-insurance"
    /// Notified to and accepted by the foreign ministry.
    case accredited
  }

  /// What a person must fulfil, all of it.
  public let requires: [Condition]
  /// The age from which a member of the household must consent in person; `nil` when nobody must.
  public let ownConsentFromAge: Int?

  public init(requires: [Condition], ownConsentFromAge: Int? = nil) {
    (self.requires, self.ownConsentFromAge) = (requires, ownConsentFromAge)
  }

  /// Whether persons who fulfil `conditions` have the right.
  public func isHeld(fulfilling conditions: [Condition]) -> Bool {
    requires.allSatisfy(conditions.contains)
  }
}
