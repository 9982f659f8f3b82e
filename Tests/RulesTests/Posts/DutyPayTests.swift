import Rules
import TestSupport
import Testing
import Units

@Suite("Fixed pay out of hours")
struct DutyPayTests {
  private func random(_ random: inout TestRandom, _ feesTo: DutyPay.FeesTo) -> DutyPay {
    DutyPay(
      fixedShare: random.share(), hours: Ratio(random.whole(in: 0...10_000_000)),
      payPerHour: Money(ore: random.whole(in: 0...1_000_000)), socialCosts: random.share(),
      feesTo: feesTo)
  }

  @Test("what nobody claims is the fixed share of the whole, and no part grows")
  func unclaimed() {
    forEverySeed { random in
      let duty = self.random(&random, .nobody)
      let parts = random.wholes(count: 0...30, in: 0...10_000_000).map(Money.init(ore:))
      let claimed = duty.claimed(of: parts)
      let all = parts.reduce(.zero, +)
      return claimed.reduce(.zero, +) == all - all.scaled(by: duty.fixedShare)
        && zip(claimed, parts).allSatisfy { .zero <= $0 && $0 <= $1 }
        && duty.passedOn(of: all) == .zero
    }
  }

  @Test("fees that go to the municipality are all claimed, and never more is passed on than came")
  func passedOn() {
    forEverySeed { random in
      let duty = self.random(&random, .municipality)
      let parts = random.wholes(count: 0...30, in: 0...10_000_000).map(Money.init(ore:))
      let all = parts.reduce(.zero, +)
      return duty.claimed(of: parts) == parts
        && (Money.zero...all).contains(duty.passedOn(of: all))
    }
  }

  @Test("pay rises with the share on fixed pay, from nothing to all hours")
  func rises() {
    forEverySeed { random in
      let duty = self.random(&random, .municipality)
      let all = DutyPay(
        fixedShare: .one, hours: duty.hours, payPerHour: duty.payPerHour,
        socialCosts: duty.socialCosts, feesTo: .municipality)
      return (Money.zero...all.annualPay).contains(duty.annualPay)
    }
  }

  @Test("the largest numbers a scenario may hold are no trouble")
  func largest() {
    let duty = DutyPay(
      fixedShare: .one, hours: Ratio(100_000_000), payPerHour: .kroner(100_000),
      socialCosts: .one, feesTo: .municipality)
    #expect(duty.annualPay == .kroner(20_000_000_000_000))
  }
}
