import Rules
import Testing
import Units

@Suite("Who may claim a fee")
struct FeePerformerTests {
  private func amounts(
    _ fee: Fee, for performer: Profession, where change: (inout Bill) -> Void = { _ in }
  ) -> Amounts? {
    let bill = bill(Claim("a")) {
      $0.performer = performer
      change(&$0)
    }
    return FeeSchedule(["a": fee]).lines(of: bill).first?.amounts
  }

  private let own = Amounts(refund: .kroner(100), copay: .kroner(60))

  @Test("a fee that may not be delegated, or of which it is not known, is the doctor's alone")
  func notDelegable() {
    for isDelegable in [nil, false] {
      for performer in Profession.allCases {
        let paid = amounts(
          fee(refund: 100, copay: 60, isDelegable: isDelegable), for: performer)
        #expect(paid == (performer == .doctor ? own : nil), "\(performer)")
      }
    }
  }

  @Test("a delegable fee pays staff the same as the doctor", arguments: Profession.allCases)
  func delegable(performer: Profession) {
    #expect(amounts(fee(refund: 100, copay: 60, isDelegable: true), for: performer) == own)
  }

  @Test("a delegable fee with amounts of its own pays staff those, and the doctor in full")
  func delegatedAmounts() {
    let less = Amounts(refund: .kroner(20), copay: .kroner(60), patientPayment: .kroner(5))
    let fee = fee(refund: 100, copay: 60, isDelegable: true) { $0.delegated = less }
    #expect(amounts(fee, for: .nurse) == less)
    #expect(amounts(fee, for: .secretary) == less)
    #expect(amounts(fee, for: .doctor) == own)
  }

  @Test("amounts for staff do not make a fee delegable")
  func amountsAlone() {
    let fee = fee(refund: 100, copay: 60) { $0.delegated = .zero }
    #expect(amounts(fee, for: .nurse) == nil)
  }

  @Test("a profession-neutral fee pays the professions it names, in the forms it names")
  func neutral() {
    let fee = fee(refund: 100, copay: 60) {
      $0.neutral = ProfessionNeutral(professions: [.nurse, .psychologist], forms: [.company])
    }
    for performer in Profession.allCases {
      for form in PracticeForm.allCases {
        let isAllowed =
          performer == .doctor
          || [.nurse, .psychologist].contains(performer) && form == .company
        let paid = amounts(fee, for: performer) { $0.practice.form = form }
        #expect(paid == (isAllowed ? own : nil), "\(performer) \(form)")
      }
    }
  }

  @Test("where the owners must meet a rule, a practice that does not has only the doctor's fee")
  func ownership() {
    for (requires, meets, isAllowed) in [
      (false, false, true), (false, true, true), (true, false, false), (true, true, true),
    ] {
      let fee = fee(refund: 100, copay: 60) {
        $0.neutral = ProfessionNeutral(
          professions: [.nurse], forms: [.selfEmployed], requiresOwnership: requires)
      }
      let paid = amounts(fee, for: .nurse) { $0.practice.meetsOwnershipRule = meets }
      #expect(paid == (isAllowed ? own : nil), "requires \(requires), meets \(meets)")
      #expect(amounts(fee, for: .doctor) { $0.practice.meetsOwnershipRule = meets } == own)
    }
  }

  @Test("neutral comes before delegated: who may claim in full does not claim less")
  func neutralAndDelegated() {
    let less = Amounts(refund: .kroner(20), copay: .zero)
    let fee = fee(refund: 100, copay: 60, isDelegable: true) {
      $0.delegated = less
      $0.neutral = ProfessionNeutral(professions: [.nurse], forms: [.company])
    }
    #expect(amounts(fee, for: .nurse) { $0.practice.form = .company } == own)
    #expect(amounts(fee, for: .nurse) == less)
    #expect(amounts(fee, for: .secretary) { $0.practice.form = .company } == less)
  }

  @Test("a fee of which no source says who pays it is never paid", arguments: Profession.allCases)
  func unknownSplit(performer: Profession) {
    for (refund, copay) in [(nil, nil), (Money.kroner(100), nil), (nil, Money.kroner(60))] {
      let fee = Fee(
        honorarium: .kroner(160), refund: refund, copay: copay, isDelegable: true, delegated: own,
        neutral: ProfessionNeutral(
          professions: Set(Profession.allCases), forms: Set(PracticeForm.allCases)))
      #expect(amounts(fee, for: performer) == nil)
    }
  }

  @Test("amounts add up part by part, and a share rounds each part")
  func amountsAddUp() {
    let a = Amounts(refund: Money(ore: 3), copay: Money(ore: 5), patientPayment: Money(ore: 7))
    #expect(a.honorarium == Money(ore: 15))
    #expect((a + a).honorarium == Money(ore: 30))
    #expect(a + .zero == a)
    #expect(
      a.scaled(by: Ratio(1, over: 2))
        == Amounts(refund: Money(ore: 2), copay: Money(ore: 3), patientPayment: Money(ore: 4)))
  }
}
