import Arrivals
import Diagnostics
import Ledger
import Practices
import Scenarios
import Simulation
import Testing
import Units

@Suite("Consultations and their handling")
struct ConsultationTests {
  @Test("the insured pay the copay and the state the refund")
  func insured() throws {
    let run = try run(insuredShare: "1")
    // Ten persons with a consultation each, every month: copay 160, refund 0 and supplements 277.
    #expect(run.total(.feeRefund) == .kroner(12 * 10 * 277))
    #expect(run.total(.copay) == .kroner(12 * 10 * 160))
    #expect(run.total(.uninsuredFee) == .zero)
    #expect(run.ledger.balance(of: .patient) == -.kroner(12 * 10 * 160))
  }

  @Test("the uninsured pay it all and move no refund of the state")
  func uninsured() throws {
    let run = try run(insuredShare: "0")
    #expect(run.total(.feeRefund) == .zero)
    #expect(run.ledger.balance(of: .patient) == -.kroner(12 * 10 * 437))
    #expect(run.ledger.balance(of: .state) == .zero)
  }

  @Test("what practices receive does not depend on who is insured")
  func sameHonorarium() throws {
    let incomes = try ["0", "0.3", "0.5", "1"].map {
      try run(insuredShare: $0).ledger.balance(of: .practice)
    }
    #expect(Set(incomes).count == 1)
  }

  @Test("without arrivals nobody consults")
  func baseline() throws {
    let world = try world(insuredShare: "1")
    #expect(try world.run(.baseline).total(.copay) == .zero)
  }

  @Test("a month whose fee is not known is refused, and the message says what to state")
  func unknownFee() throws {
    var world = try SmallWorld([.of(900)])
    world.scenario.consultations?.asOf = nil
    let refusal = #expect(throws: Refusal.self) { try world.run(.reform) }
    #expect(
      refusal?.description == """
        refused: the fee '2ad' is not known for 2021-07-01
          help: state in 'consultations: as-of:' a day for which 'takst rates' shows it
        """)
  }

  @Test("a fee whose split nobody has published is refused")
  func unknownSplit() throws {
    var world = try SmallWorld([.of(900)])
    world.scenario.consultations?.fee.value = "H1"
    world.scenario.consultations?.asOf = CalendarDate(iso: "2021-08-01")
    let refusal = #expect(throws: Refusal.self) { try world.run(.reform) }
    #expect(
      refusal?.description == """
        refused: no source says who pays the fee 'H1' on 2021-08-01
          help: choose a fee whose refund and copay 'takst rates' shows
        """)
  }

  @Test("the state pays staff for each enrolment and each deregistration")
  func handling() throws {
    let world = try SmallWorld(
      [.of(900, cap: 1_000)], quiet: 12,
      [
        "arrivals.diplomats.stay-years": "1",
        "enrolment.channels.embassy-list.deregistration-delay": "0",
        "enrolment.channels.embassy-list.cost-per-case": "0.1",
      ])
    let run = try world.run(.reform)
    // Twelve at first; then one leaves and one comes in each of eleven months.
    #expect(run.total(.enrolmentHandling) == Money(ore: 10 * (12 + 11 * 2)))
    #expect(run.ledger.balance(of: .staff) == run.total(.enrolmentHandling))
    #expect(run.ledger.balance(of: .state) == -run.total(.enrolmentHandling))
  }

  private func run(insuredShare: String) throws -> Run {
    try world(insuredShare: insuredShare).run(.reform)
  }

  private func world(insuredShare: String) throws -> SmallWorld {
    try SmallWorld(
      [.of(900, cap: 1_000)], quiet: 10,
      [
        "arrivals.diplomats.insured-share": insuredShare,
        "enrolment.channels.embassy-list.cost-per-case": "0",
        "consultations": """
        more-per-year: { central: 12, source: a test }
        fee: 2ad
        as-of: 2020-11-01
        supplement-refund: { central: 277, source: a test }
        """,
      ])
  }
}
