import Documents
public import Rules

/// A number of a year that a goal is about: `base-share`, `payer.state`, `income.company`.
public enum Measure: Hashable, Sendable {
  /// The share of the practices' payments that grants are.
  case baseShare
  /// Everything practices are paid.
  case total
  /// Grants for lists.
  case grants
  /// Fees, whoever pays them.
  case fees
  /// What somebody pays, the out-of-hours service included.
  case payer(Payer)
  /// What practices of a form are paid.
  case income(PracticeForm)
  /// What lists with a specialist are paid, or those with another doctor.
  case incomeOfSpecialists(Bool)
  /// The share of lists that are paid more than in the baseline.
  case gaining
  /// A part of the fees of a contact type, by the type's name; copay whoever pays it.
  case ofType(Part, String)

  public enum Payer: String, CaseIterable, Sendable { case municipality, state, patient }
  public enum Part: String, CaseIterable, Sendable {
    case refund, certificates, copay
    case patientPayment = "patient-payment"
  }

  /// Whether the measure is money, told in the currency of the rate book.
  public var isMoney: Bool { self != .baseShare && self != .gaining }

  /// The words the scenario has for it.
  public var name: String {
    switch self {
    case .baseShare: "base-share"
    case .total: "total"
    case .grants: "grants"
    case .fees: "fees"
    case .payer(let payer): "payer.\(payer.rawValue)"
    case .income(let form): "income.\(form.rawValue)"
    case .incomeOfSpecialists(let isSpecialist):
      isSpecialist ? "income.specialists" : "income.not-specialists"
    case .gaining: "gaining"
    case .ofType(let part, let type): "\(part.rawValue).\(type)"
    }
  }

  /// - Parameters:
  ///   - name: As an author writes it.
  ///   - types: The contact types of the scenario.
  public init?(_ name: String, types: [String]) {
    guard let measure = Self.all(types: types).first(where: { $0.name == name }) else {
      return nil
    }
    self = measure
  }

  /// Every measure there is for some contact types.
  public static func all(types: [String]) -> [Measure] {
    [.baseShare, .total, .grants, .fees, .gaining] + Payer.allCases.map(Measure.payer)
      + PracticeForm.allCases.filter(\.holdsLists).map(Measure.income)
      + [.incomeOfSpecialists(true), .incomeOfSpecialists(false)]
      + types.flatMap { type in Part.allCases.map { .ofType($0, type) } }
  }
}
