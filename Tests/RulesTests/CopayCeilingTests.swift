import Rules
import TestSupport
import Testing
import Units

@Suite("The copay ceiling")
struct CopayCeilingTests {
  private let ceiling = CopayCeiling(amount: .kroner(3_000), days: 365)

  @Test(
    "what is left is the ceiling less what is paid, and never negative",
    arguments: [(0, 3_000), (2_999, 1), (3_000, 0), (3_001, 0)])
  func paid(paid: Int, left: Int) {
    for day in [0, 364] {
      #expect(ceiling.left(after: .kroner(paid), other: .zero, on: day) == .kroner(left))
    }
  }

  @Test(
    "copay for other services fills it day by day: none on the first day, all but one on the last",
    arguments: [(0, 3_000), (1, 2_999), (182, 2_818), (364, 2_636)])
  func other(day: Int, left: Int) {
    #expect(ceiling.left(after: .zero, other: .kroner(365), on: day) == .kroner(left))
  }

  @Test("in a leap year it takes 366 days")
  func leapYear() {
    let ceiling = CopayCeiling(amount: .kroner(3_000), days: 366)
    #expect(ceiling.left(after: .zero, other: .kroner(366), on: 365) == .kroner(2_635))
  }

  @Test("a part of an øre for other services fills nothing yet")
  func roundedDown() {
    #expect(ceiling.left(after: .zero, other: Money(ore: 364), on: 1) == .kroner(3_000))
    #expect(ceiling.left(after: .zero, other: Money(ore: 365), on: 1) == Money(ore: 299_999))
  }

  @Test("other services and what is paid here fill the same ceiling")
  func together() {
    #expect(
      ceiling.left(after: .kroner(2_000), other: .kroner(365), on: 364) == .kroner(636))
    #expect(
      ceiling.left(after: .kroner(2_000), other: .kroner(36_500), on: 364) == .zero)
    #expect(ceiling.left(after: .zero, other: .kroner(36_500), on: 0) == .kroner(3_000))
  }

  @Test("a later day never leaves more")
  func isMonotone() {
    forEverySeed { random in
      let paid = Money(ore: random.whole(in: 0...400_000))
      let other = Money(ore: random.whole(in: 0...400_000))
      let day = random.whole(in: 0...363)
      return ceiling.left(after: paid, other: other, on: day + 1)
        <= ceiling.left(after: paid, other: other, on: day)
    }
  }
}
