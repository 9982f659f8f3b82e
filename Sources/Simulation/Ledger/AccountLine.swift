/// What a movement of money is for.
public enum AccountLine: String, CaseIterable, Sendable {
  case baseGrant = "base-grant"
  case startUpGrant = "start-up-grant"
  case equalisationGrant = "equalisation-grant"
  case lumpSum = "lump-sum"
  case feeRefund = "fee-refund"
  case copay
  /// The refund an uninsured patient does not get and pays in person.
  case uninsuredFee = "uninsured-fee"
  case enrolmentHandling = "enrolment-handling"
  case standbyContract = "standby-contract"
}
