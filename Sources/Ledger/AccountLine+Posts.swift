extension AccountLine {
  /// Whether the line is money that does not come from contacts or from having a list.
  ///
  /// The official accounts of general practice and of the out-of-hours service do not know these
  /// lines, so they are in no figure that is held against the accounts.
  public var isBesideAccounts: Bool {
    // Asked of every posting of every run of a sweep, so without a set of names to look up.
    switch self {
    case .dutyPay, .dutyFees, .salary, .supervision, .trainingGrant, .trainingFees, .vacantList,
      .internship, .practicePrice:
      true
    case .baseGrant, .breakPointSupplement, .startUpGrant, .equalisationGrant, .perCapitaGrant,
      .lumpSum,
      .feeRefund, .certificates, .copay, .ceilingCopay, .exemptCopay, .patientPayment,
      .uninsuredFee, .enrolmentHandling, .standbyContract, .baseFee, .differentiatedBaseFee,
      .serviceFee, .temporarySupplement, .coverageFunds:
      false
    }
  }
}
