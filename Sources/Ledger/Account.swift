public import Rules

/// Who pays and who receives.
public enum Account: String, CaseIterable, Sendable {
  case municipality, state, patient, practice
  /// A Danish region, which pays for general practice.
  case region
  /// Wages for work the rules make necessary, such as handling an enrolment.
  case staff
  /// The out-of-hours service, paid by fees.
  case outOfHours = "out-of-hours"
  /// A general practitioner who hands a practice over.
  case seller
}

extension Account {
  /// - Parameter payer: Who pays a grant; the municipality where nobody is named.
  public init(_ payer: Payer?) {
    switch payer {
    case .municipality, nil: self = .municipality
    case .state: self = .state
    case .region: self = .region
    }
  }
}
