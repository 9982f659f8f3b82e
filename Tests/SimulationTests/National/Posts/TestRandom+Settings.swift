import Diagnostics
import Ledger
import Rules
import TestSupport
import Units

@testable import Scenarios
@testable import Simulation

extension Estimate {
  /// A number of a test.
  static func told(_ number: Ratio) -> Estimate {
    Estimate(
      central: number, low: number, high: number, source: .document("a test"), path: "a.test",
      position: SourcePosition(file: "test.yaml"))
  }

  static func told(_ number: Int) -> Estimate { told(Ratio(number)) }
}

/// Settings of every size and shape; shares of nothing and of everything are as likely as others.
extension TestRandom {
  mutating func share() -> Ratio {
    switch whole(in: 0...9) {
    case 0: .zero
    case 1: .one
    default: Ratio(whole(in: 0...10_000), over: 10_000)
    }
  }

  mutating func outOfHoursPay() -> OutOfHoursPay {
    OutOfHoursPay(
      fixedShare: .told(share()), hours: .told(whole(in: 0...3_000_000)),
      payPerHour: .told(whole(in: 0...2_000)), socialCosts: .told(share()),
      feesTo: DutyPay.FeesTo.allCases[whole(in: 0...1)])
  }

  mutating func trainingPosts() -> TrainingPostSetting {
    TrainingPostSetting(
      posts: .told(Ratio(whole(in: 0...5_000), over: 10)), salary: .told(whole(in: 0...2_000_000)),
      socialCosts: .told(share()), supervisionHours: .told(whole(in: 0...300)),
      supervisionPay: .told(whole(in: 0...2_000)), stateGrant: .told(whole(in: 0...500_000)),
      contacts: .told(whole(in: 0...4_000)), additionalShare: .told(share()),
      feesTo: TrainingPosts.FeesTo.allCases[whole(in: 0...1)])
  }

  mutating func supply() -> SupplySetting {
    let stages = SupplyStageSetting.Stage.allCases
    return SupplySetting(
      years: whole(in: 1...50),
      discountRate: whole(in: 0...1) == 0 ? nil : .told(Ratio(whole(in: 0...20), over: 100)),
      lists: .told(whole(in: 0...500)), newLists: .told(Ratio(whole(in: 0...300), over: 10)),
      temporaryPosts: .told(whole(in: 0...50)),
      specialistDuty: ListCoverage.SpecialistDuty.allCases[whole(in: 0...1)],
      vacantExtraCost: .told(whole(in: 0...2_000_000)),
      extraInternships: .told(whole(in: 0...30)),
      extraInternshipCost: .told(whole(in: 0...2_000_000)),
      stages: stages.map { stage in
        let isLast = stage == stages.last
        return SupplyStageSetting(
          stage: stage, doctors: .told(whole(in: 0...300)),
          intake: .told(Ratio(whole(in: 0...500), over: 10)),
          years: isLast ? nil : .told(Ratio(whole(in: 0...80), over: 10)),
          lostShare: .told(share()), onwardShare: isLast ? nil : .told(share()))
      })
  }

  mutating func practiceTransfer() -> PracticeTransferSetting {
    PracticeTransferSetting(
      transfers: .told(whole(in: 0...500)),
      regime: PracticeTransfer.Regime.allCases[whole(in: 0...3)],
      marketPrice: .told(Ratio(whole(in: 0...300_000_000), over: 100)),
      regulatedPrice: .told(Ratio(whole(in: 0...300_000_000), over: 100)),
      interest: .told(Ratio(whole(in: 0...20), over: 100)), years: .told(whole(in: 1...30)),
      municipalShare: .told(share()), recruitsPerMillion: .told(whole(in: -10...50)))
  }

  /// Consultations and what each lane of them is paid.
  mutating func consultations() -> PaymentVector {
    var vector = PaymentVector.zero
    for lane in 0..<7 { vector[lane] = whole(in: 0...5) == 0 ? 0 : whole(in: 0...900_000_000_000) }
    vector[PaymentVector.Lane.contacts] = whole(in: 2_000_000...20_000_000)
    return vector
  }
}

extension Ledger {
  func total(on line: AccountLine) -> Money { total { $0.line == line } }

  /// What all accounts have together; nothing, whatever was posted.
  var allBalances: Money { Account.allCases.reduce(.zero) { $0 + balance(of: $1) } }
}
