import Rules
import Scenarios

extension FeeSchedule {
  /// Opens fees for contacts that staff takes.
  ///
  /// A fee that stands as delegable, or as neutral for other professions, stays so.
  mutating func letClaim(_ staff: StaffSetting) {
    for (code, fee) in fees where staff.fees.contains(code, fee) {
      var fee = fee
      switch staff.claims {
      case .own:
        fee.neutral = ProfessionNeutral(
          professions: (fee.neutral?.professions ?? []).union([staff.profession]),
          forms: (fee.neutral?.forms ?? []).union(staff.formsThatMay),
          requiresOwnership: staff.practices.requiresOwnership
            && (fee.neutral?.requiresOwnership ?? true))
      case .delegated:
        guard let refund = fee.refund, let copay = fee.copay, let factor = staff.factor else {
          continue
        }
        let own = Amounts(refund: refund, copay: copay, patientPayment: fee.patientPayment)
        fee.isDelegable = true
        fee.delegatedTo[staff.profession] = own.scaled(by: factor.central)
      }
      fees[code] = fee
    }
  }
}

extension StaffSetting {
  fileprivate var formsThatMay: Set<PracticeForm> {
    practices.forms.isEmpty ? Set(PracticeForm.allCases) : practices.forms
  }
}
