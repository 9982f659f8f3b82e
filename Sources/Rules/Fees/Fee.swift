public import Units

/// What one service is paid, by whom, and on which conditions: one code of a fee schedule.
///
/// ```
/// honorarium = refund + copay + patient payment
/// ```
///
/// The fields are those of the official Norwegian register of fee codes (Helserefusjon, open data,
/// `takstkoder`); each says which.
public struct Fee: Hashable, Sendable {
  /// What the practice receives (`honorar`).
  public let honorarium: Money
  /// The part the state pays (`refusjon`). `nil` where no source states it.
  public let refund: Money?
  /// The part the patient pays until the ceiling (`egenandel`). `nil` where no source states it.
  public let copay: Money?
  /// Whether staff may do the work on the doctor's behalf; `nil` where the source is silent.
  public var isDelegable: Bool?
  /// What the patient pays outside the ceiling, whoever the patient is (`pasient_egenbetaling`).
  public var patientPayment: Money
  /// Which of the state's accounts the refund is on.
  public var budget: Budget
  public var conditions: FeeConditions
  /// What is paid when staff does the work on the doctor's behalf; `nil` for the same as the doctor.
  public var delegated: Amounts?
  /// The same for one profession, where it differs.
  public var delegatedTo: [Profession: Amounts] = [:]
  /// Who else may claim it in full, and where; `nil` for nobody.
  public var neutral: ProfessionNeutral?

  public init(
    honorarium: Money, refund: Money?, copay: Money?, isDelegable: Bool? = nil,
    patientPayment: Money = .zero, budget: Budget = .care,
    conditions: FeeConditions = FeeConditions(), delegated: Amounts? = nil,
    neutral: ProfessionNeutral? = nil
  ) {
    (self.honorarium, self.refund) = (honorarium, refund)
    (self.copay, self.isDelegable) = (copay, isDelegable)
    (self.patientPayment, self.budget) = (patientPayment, budget)
    (self.conditions, self.delegated, self.neutral) = (conditions, delegated, neutral)
  }

  /// The state's accounts for refunds.
  public enum Budget: String, CaseIterable, Sendable {
    /// Care: refunds of the health service.
    case care
    /// Certificates and meetings for the labour and welfare service (Norway: L fees).
    case certificates
  }
}

/// An honorarium by who pays its parts.
///
/// - Unit: money per service.
public struct Amounts: Hashable, Sendable {
  /// The state's part.
  public var refund: Money
  /// The patient's part until the ceiling.
  public var copay: Money
  /// The patient's part outside the ceiling.
  public var patientPayment: Money

  public init(refund: Money, copay: Money, patientPayment: Money = .zero) {
    (self.refund, self.copay, self.patientPayment) = (refund, copay, patientPayment)
  }

  public static let zero = Amounts(refund: .zero, copay: .zero)

  /// What the practice receives.
  public var honorarium: Money { refund + copay + patientPayment }

  public static func + (a: Amounts, b: Amounts) -> Amounts {
    Amounts(
      refund: a.refund + b.refund, copay: a.copay + b.copay,
      patientPayment: a.patientPayment + b.patientPayment)
  }

  /// Every part times the same share, each rounded to the nearest øre.
  public func scaled(by share: Ratio) -> Amounts {
    Amounts(
      refund: refund.scaled(by: share), copay: copay.scaled(by: share),
      patientPayment: patientPayment.scaled(by: share))
  }
}

/// A fee that other professions than the doctor may claim in full.
public struct ProfessionNeutral: Hashable, Sendable {
  public var professions: Set<Profession>
  /// The forms of practice that may.
  public var forms: Set<PracticeForm>
  /// Whether the owners must meet the ownership rule.
  public var requiresOwnership: Bool

  public init(
    professions: Set<Profession>, forms: Set<PracticeForm>, requiresOwnership: Bool = false
  ) {
    (self.professions, self.forms) = (professions, forms)
    self.requiresOwnership = requiresOwnership
  }

  func allows(_ performer: Profession, at practice: PracticeKind) -> Bool {
    professions.contains(performer) && forms.contains(practice.form)
      && (practice.meetsOwnershipRule || !requiresOwnership)
  }
}
