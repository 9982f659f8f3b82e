public import Simulation

extension AccountLine {
  /// Whether the line is money that does not come from contacts or from having a list.
  ///
  /// The official accounts of general practice and of the out-of-hours service do not know these
  /// lines, so they are in no figure that is held against the accounts.
  public var isBesideAccounts: Bool { Self.besideAccounts.contains(self) }

  private static let besideAccounts: Set<AccountLine> = [
    .dutyPay, .dutyFees, .salary, .supervision, .trainingGrant, .trainingFees, .vacantList,
    .internship, .practicePrice,
  ]
}
