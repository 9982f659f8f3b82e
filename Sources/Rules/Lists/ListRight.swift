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
  /// Whether it is anyone's who fulfils that («enhver»), and not only of the kind of persons it is
  /// given to, such as asylum seekers.
  public let isAnyones: Bool
  /// The age from which a member of the household must consent in person; `nil` when nobody must.
  public let ownConsentFromAge: Int?

  public init(requires: [Condition], isAnyones: Bool = false, ownConsentFromAge: Int? = nil) {
    (self.requires, self.isAnyones) = (requires, isAnyones)
    self.ownConsentFromAge = ownConsentFromAge
  }

  /// Whether persons who fulfil `conditions` have the right.
  public func isHeld(fulfilling conditions: [Condition]) -> Bool {
    requires.allSatisfy(conditions.contains)
  }
}
