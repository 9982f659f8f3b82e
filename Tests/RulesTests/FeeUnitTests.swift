import Rules
import Testing
import Units

@Suite("How often a fee is paid")
struct FeeUnitTests {
  private func schedule(_ change: (inout FeeConditions) -> Void) -> FeeSchedule {
    FeeSchedule(["a": fee(refund: 100, copay: 60) { change(&$0.conditions) }])
  }

  @Test(
    "with 15 minutes beyond 20, minute 21 begins the first interval and minute 36 the second",
    arguments: [(0, 0), (19, 0), (20, 0), (21, 160), (35, 160), (36, 320), (50, 320), (51, 480)])
  func startedMinutes(minutes: Int, kroner: Int) {
    let schedule = schedule { $0.unit = .startedMinutes(each: 15, beyond: 20) }
    let bill = bill(Claim("a")) { $0.minutes = minutes }
    #expect(schedule.honorarium(bill) == .kroner(kroner))
    #expect(schedule.paidCodes(bill) == (kroner > 0 ? ["a"] : []))
  }

  @Test(
    "without a free part the first started minute is paid",
    arguments: [(0, 0), (1, 160), (30, 160), (31, 320)])
  func withoutFreePart(minutes: Int, kroner: Int) {
    let schedule = schedule { $0.unit = .startedMinutes(each: 30, beyond: 0) }
    #expect(schedule.honorarium(bill(Claim("a")) { $0.minutes = minutes }) == .kroner(kroner))
  }

  @Test("a fee per contact does not ask for minutes")
  func perContact() {
    #expect(schedule { _ in }.honorarium(bill(Claim("a"))) == .kroner(160))
    #expect(schedule { _ in }.honorarium(bill(Claim("a")) { $0.minutes = 90 }) == .kroner(160))
  }

  @Test(
    "times beyond the most on one bill are not paid",
    arguments: [(1, 1), (2, 2), (3, 3), (4, 3), (99, 3)])
  func mostPerBill(claimed: Int, paid: Int) {
    let lines = schedule { $0.mostPerBill = 3 }.lines(of: bill(Claim("a", times: claimed)))
    #expect(lines.map(\.times) == [paid])
    #expect(lines.map(\.amounts.honorarium) == [.kroner(160 * paid)])
  }

  @Test("a code claimed no times is not paid, and does not stand for a later claim of it")
  func noTimes() {
    #expect(schedule { _ in }.paidCodes(bill(Claim("a", times: 0))) == [])
    #expect(schedule { _ in }.paidCodes(bill(Claim("a", times: 0), Claim("a"))) == ["a"])
  }

  @Test("the same code twice on one bill counts once, as it was first written")
  func twice() {
    let lines = schedule { _ in }.lines(of: bill(Claim("a", times: 2), Claim("a", times: 5)))
    #expect(lines.map(\.times) == [2])
  }

  @Test(
    "from the second time on the repeated share of all amounts is paid",
    arguments: [(1, 160), (2, 240), (3, 320)])
  func repeatedShare(times: Int, kroner: Int) {
    let schedule = schedule { $0.repeatedShare = Ratio(1, over: 2) }
    #expect(schedule.honorarium(bill(Claim("a", times: times))) == .kroner(kroner))
  }

  @Test(
    "from the reduced time on a share of the refund is paid, and the copay in full",
    arguments: [(1, 100), (2, 200), (3, 225), (4, 250)])
  func reducedRefund(times: Int, refund: Int) {
    let schedule = schedule {
      ($0.reducedFrom, $0.reducedShare) = (3, Ratio(1, over: 4))
    }
    let amounts = schedule.lines(of: bill(Claim("a", times: times))).map(\.amounts)
    #expect(amounts == [Amounts(refund: .kroner(refund), copay: .kroner(60 * times))])
  }

  @Test("both shares together cut the refund twice; each time is rounded on its own")
  func bothShares() {
    let schedule = FeeSchedule([
      "a": Fee(honorarium: Money(ore: 5), refund: Money(ore: 3), copay: Money(ore: 2)) {
        $0.repeatedShare = Ratio(1, over: 2)
        ($0.reducedFrom, $0.reducedShare) = (2, Ratio(1, over: 4))
      }
    ])
    let amounts = schedule.lines(of: bill(Claim("a", times: 3))).map(\.amounts)
    // 3 øre, then twice ⌈3 / 2⌉ = 2 of which a quarter is rounded up to 1.
    #expect(amounts == [Amounts(refund: Money(ore: 5), copay: Money(ore: 4))])
  }

  @Test("started intervals and times multiply, and the shares apply to times")
  func unitsAndTimes() {
    let schedule = schedule {
      $0.unit = .startedMinutes(each: 15, beyond: 20)
      $0.repeatedShare = Ratio(1, over: 2)
    }
    let bill = bill(Claim("a", times: 2)) { $0.minutes = 36 }
    #expect(schedule.honorarium(bill) == .kroner(320 + 160))
  }

  @Test("what the patient pays outside the ceiling is repeated like the other parts")
  func patientPayment() {
    let schedule = FeeSchedule([
      "a": fee(refund: 100) {
        $0.patientPayment = .kroner(40)
        $0.conditions.repeatedShare = Ratio(1, over: 2)
      }
    ])
    let amounts = schedule.lines(of: bill(Claim("a", times: 2))).map(\.amounts)
    #expect(
      amounts == [Amounts(refund: .kroner(150), copay: .zero, patientPayment: .kroner(60))])
  }
}

extension Fee {
  fileprivate init(
    honorarium: Money, refund: Money, copay: Money, where change: (inout FeeConditions) -> Void
  ) {
    self.init(honorarium: honorarium, refund: refund, copay: copay)
    change(&conditions)
  }
}
