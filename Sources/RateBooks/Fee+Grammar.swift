import Diagnostics
import Documents
import Rules
import Units

extension Fee {
  private enum Keys {
    static let honorarium = Key("honorarium", Money.ofFee, "what the practice receives")
    static let refund = Key("refund", Money.ofFee, "the part the state pays")
    static let copay = Key("copay", Money.ofFee, "the part the patient pays")
    static let patientPayment = Key(
      "patient-payment", Money.ofFee,
      "what the patient pays outside the ceiling (pasient_egenbetaling)")
    static let delegable = Key(
      "delegable", Grammar<Bool>.flag, "whether staff may do it on the doctor's behalf")
    static let delegated = Key(
      "delegated", Amounts.grammar, "what is paid when staff does it, where that differs")
    static let neutral = Key(
      "neutral", ProfessionNeutral.grammar, "who else may claim it in full, and where")
    static let budget = Key(
      "budget", Grammar<Budget>.choice,
      "the state's account: care, or certificates (L fees of the labour and welfare service)")
  }

  static let grammar = Grammar<Fee>.record(
    "a fee",
    keys: [
      Keys.honorarium.required, Keys.refund.optional, Keys.copay.optional,
      Keys.patientPayment.optional, Keys.delegable.optional, Keys.delegated.optional,
      Keys.neutral.optional, Keys.budget.optional,
    ] + FeeConditions.keys
  ) { record, log in
    let fee = Fee(
      honorarium: record[Keys.honorarium], refund: record[maybe: Keys.refund],
      copay: record[maybe: Keys.copay], isDelegable: record[maybe: Keys.delegable],
      patientPayment: record[maybe: Keys.patientPayment] ?? .zero,
      budget: record[maybe: Keys.budget] ?? .care, conditions: FeeConditions(record),
      delegated: record[maybe: Keys.delegated], neutral: record[maybe: Keys.neutral])
    let isSound = [
      fee.addsUp(&log, in: record), fee.isDelegatedAtAll(&log, in: record),
      FeeConditions.isComplete(record, &log),
    ]
    return isSound.allSatisfy(\.self) ? fee : nil
  }

  private func addsUp(_ log: inout FaultLog, in record: Record) -> Bool {
    guard let refund, let copay else { return true }
    let parts = Amounts(refund: refund, copay: copay, patientPayment: patientPayment)
    guard parts.honorarium != honorarium else { return true }
    let isWithPayment = record[maybe: Keys.patientPayment] != nil
    let words =
      isWithPayment
      ? "refund \(refund), copay \(copay) and patient payment \(patientPayment)"
      : "refund \(refund) and copay \(copay)"
    log.add(
      "\(words) make \(parts.honorarium), but the honorarium is \(honorarium)",
      at: record.position,
      help: isWithPayment
        ? "the honorarium is the refund, the copay and the patient payment together"
        : "the honorarium is the refund and the copay together")
    return false
  }

  /// Amounts for staff that nobody could ever be paid are a mistake, not a detail.
  private func isDelegatedAtAll(_ log: inout FaultLog, in record: Record) -> Bool {
    guard delegated != nil, isDelegable != true else { return true }
    log.add(
      "the fee has 'delegated' amounts but is not delegable", at: record.position,
      help: "write 'delegable: true' beside them, or remove them")
    return false
  }
}

extension Amounts {
  private enum Keys {
    static let refund = Key("refund", Money.ofFee, "the part the state pays")
    static let copay = Key("copay", Money.ofFee, "the part the patient pays")
    static let patientPayment = Key(
      "patient-payment", Money.ofFee, "what the patient pays outside the ceiling")
  }

  static let grammar = Grammar<Amounts>.record(
    "amounts",
    keys: [Keys.refund.required, Keys.copay.required, Keys.patientPayment.optional]
  ) { record, _ in
    Amounts(
      refund: record[Keys.refund], copay: record[Keys.copay],
      patientPayment: record[maybe: Keys.patientPayment] ?? .zero)
  }
}

extension ProfessionNeutral {
  private enum Keys {
    static let professions = Key(
      "professions", Grammar.set(of: Grammar<Profession>.choice),
      "the professions that may claim it besides the doctor")
    static let forms = Key(
      "forms", Grammar.set(of: Grammar<PracticeForm>.choice), "the forms of practice that may")
    static let ownership = Key(
      "requires-ownership", Grammar<Bool>.flag, "whether the owners must meet the ownership rule")
  }

  static let grammar = Grammar<ProfessionNeutral>.record(
    "a profession-neutral fee",
    keys: [Keys.professions.required, Keys.forms.required, Keys.ownership.optional]
  ) { record, _ in
    ProfessionNeutral(
      professions: record[Keys.professions], forms: record[Keys.forms],
      requiresOwnership: record[maybe: Keys.ownership] ?? false)
  }
}

extension Money {
  fileprivate static let ofFee = Grammar.money(upTo: 100_000)
}
