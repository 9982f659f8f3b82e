import Rules
import TestSupport
import Testing
import Units

struct FeeAdjustmentTests {
  private let half = Ratio(1, over: 2)

  @Test func everyPartIsScaledForItself() {
    var own = fee(refund: 15, copay: 160)
    own.patientPayment = .kroner(8)
    let schedule = FeeSchedule(
      ["2ad": own],
      adjustments: [FeeAdjustment(refund: half, copay: .one, patientPayment: .zero)])
    #expect(
      schedule.lines(of: bill(["2ad"])).map(\.amounts) == [
        Amounts(refund: Money(ore: 750), copay: .kroner(160))
      ])
  }

  @Test func factorsMultiplyAndAreRoundedOnce() {
    let third = FeeAdjustment(refund: Ratio(1, over: 3))
    let schedule = FeeSchedule(["x": fee(refund: 1)], adjustments: [third, third])
    // 100 øre / 9 = 11.1; rounded twice it would be 33 / 3 = 11 as well, of 200 it would be 22.
    #expect(schedule.honorarium(bill(["x"])) == Money(ore: 11))
    let three = FeeAdjustment(refund: Ratio(3))
    #expect(
      FeeSchedule(["x": fee(refund: 1)], adjustments: [third, three]).honorarium(bill(["x"]))
        == .kroner(1))
  }

  @Test(arguments: [
    (PracticeForm.selfEmployed, 50), (.company, 100), (.outOfHours, 100),
  ])
  func onlyThePracticesItIsAbout(form: PracticeForm, kroner: Int) {
    let schedule = FeeSchedule(
      ["x": fee(refund: 100)],
      adjustments: [.init(practices: .init(forms: [.selfEmployed]), refund: half)])
    let own = bill(["x"]) { $0.practice = PracticeKind(form: form) }
    #expect(schedule.honorarium(own) == .kroner(kroner))
  }

  @Test func specialistsAndOthersApart() {
    let specialists = PracticeScope(specialists: true)
    #expect(specialists.contains(PracticeKind(isSpecialist: true)))
    #expect(!specialists.contains(PracticeKind(isSpecialist: false)))
    #expect(!PracticeScope(specialists: false).contains(PracticeKind(isSpecialist: true)))
    #expect(!PracticeScope(requiresOwnership: true).contains(PracticeKind()))
    #expect(PracticeScope().contains(PracticeKind(form: .vacant)))
  }

  @Test func onlyTheFeesItIsAbout() {
    let fees = [
      "a": fee(refund: 10), "b": fee(refund: 10) { $0.conditions.onlySpecialists = true },
    ]
    func paid(_ scope: FeeScope) -> Money {
      FeeSchedule(fees, adjustments: [.init(fees: scope, refund: .zero)])
        .honorarium(bill(["a", "b"]) { $0.practice.isSpecialist = true })
    }
    #expect(paid(FeeScope()) == .zero)
    #expect(paid(FeeScope(codes: ["a"])) == .kroner(10))
    #expect(paid(FeeScope(exceptCodes: ["a", "b"])) == .kroner(20))
    #expect(paid(FeeScope(specialistFees: true)) == .kroner(10))
    #expect(paid(FeeScope(contactTypes: ["electronic"])) == .kroner(20))
    #expect(paid(FeeScope(contactTypes: ["physical"])) == .zero)
  }

  @Test func adjustedBeforeTheDearestIsKept() {
    let fees = [
      "a": fee(refund: 100) { $0.conditions.invalidWith = ["b"] }, "b": fee(refund: 90),
    ]
    let schedule = FeeSchedule(
      fees, adjustments: [.init(fees: FeeScope(codes: ["a"]), refund: half)])
    #expect(schedule.paidCodes(bill(["a", "b"])) == ["b"])
  }

  @Test func adjustedBeforeStartedMinutesMultiply() {
    let timed = fee(refund: 1) { $0.conditions.unit = .startedMinutes(each: 1, beyond: 0) }
    let schedule = FeeSchedule(["t": timed], adjustments: [.init(refund: Ratio(5, over: 1_000))])
    // Half an øre a minute is one øre a minute.
    #expect(schedule.honorarium(bill(["t"]) { $0.minutes = 10 }) == Money(ore: 10))
  }

  @Test func eachProfessionHasItsOwnAmounts() {
    let delegated = fee(refund: 100, isDelegable: true) {
      $0.delegated = Amounts(refund: .kroner(70), copay: .zero)
      $0.delegatedTo = [.secretary: Amounts(refund: .kroner(40), copay: .zero)]
    }
    func paid(_ performer: Profession) -> Money {
      FeeSchedule(["x": delegated]).honorarium(bill(["x"]) { $0.performer = performer })
    }
    #expect(paid(.doctor) == .kroner(100))
    #expect(paid(.nurse) == .kroner(70))
    #expect(paid(.secretary) == .kroner(40))
  }
}
