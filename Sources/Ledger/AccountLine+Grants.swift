extension AccountLine {
  /// Whether the line is a grant for having a list.
  public var isGrant: Bool {
    switch self {
    case .baseGrant, .breakPointSupplement, .startUpGrant, .equalisationGrant, .perCapitaGrant,
      .lumpSum,
      .baseFee, .differentiatedBaseFee, .temporarySupplement, .coverageFunds:
      true
    case .feeRefund, .certificates, .copay, .ceilingCopay, .exemptCopay, .patientPayment,
      .uninsuredFee, .enrolmentHandling, .standbyContract, .dutyPay, .dutyFees, .salary,
      .supervision, .trainingGrant, .trainingFees, .vacantList, .internship, .practicePrice,
      .serviceFee:
      false
    }
  }
}
