import Diagnostics
import Documents
import Rules
import Units

extension Fee {
  private enum Keys {
    static let amount = Grammar.money(upTo: 100_000)
    static let honorarium = Key("honorarium", amount, "what the practice receives (honorar)")
    static let refund = Key("refund", amount, "the part the state pays (refusjon)")
    static let copay = Key("copay", amount, "the part the patient pays (egenandel)")
    static let payment = Key(
      "patient-payment", amount,
      "what the patient pays outside the ceiling (pasient_egenbetaling)")
    static let budget = Key(
      "budget", Grammar<Budget>.choice, "the account the refund is on; care unless said")
    static let delegable = Key(
      "delegable", Grammar<Bool>.flag, "whether staff may do it on the doctor's behalf")
    static let delegated = Key(
      "delegated", Amounts.grammar, "what is paid when staff does it; as the doctor unless said")
    static let neutral = Key(
      "profession-neutral", ProfessionNeutral.grammar, "who else may claim it in full, and where")
    static let conditions = Key(
      "conditions", FeeConditions.grammar, "when it may be claimed, how often, and with what")
  }

  static let grammar = Grammar<Fee>.record(
    "a fee",
    keys: [
      Keys.honorarium.required, Keys.refund.optional, Keys.copay.optional, Keys.payment.optional,
      Keys.budget.optional, Keys.delegable.optional, Keys.delegated.optional,
      Keys.neutral.optional, Keys.conditions.optional,
    ]
  ) { record, log in
    let fee = Fee(
      honorarium: record[Keys.honorarium], refund: record[maybe: Keys.refund],
      copay: record[maybe: Keys.copay], isDelegable: record[maybe: Keys.delegable],
      patientPayment: record[maybe: Keys.payment] ?? .zero,
      budget: record[maybe: Keys.budget] ?? .care,
      conditions: record[maybe: Keys.conditions] ?? FeeConditions(),
      delegated: record[maybe: Keys.delegated], neutral: record[maybe: Keys.neutral])
    guard let refund = fee.refund, let copay = fee.copay else { return fee }
    let sum = refund + copay + fee.patientPayment
    guard sum != fee.honorarium else { return fee }
    if fee.patientPayment == .zero {
      log.add(
        "refund \(refund) and copay \(copay) make \(sum), "
          + "but the honorarium is \(fee.honorarium)",
        at: record.position, help: "the honorarium is the refund and the copay together")
    } else {
      log.add(
        "refund \(refund), copay \(copay) and patient payment \(fee.patientPayment) make \(sum), "
          + "but the honorarium is \(fee.honorarium)",
        at: record.position, help: "the honorarium is its three parts together")
    }
    return nil
  }
}

extension Amounts {
  private enum Keys {
    static let amount = Grammar.money(upTo: 100_000)
    static let refund = Key("refund", amount, "the part the state pays")
    static let copay = Key("copay", amount, "the part the patient pays")
    static let payment = Key("patient-payment", amount, "what the patient pays outside the ceiling")
  }

  static let grammar = Grammar<Amounts>.record(
    "amounts", keys: [Keys.refund.required, Keys.copay.required, Keys.payment.optional]
  ) { record, _ in
    Amounts(
      refund: record[Keys.refund], copay: record[Keys.copay],
      patientPayment: record[maybe: Keys.payment] ?? .zero)
  }
}

extension ProfessionNeutral {
  private enum Keys {
    static let professions = Key(
      "professions", Grammar<[Profession]>.list(of: .choice), "who may claim it")
    static let forms = Key(
      "forms", Grammar<[PracticeForm]>.list(of: .choice), "the forms of practice that may")
    static let ownership = Key(
      "requires-ownership", Grammar<Bool>.flag, "whether the owners must meet the ownership rule")
  }

  static let grammar = Grammar<ProfessionNeutral>.record(
    "a profession-neutral fee",
    keys: [Keys.professions.required, Keys.forms.required, Keys.ownership.optional]
  ) { record, _ in
    ProfessionNeutral(
      professions: Set(record[Keys.professions]), forms: Set(record[Keys.forms]),
      requiresOwnership: record[maybe: Keys.ownership] ?? false)
  }
}
