/// What a movement of money is for.
public enum AccountLine: String, CaseIterable, Sendable {
  case baseGrant = "base-grant"
  /// What the places of the first tiers are paid beyond the rate of the last, where the accounts
  /// show it apart.
  case breakPointSupplement = "break-point-supplement"
  case startUpGrant = "start-up-grant"
  case equalisationGrant = "equalisation-grant"
  /// A grant per person that the official accounts have no line for; told by its name.
  case perCapitaGrant = "per-capita-grant"
  case lumpSum = "lump-sum"
  case feeRefund = "fee-refund"
  /// Refunds of certificates and meetings for the labour and welfare service.
  case certificates
  case copay
  /// Copay the state pays because the patient is above the ceiling.
  case ceilingCopay = "ceiling-copay"
  /// Copay the state pays because the patient is exempt.
  case exemptCopay = "exempt-copay"
  /// What the patient pays outside the ceiling.
  case patientPayment = "patient-payment"
  /// The refund an uninsured patient does not get and pays in person.
  case uninsuredFee = "uninsured-fee"
  case enrolmentHandling = "enrolment-handling"
  case standbyContract = "standby-contract"
  /// Fixed pay for duty out of hours, with social costs, and the fees it is paid instead of.
  case dutyPay = "duty-pay"
  case dutyFees = "duty-fees"
  /// Posts for doctors in specialisation: pay with social costs, supervision by practices, what the
  /// state grants, and the fees of their contacts.
  case salary, supervision
  case trainingGrant = "training-grant"
  case trainingFees = "training-fees"
  /// What lists without a doctor cost more than others.
  case vacantList = "vacant-list"
  /// Internships beyond those there are.
  case internship
  /// The price of a practice that is handed over.
  case practicePrice = "practice-price"
  /// What Danish regions pay clinics: per patient, on top of that, for services, and where doctors lack.
  case baseFee = "base-fee"
  case differentiatedBaseFee = "differentiated-base-fee"
  case serviceFee = "service-fee"
  case temporarySupplement = "temporary-supplement"
  case coverageFunds = "coverage-funds"
}
