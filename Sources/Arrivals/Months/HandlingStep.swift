import Ledger
import Practices
import Scenarios
import Units

/// Step: what it costs to handle enrolments and deregistrations.
struct HandlingStep {
  private let scenario: Scenario

  init(scenario: Scenario) {
    self.scenario = scenario
  }

  func post(_ happened: [Movements], month index: Int, to ledger: inout Ledger) {
    let cost = scenario.enrolment.costPerCase
    let origin = ledger.place(
      of: Origin(
        name: cost.path, rate: cost.central.description, position: cost.position,
        source: cost.source.description))
    let perCase = Money.kroner(1).scaled(by: cost.central)
    for (municipality, month) in happened.enumerated() {
      ledger.post(
        Posting(
          payer: .state, payee: .staff, line: .enrolmentHandling,
          amount: (month.enrolled + month.deregistered) * perCase, month: index,
          municipality: municipality, list: nil, origin: origin))
    }
  }
}
