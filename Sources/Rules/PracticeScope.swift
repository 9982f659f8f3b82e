/// Which practices something is about; every practice when nothing is said.
public struct PracticeScope: Hashable, Sendable {
  /// Only these forms of practice; any when empty.
  public var forms: Set<PracticeForm>
  /// Only specialists, or only practitioners who are none; `nil` for both.
  public var specialists: Bool?
  /// Only practices whose owners meet the ownership rule.
  public var requiresOwnership: Bool

  public init(
    forms: Set<PracticeForm> = [], specialists: Bool? = nil, requiresOwnership: Bool = false
  ) {
    (self.forms, self.specialists) = (forms, specialists)
    self.requiresOwnership = requiresOwnership
  }

  /// Whether a practice is among them.
  public func contains(_ practice: PracticeKind) -> Bool {
    (forms.isEmpty || forms.contains(practice.form))
      && (specialists ?? practice.isSpecialist) == practice.isSpecialist
      && (practice.meetsOwnershipRule || !requiresOwnership)
  }
}
