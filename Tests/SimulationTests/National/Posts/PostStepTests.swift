import Diagnostics
import Ledger
import Rules
import TestSupport
import Testing
import Units

@testable import Scenarios
@testable import Simulation

@Suite("Postings that do not come from contacts")
struct PostStepTests {
  @Test("an amount of the country is shared among municipalities and none of it is lost")
  func booking() {
    forEverySeed { random in
      let weights = random.wholes(count: 1...20, in: 0...1_000)
      let amount = Money(ore: random.whole(in: -1_000_000...1_000_000_000))
      var ledger = Ledger()
      MunicipalBooking(weights: weights).post(
        amount, from: .state, to: .staff, on: .internship, because: .told(1), in: &ledger)
      return ledger.total(on: .internship) == amount && ledger.allBalances == .zero
        && ledger.postings.allSatisfy { weights.indices.contains($0.municipality) }
    }
  }

  @Test("fixed pay: the ledger holds what the rule says, and closes")
  func outOfHours() {
    forEverySeed { random in
      let setting = random.outOfHoursPay()
      let fees = random.wholes(count: 1...20, in: 0...1_000_000_000).map(Money.init(ore:))
      var ledger = Ledger()
      OutOfHoursStep(setting).post(
        fees: fees, booking: MunicipalBooking(weights: fees.map(\.ore)), to: &ledger)
      return ledger.total(on: .dutyPay) == setting.rule.annualPay
        && ledger.total(on: .dutyFees) == setting.rule.passedOn(of: fees.reduce(.zero, +))
        && ledger.allBalances == .zero
    }
  }

  @Test("fees nobody claims: each lane falls by the fixed share, and no list has more than before")
  func unclaimed() {
    forEverySeed { random in
      let setting = random.outOfHoursPay()
      let contacts = (0..<random.whole(in: 1...20)).map { _ in random.consultations() }
      let claimed = OutOfHoursStep(setting).claimed(contacts)
      let (before, after) = (
        contacts.reduce(PaymentVector.zero, &+), claimed.reduce(PaymentVector.zero, &+)
      )
      return (0..<7).allSatisfy { lane in
        let all = Money(ore: before[lane])
        let left = setting.feesTo == .nobody ? all - all.scaled(by: setting.rule.fixedShare) : all
        return after[lane] == left.ore
          && zip(claimed, contacts).allSatisfy { 0 <= $0[lane] && $0[lane] <= $1[lane] }
      } && before[PaymentVector.Lane.contacts] == after[PaymentVector.Lane.contacts]
    }
  }

  @Test("training posts: every amount is posted once, and what is on top is split by payer")
  func training() throws {
    try forEverySeed { random in
      let (setting, consultations) = (random.trainingPosts(), random.consultations())
      let step = try TrainingPostStep(setting, among: consultations)
      var ledger = Ledger()
      step.post(booking: MunicipalBooking(weights: [3, 0, 5]), to: &ledger)
      let year = step.year(persons: 5_000_000)
      let onTop = ledger.total { posting in
        PaymentVector.postings.contains { $0.line == posting.line }
      }
      let passedOn =
        setting.feesTo == .municipality ? year.feesTakenOver + year.additionalFees : .zero
      return ledger.total(on: .salary) == setting.rule.annualSalary
        && ledger.total(on: .supervision) == setting.rule.annualSupervision
        && ledger.total(on: .trainingGrant) == setting.rule.annualGrant
        && onTop == year.additionalFees && ledger.total(on: .trainingFees) == passedOn
        && ledger.allBalances == .zero
    }
  }

  @Test("training posts with more consultations than the country are refused")
  func tooMany() throws {
    var setting = TestRandom.aTrainingPost
    var consultations = PaymentVector.zero
    consultations[PaymentVector.Lane.contacts] = 100
    setting.contacts = .told(100)
    _ = try TrainingPostStep(setting, among: consultations)
    setting.contacts = .told(101)
    let refusal = #expect(throws: Refusal.self) {
      try TrainingPostStep(setting, among: consultations)
    }
    #expect(
      refusal?.description == """
        refused: training posts have 101 consultations, and the country has 100
          help: lower 'training-posts.posts' or 'training-posts.contacts'
        """)
  }

  @Test("practices: seller and payers agree, and the whole price is paid in the year")
  func transfers() {
    forEverySeed { random in
      let setting = random.practiceTransfer()
      let step = PracticeTransferStep(setting)
      var ledger = Ledger()
      step.post(booking: MunicipalBooking(weights: [1, 2]), to: &ledger)
      let year = step.year
      return ledger.balance(of: .seller) == year.transfers * year.price
        && ledger.balance(of: .practice) == -(year.transfers * year.entrantPays)
        && ledger.balance(of: .municipality) == -(year.transfers * year.municipalityPays)
        && ledger.allBalances == .zero
    }
  }
}

extension TestRandom {
  /// One post of which everything is zero.
  static var aTrainingPost: TrainingPostSetting {
    TrainingPostSetting(
      posts: .told(1), salary: .told(0), socialCosts: .told(0), supervisionHours: .told(0),
      supervisionPay: .told(0), stateGrant: .told(0), contacts: .told(0),
      additionalShare: .told(0), feesTo: .municipality)
  }
}
