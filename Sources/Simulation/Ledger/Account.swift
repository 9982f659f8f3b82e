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
