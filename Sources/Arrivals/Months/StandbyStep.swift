import Ledger
import Practices
import Scenarios
import Units

/// Step: what municipalities pay for free capacity as long as the arrivals have no right to a list.
///
/// The yearly amount is shared by where the arrivals live and paid in twelfths.
struct StandbyStep {
  private let scenario: Scenario
  private var accruals: [Accrual]

  init(scenario: Scenario) {
    self.scenario = scenario
    accruals = scenario.municipalities.map { _ in Accrual() }
  }

  mutating func post(month index: Int, to ledger: inout Ledger) {
    guard let cost = scenario.standbyContracts?.estimate else { return }
    if scenario.from.advanced(by: index).number == 1 { accruals = accruals.map { _ in Accrual() } }
    let origin = ledger.place(
      of: Origin(
        name: cost.path, rate: cost.central.description, position: cost.position,
        source: cost.source.description))
    let annual = Money.kroner(1).scaled(by: cost.central).split(by: weights)
    for municipality in annual.indices {
      let payment = accruals[municipality].payment(
        adding: Accrual.Part(Ratio(1, over: 12)), of: annual[municipality])
      ledger.post(
        Posting(
          payer: .municipality, payee: .practice, line: .standbyContract, amount: payment,
          month: index, municipality: municipality, list: nil, origin: origin))
    }
  }

  /// Persons without households, by municipality. Who has a right already needs no such contract.
  private var weights: [Int] {
    let perMunicipality = scenario.municipalities.indices.map { municipality in
      scenario.arrivals.filter { $0.standing == nil }.reduce(0) {
        $0 + $1.residence.weights[municipality] * $1.persons.central.rounded
      }
    }
    return perMunicipality.contains { $0 > 0 } ? perMunicipality : perMunicipality.map { _ in 1 }
  }
}
