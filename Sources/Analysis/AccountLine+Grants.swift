public import Simulation

extension AccountLine {
  /// Whether the line is a grant for having a list.
  public var isGrant: Bool {
    switch self {
    case .baseGrant, .startUpGrant, .equalisationGrant, .lumpSum: true
    case .feeRefund, .copay, .uninsuredFee, .enrolmentHandling, .standbyContract: false
    }
  }
}
