import Documents
public import Rules

/// A number of a year that a goal is about: `base-share`, `payer.state`, `receipts.company`.
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
  case receipts(PracticeForm)
  /// What lists with a specialist are paid, or those with another doctor.
  case receiptsOfSpecialists(Bool)
  /// What practices of a form have left of it after their costs and the hours of their staff.
  case income(PracticeForm)
  /// The share of practices that are paid more than in the baseline, or less; of a form, or of all.
  case gaining(PracticeForm?)
  case losing(PracticeForm?)
  /// Consultations and simple contacts at practices; of a form, or of all.
  case visits(PracticeForm?)
  /// Contacts of a type, by the type's name.
  case contacts(String)
  /// A part of the fees of a contact type, by the type's name; copay whoever pays it.
  case ofType(Part, String)

  public enum Payer: String, CaseIterable, Sendable { case municipality, state, patient }
  public enum Part: String, CaseIterable, Sendable {
    case refund, certificates, copay
    case patientPayment = "patient-payment"
  }

  /// What a measure is told in.
  public enum Unit: String, Sendable {
    /// In the currency of the rate book.
    case money
    /// Of one.
    case share
    case contacts
  }

  public var unit: Unit {
    switch self {
    case .baseShare, .gaining, .losing: .share
    case .visits, .contacts: .contacts
    case .total, .grants, .fees, .payer, .receipts, .receiptsOfSpecialists, .income, .ofType: .money
    }
  }

  /// Whether the measure sets each practice beside itself in the baseline.
  public var comparesLists: Bool {
    switch self {
    case .gaining, .losing: true
    default: false
    }
  }

  /// The words the scenario has for it.
  public var name: String {
    switch self {
    case .baseShare: "base-share"
    case .total: "total"
    case .grants: "grants"
    case .fees: "fees"
    case .payer(let payer): "payer.\(payer.rawValue)"
    case .receipts(let form): "receipts.\(form.rawValue)"
    case .receiptsOfSpecialists(let isSpecialist):
      isSpecialist ? "receipts.specialists" : "receipts.not-specialists"
    case .income(let form): "income.\(form.rawValue)"
    case .gaining(let form): Self.name("gaining", of: form)
    case .losing(let form): Self.name("losing", of: form)
    case .visits(let form): Self.name("visits", of: form)
    case .contacts(let type): "contacts.\(type)"
    case .ofType(let part, let type): "\(part.rawValue).\(type)"
    }
  }

  private static func name(_ word: String, of form: PracticeForm?) -> String {
    form.map { "\(word).\($0.rawValue)" } ?? word
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
    let forms = PracticeForm.allCases.filter(\.holdsLists)
    // A list without a practitioner is no practice that gains.
    let practices: [PracticeForm?] = [nil] + forms.filter { $0 != .vacant }.map(Optional.some)
    return [.baseShare, .total, .grants, .fees] + Payer.allCases.map(Measure.payer)
      + practices.map(Measure.gaining) + practices.map(Measure.losing)
      + forms.map(Measure.receipts)
      + [.receiptsOfSpecialists(true), .receiptsOfSpecialists(false)]
      + forms.map(Measure.income)
      + ([nil] + forms.map(Optional.some)).map(Measure.visits)
      + types.map(Measure.contacts)
      + types.flatMap { type in Part.allCases.map { .ofType($0, type) } }
  }
}
