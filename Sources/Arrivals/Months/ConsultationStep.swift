public import Diagnostics
public import Ledger
import Practices
public import RateBooks
import Rules
import Scenarios
public import Units

/// Step: consultations that arrivals have because they stand on a list, and who pays for them.
///
/// The insured pay the copay and the state the refund. The uninsured pay the refund as well.
struct ConsultationStep {
  private let scenario: Scenario
  /// Consultations of the insured and of the others, by group and municipality.
  private var flows: [[(insured: Flow, others: Flow)]]

  init(scenario: Scenario) {
    self.scenario = scenario
    let row = scenario.municipalities.map { _ in (insured: Flow(), others: Flow()) }
    flows = scenario.arrivals.map { _ in row }
  }

  /// Pays for one month's consultations.
  ///
  /// - Parameters:
  ///   - index: The place of the month in the run.
  ///   - present: Persons of a group on lists of a municipality.
  ///   - ledger: Where the payments are written down.
  /// - Throws: ``Refusal`` when the fee or its split is not known.
  mutating func post(
    month index: Int, present: (_ group: Int, _ municipality: Int) -> Int, to ledger: inout Ledger
  ) throws(Refusal) {
    guard let setting = scenario.consultations else { return }
    let day = setting.asOf ?? scenario.lawDay(of: scenario.from.advanced(by: index))
    let price = try ConsultationPrice(of: setting, on: day, in: scenario.law)
    let origins = (fee: ledger.place(of: price.fee), supplement: ledger.place(of: price.supplement))
    for (group, arrival) in scenario.arrivals.enumerated() {
      for municipality in scenario.municipalities.indices {
        let monthly = Ratio(present(group, municipality)) * setting.morePerYear.central / Ratio(12)
        let insured = arrival.insuredShare.central
        let count = (
          insured: flows[group][municipality].insured.take(monthly * insured),
          others: flows[group][municipality].others.take(monthly * (Ratio.one - insured))
        )
        func post(_ payer: Account, _ line: AccountLine, _ amount: Money, _ origin: Int) {
          ledger.post(
            Posting(
              payer: payer, payee: .practice, line: line, amount: amount, month: index,
              municipality: municipality, list: nil, origin: origin))
        }
        post(.state, .feeRefund, count.insured * price.refund, origins.fee)
        post(.state, .feeRefund, count.insured * price.supplements, origins.supplement)
        post(.patient, .copay, (count.insured + count.others) * price.copay, origins.fee)
        post(.patient, .uninsuredFee, count.others * price.refund, origins.fee)
        post(.patient, .uninsuredFee, count.others * price.supplements, origins.supplement)
      }
    }
  }
}

/// What one consultation costs, and where that is written.
public struct ConsultationPrice: Sendable {
  /// The state's part of the fee.
  public let refund: Money
  /// The patient's part of the fee.
  public let copay: Money
  /// What supplements add, paid like the refund.
  public let supplements: Money
  public let fee: Origin
  public let supplement: Origin

  /// - Throws: ``Refusal`` when the fee or its split is not known for the day.
  public init(
    of setting: ConsultationSetting, on day: CalendarDate, in law: RateBook
  ) throws(Refusal) {
    let code = setting.fee.value
    let (refund, copay, period) = try law.fee(code, on: day)
    (self.refund, self.copay) = (refund, copay)
    let supplement = setting.supplementRefund
    supplements = Money.kroner(1).scaled(by: supplement.central)
    let pinned = setting.asOf.map { ", as of \($0)" } ?? ""
    self.fee = Origin(
      name: code, rate: "refund \(refund) + copay \(copay)\(pinned)", position: period.position,
      source: period.reference.description)
    self.supplement = Origin(
      name: supplement.path, rate: supplement.central.description, position: supplement.position,
      source: supplement.source.description)
  }
}
