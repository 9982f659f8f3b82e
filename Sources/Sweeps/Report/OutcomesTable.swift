package import Reports
import Rules
import Scenarios

extension KnownOutcomes {
  /// Each outcome with its unit, where it can be asked, and what it is.
  ///
  /// - Parameters:
  ///   - titles: Of contact types, by name.
  ///   - currency: The unit of money.
  /// - Returns: The table.
  package func table(titles: [String: String], currency: String) -> Table {
    Table(
      .outcomes, stage: .immediate,
      columns: [.init("outcome"), .init("unit"), .init("asked-in"), .init("words")],
      rows: outcomes.map { outcome in
        let isGoal = outcome.measure.map { !$0.isChange } ?? false
        let unit = outcome.unit == .money ? currency : outcome.unit.rawValue
        return [
          .text(outcome.name), .text(unit), .text(isGoal ? "solve, sweep" : "sweep"),
          .phrase(outcome.phrase(titles)),
        ]
      }, notes: [Phrase("note-outcomes")])
  }
}

extension Outcome {
  fileprivate func phrase(_ titles: [String: String]) -> Phrase {
    guard let (measure, isChange) = measure else { return arrivalsPhrase }
    let level = measure.phrase(titles)
    return isChange ? Phrase("outcome-change", ["outcome": .phrase(level)]) : level
  }

  private var arrivalsPhrase: Phrase {
    switch name {
    case "change.payer.municipality": Phrase("outcome-arrivals-municipality")
    case "change.payer.state": Phrase("outcome-arrivals-state")
    case "change.payer.patient": Phrase("outcome-arrivals-patient")
    case "change.grants": Phrase("outcome-arrivals-grants")
    case "placed": Phrase("outcome-placed")
    default: Phrase("outcome-waiting")
    }
  }
}

extension Measure {
  fileprivate func phrase(_ titles: [String: String]) -> Phrase {
    func of(_ form: PracticeForm) -> [String: Cell] { ["form": .term(form.rawValue)] }
    func of(_ type: String) -> [String: Cell] { ["type": .text(titles[type] ?? type)] }
    return switch self {
    case .baseShare: Phrase("outcome-base-share")
    case .total: Phrase("outcome-total")
    case .grants: Phrase("outcome-grants")
    case .fees: Phrase("outcome-fees")
    case .payer(let payer): Phrase("outcome-payer", ["payer": .term(payer.rawValue)])
    case .receipts(let form): Phrase("outcome-receipts", of(form))
    case .receiptsOfSpecialists(true): Phrase("outcome-receipts-specialists")
    case .receiptsOfSpecialists(false): Phrase("outcome-receipts-not-specialists")
    case .income(let form): Phrase("outcome-income", of(form))
    case .gaining(nil): Phrase("outcome-gaining")
    case .gaining(.some(let form)): Phrase("outcome-gaining-form", of(form))
    case .losing(nil): Phrase("outcome-losing")
    case .losing(.some(let form)): Phrase("outcome-losing-form", of(form))
    case .visits(nil): Phrase("outcome-visits")
    case .visits(.some(let form)): Phrase("outcome-visits-form", of(form))
    case .contacts(let type): Phrase("outcome-contacts", of(type))
    case .ofType(.refund, let type): Phrase("outcome-refund", of(type))
    case .ofType(.certificates, let type): Phrase("outcome-certificates", of(type))
    case .ofType(.copay, let type): Phrase("outcome-copay", of(type))
    case .ofType(.patientPayment, let type): Phrase("outcome-patient-payment", of(type))
    }
  }
}
