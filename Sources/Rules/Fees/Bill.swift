/// What a practice asks to be paid for one contact.
public struct Bill: Hashable, Sendable {
  /// The name of the contact type, for example `physical`.
  public var contactType: String
  public var time: TimeOfDay
  /// Who saw the patient.
  public var performer: Profession
  public var practice: PracticeKind
  public var minutes: Int
  public var namesProcedure: Bool
  public var namesDiagnosis: Bool
  /// In the order they were written.
  public var claims: [Claim]

  public init(
    contactType: String, time: TimeOfDay = .day, performer: Profession = .doctor,
    practice: PracticeKind = PracticeKind(), minutes: Int = 0, namesProcedure: Bool = false,
    namesDiagnosis: Bool = true, claims: [Claim]
  ) {
    (self.contactType, self.time, self.performer) = (contactType, time, performer)
    (self.practice, self.minutes) = (practice, minutes)
    (self.namesProcedure, self.namesDiagnosis) = (namesProcedure, namesDiagnosis)
    self.claims = claims
  }
}

/// A fee code on a bill.
public struct Claim: Hashable, Sendable {
  public var code: String
  /// How often it is claimed.
  public var times: Int

  public init(_ code: String, times: Int = 1) {
    (self.code, self.times) = (code, times)
  }
}

/// When a contact takes place, as fees see it.
public enum TimeOfDay: String, CaseIterable, Sendable {
  case day
  /// Evenings, nights, weekends and holidays.
  case evening
}

/// Who does the work.
public enum Profession: String, CaseIterable, Sendable {
  case doctor, nurse, secretary, physiotherapist, psychologist
}

/// How a practice is run.
public enum PracticeForm: String, CaseIterable, Sendable {
  /// The practitioner receives grants and fees.
  case selfEmployed = "self-employed"
  /// The municipality runs the practice and receives them.
  case salaried
  /// A company with several practitioners receives them.
  case company
  /// The list has no practitioner; the municipality keeps it open with locums.
  case vacant
  /// The out-of-hours service.
  case outOfHours = "out-of-hours"

  /// Whether persons stand on its lists.
  public var holdsLists: Bool { self != .outOfHours }
  /// Whether the municipality runs it, so that grants go from the municipality to itself.
  public var isMunicipal: Bool { self == .salaried || self == .vacant }
}

/// What the fee rules see of a practice.
public struct PracticeKind: Hashable, Sendable {
  public var form: PracticeForm
  /// Whether the practitioner is a specialist in general practice.
  public var isSpecialist: Bool
  /// Whether its owners meet the rule for profession-neutral fees.
  public var meetsOwnershipRule: Bool

  public init(
    form: PracticeForm = .selfEmployed, isSpecialist: Bool = false, meetsOwnershipRule: Bool = false
  ) {
    (self.form, self.isSpecialist) = (form, isSpecialist)
    self.meetsOwnershipRule = meetsOwnershipRule
  }

  /// Every kind there is.
  public static let all = PracticeForm.allCases.flatMap { form in
    [false, true].flatMap { isSpecialist in
      [false, true].map {
        PracticeKind(form: form, isSpecialist: isSpecialist, meetsOwnershipRule: $0)
      }
    }
  }
}
