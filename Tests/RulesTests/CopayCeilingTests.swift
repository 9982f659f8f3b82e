import Rules
import TestSupport
import Testing
import Units

@Suite("The copay ceiling")
struct CopayCeilingTests {
  private let ceiling = CopayCeiling(amount: .kroner(3_000), days: 365)

  /// What a patient who has paid so much bears of a contact of 5,000 kroner on a day.
  private func left(
    _ ceiling: CopayCeiling, after paid: Int, other: Money = .zero, on day: Int
  ) -> Money {
    let dues = [(0, Money.kroner(paid)), (day, .kroner(5_000))].map { day, copay in
      CopayCeiling.Due(day: day, copay: copay)
    }
    return ceiling.borne(of: dues, other: other)[1]
  }

  @Test(
    "what is left is the ceiling less what is paid, and never negative",
    arguments: [(0, 3_000), (2_999, 1), (3_000, 0), (3_001, 0)])
  func paid(paid: Int, left: Int) {
    for day in [0, 364] {
      #expect(self.left(ceiling, after: paid, on: day) == .kroner(left))
    }
  }

  @Test(
    "copay for other services fills it day by day: none on the first day, all but one on the last",
    arguments: [(0, 3_000), (1, 2_999), (182, 2_818), (364, 2_636)])
  func other(day: Int, left: Int) {
    #expect(self.left(ceiling, after: 0, other: .kroner(365), on: day) == .kroner(left))
  }

  @Test("in a leap year it takes 366 days")
  func leapYear() {
    let ceiling = CopayCeiling(amount: .kroner(3_000), days: 366)
    #expect(left(ceiling, after: 0, other: .kroner(366), on: 365) == .kroner(2_635))
  }

  @Test("a part of an øre for other services fills nothing yet")
  func roundedDown() {
    #expect(left(ceiling, after: 0, other: Money(ore: 364), on: 1) == .kroner(3_000))
    #expect(left(ceiling, after: 0, other: Money(ore: 365), on: 1) == Money(ore: 299_999))
  }

  @Test("other services and what is paid here fill the same ceiling")
  func together() {
    #expect(left(ceiling, after: 2_000, other: .kroner(365), on: 364) == .kroner(636))
    #expect(left(ceiling, after: 2_000, other: .kroner(36_500), on: 364) == .zero)
    #expect(left(ceiling, after: 0, other: .kroner(36_500), on: 0) == .kroner(3_000))
  }

  @Test("a later day never leaves more")
  func isMonotone() {
    forEverySeed { random in
      let paid = random.whole(in: 0...4_000)
      let other = Money(ore: random.whole(in: 0...400_000))
      let day = random.whole(in: 0...363)
      return left(ceiling, after: paid, other: other, on: day + 1)
        <= left(ceiling, after: paid, other: other, on: day)
    }
  }
}

@Suite("A copay ceiling that changes within the year")
struct ChangingCeilingTests {
  private func ceiling(
    _ periods: [(Int, Int?)], held: CopayCard.Held = .restOfYear, leastRepaid: Int = 0
  ) -> CopayCeiling {
    CopayCeiling(
      periods.map { .init(from: $0.0, amount: $0.1.map(Money.kroner)) }, days: 365,
      card: CopayCard(held: held, leastRepaid: .kroner(leastRepaid)))
  }

  private func borne(
    _ ceiling: CopayCeiling, _ dues: [(Int, Int)], other: Int = 0
  ) -> [Money] {
    ceiling.borne(of: dues.map { .init(day: $0.0, copay: .kroner($0.1)) }, other: .kroner(other))
  }

  @Test("the ceiling of a contact's day counts, against the copay of the year so far")
  func ofItsDay() {
    let rising = ceiling([(0, 1_000), (181, 1_500)])
    #expect(
      borne(rising, [(10, 900), (180, 100), (181, 400)]) == [900, 100, 400].map(Money.kroner))
    #expect(borne(rising, [(10, 900), (181, 700)]) == [900, 600].map(Money.kroner))
    let falling = ceiling([(0, 1_500), (181, 1_000)])
    #expect(borne(falling, [(10, 900), (180, 300), (181, 50)]) == [900, 300, 0].map(Money.kroner))
    #expect(borne(falling, [(10, 900), (180, 50), (181, 100)]) == [900, 50, 50].map(Money.kroner))
  }

  @Test("who has passed it keeps the card when a higher ceiling comes")
  func keepsCard() {
    let periods: [(Int, Int?)] = [(0, 1_000), (181, 1_500)]
    let contacts = [(10, 1_001), (181, 400), (200, 400)]
    #expect(borne(ceiling(periods), contacts) == [1_000, 0, 0].map(Money.kroner))
    #expect(
      borne(ceiling(periods, held: .whileAbove), contacts) == [1_000, 400, 100].map(Money.kroner))
  }

  @Test("who has come to it and not above it has no card yet")
  func justReached() {
    let rising = ceiling([(0, 1_000), (181, 1_500)])
    #expect(borne(rising, [(10, 1_000), (181, 400)]) == [1_000, 400].map(Money.kroner))
  }

  @Test("copay for other services alone passes a ceiling until its last day")
  func otherAlone() {
    let rising = ceiling([(0, 1_000), (181, 5_000)])
    // On day 180 a year's 2,050 kroner have come to 1,010.96.
    #expect(borne(rising, [(200, 100)], other: 2_050) == [.zero])
    // A year's 2,000 kroner have come to 986.30.
    #expect(borne(rising, [(200, 100)], other: 2_000) == [.kroner(100)])
  }

  @Test("a ceiling may begin within the year, or end")
  func beginsAndEnds() {
    let begins = ceiling([(0, nil), (181, 1_000)])
    #expect(borne(begins, [(10, 5_000), (181, 100)]) == [5_000, 0].map(Money.kroner))
    let ends = ceiling([(0, 1_000), (181, nil)])
    #expect(borne(ends, [(10, 900), (181, 900)]) == [900, 900].map(Money.kroner))
    #expect(borne(ends, [(10, 1_100), (181, 900)]) == [1_000, 0].map(Money.kroner))
  }

  @Test(
    "an excess below the least that is repaid is borne, one of that size is repaid",
    arguments: [(1_199, 199), (1_200, 0)])
  func leastRepaid(all: Int, above: Int) {
    let own = borne(ceiling([(0, 1_000)], leastRepaid: 200), [(10, 900), (20, all - 900)])
    #expect(own == [.kroner(900), .kroner(100 + above)])
  }

  @Test("copay for other services later in the year counts towards the least that is repaid")
  func leastWithOther() {
    let ceiling = ceiling([(0, 1_000)], leastRepaid: 200)
    #expect(borne(ceiling, [(0, 1_100)], other: 99) == [.kroner(1_100)])
    #expect(borne(ceiling, [(0, 1_100)], other: 100) == [.kroner(1_000)])
  }

  @Test("nobody bears more than a contact costs, and one ceiling all year is the same in two parts")
  func properties() {
    forEverySeed { random in
      let amount = random.whole(in: 0...2_000)
      let least = random.whole(in: 0...1) * random.whole(in: 0...300)
      let dues = (0..<random.whole(in: 0...10)).map { _ in
        (random.whole(in: 0...364), random.whole(in: 0...400))
      }.sorted { $0.0 < $1.0 }
      let other = random.whole(in: 0...2_000)
      let one = borne(ceiling([(0, amount)], leastRepaid: least), dues, other: other)
      let day = random.whole(in: 1...364)
      for held in CopayCard.Held.allCases {
        let two = ceiling([(0, amount), (day, amount)], held: held, leastRepaid: least)
        guard borne(two, dues, other: other) == one else { return false }
      }
      return zip(one, dues).allSatisfy { $0 <= .kroner($1.1) }
    }
  }
}
