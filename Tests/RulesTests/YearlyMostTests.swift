import Rules
import Testing
import Units

@Suite("The most fees a day and a year")
struct YearlyMostTests {
  private func schedule(
    _ kroner: Int = 100, where change: @Sendable (inout FeeConditions) -> Void
  ) -> FeeSchedule {
    FeeSchedule(["a": fee(refund: kroner) { change(&$0.conditions) }, "b": fee(refund: 30)])
  }

  private func honoraria(
    _ schedule: FeeSchedule, cap: DailyFeeCap? = nil, _ contacts: [(Int, String, Bill)]
  ) -> [Money] {
    let year = PatientYear(
      patient: Patient(), ceiling: nil, dailyCap: cap, schedule: { _ in schedule })
    return year.payments(
      for: contacts.map { .init(day: $0.0, service: $0.1, bill: $0.2) }
    ).map(\.honorarium)
  }

  private func days(_ days: Int..., codes: [String] = ["a"]) -> [(Int, String, Bill)] {
    days.map { ($0, "gp", bill(codes)) }
  }

  @Test("both kinds of year bound a calendar year, and the lower of two counts")
  func most() {
    for schedule in [
      schedule { $0.mostPerCalendarYear = 2 }, schedule { $0.mostPerTwelveMonths = 2 },
      schedule { ($0.mostPerCalendarYear, $0.mostPerTwelveMonths) = (2, 5) },
      schedule { ($0.mostPerCalendarYear, $0.mostPerTwelveMonths) = (5, 2) },
    ] {
      #expect(
        honoraria(schedule, days(0, 100, 364)) == [.kroner(100), .kroner(100), .zero])
      #expect(honoraria(schedule, days(7, 7, 7)) == [.kroner(100), .kroner(100), .zero])
    }
  }

  @Test("other fees of the contact are paid when one has met its yearly most")
  func othersStay() {
    let schedule = schedule { $0.mostPerCalendarYear = 1 }
    #expect(
      honoraria(schedule, days(0, 1, codes: ["a", "b"])) == [.kroner(130), .kroner(30)])
  }

  @Test("a line of more times than are left is not paid at all, and uses nothing up")
  func wholeLines() {
    let schedule = schedule { $0.mostPerCalendarYear = 3 }
    let two = bill(Claim("a", times: 2))
    #expect(
      honoraria(schedule, [(0, "gp", two), (1, "gp", two), (2, "gp", bill(Claim("a")))])
        == [.kroner(200), .zero, .kroner(100)])
  }

  @Test("the yearly most counts a patient with all services together, or with each apart")
  func services() {
    let contacts = [(0, "gp", bill(["a"])), (1, "er", bill(["a"])), (2, "gp", bill(["a"]))]
    let together = schedule { $0.mostPerCalendarYear = 1 }
    #expect(honoraria(together, contacts) == [.kroner(100), .zero, .zero])
    let apart = schedule { ($0.mostPerCalendarYear, $0.mostCountsPatient) = (1, false) }
    #expect(honoraria(apart, contacts) == [.kroner(100), .kroner(100), .zero])
  }

  @Test("the daily cap counts a day's contacts together and starts anew the next day")
  func dailyCap() {
    let cap = DailyFeeCap(codes: ["a"], most: 1, order: .firstInTime)
    #expect(
      honoraria(schedule { _ in }, cap: cap, days(5, 5, 6, codes: ["a", "b"]))
        == [.kroner(130), .kroner(30), .kroner(130)])
  }

  @Test("a contact is paid by its own order: the dearest line of the day, or the first")
  func order() {
    let (long, short) = (bill(Claim("a", times: 3)), bill(Claim("a")))
    for (order, paid) in [
      (DailyFeeCap.Order.firstInTime, [Money.kroner(100), .zero]),
      (.dearestFirst, [.zero, .kroner(300)]),
    ] {
      let cap = DailyFeeCap(codes: ["a"], most: 1, order: order)
      #expect(
        honoraria(schedule { _ in }, cap: cap, [(5, "gp", short), (5, "gp", long)]) == paid)
    }
  }

  @Test("a capped fee uses up nothing of its yearly most")
  func cappedUsesNothing() {
    let schedule = schedule { $0.mostPerCalendarYear = 2 }
    let cap = DailyFeeCap(codes: ["a"], most: 1, order: .firstInTime)
    #expect(
      honoraria(schedule, cap: cap, days(0, 0, 0, 1, 2))
        == [.kroner(100), .zero, .zero, .kroner(100), .zero])
  }

  @Test("capped copay is paid by nobody and fills no ceiling")
  func cappedCopay() {
    let schedule = FeeSchedule(["a": fee(refund: 100, copay: 160)])
    let year = PatientYear(
      patient: Patient(), ceiling: CopayCeiling(amount: .kroner(320), days: 365),
      dailyCap: DailyFeeCap(codes: ["a"], most: 1, order: .firstInTime)
    ) { _ in schedule }
    let payments = year.payments(
      for: [0, 0, 1, 2].map { .init(day: $0, service: "gp", bill: bill(["a"])) })
    #expect(payments.map(\.copay) == [.kroner(160), .zero, .kroner(160), .zero])
    #expect(payments.map(\.ceilingCopay) == [.zero, .zero, .zero, .kroner(160)])
    #expect(payments.map(\.honorarium) == [.kroner(260), .zero, .kroner(260), .kroner(260)])
  }
}
