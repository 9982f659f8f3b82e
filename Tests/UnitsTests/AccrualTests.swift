import TestSupport
import Testing
import Units

@Suite("Paying a yearly amount by the month")
struct AccrualTests {
  private static let twelfths = Array(repeating: Ratio(1, over: 12), count: 12)

  private static func days(of year: Int) -> [Ratio] {
    (1...12).map { number in
      let month = Month(year: year, number: number)
      return Ratio(month.days, over: month.daysInYear)
    }
  }

  private static func payments(_ parts: [Ratio], of annual: [Money]) -> [Money] {
    var accrual = Accrual()
    return zip(parts, annual).map { accrual.payment(adding: .init($0), of: $1) }
  }

  @Test(
    "twelve months of 675,544 NOK sum to the øre, in twelfths and in days",
    arguments: [twelfths, days(of: 2023), days(of: 2024)])
  func yearIsExact(parts: [Ratio]) {
    let annual = Money.kroner(675_544)
    let payments = Self.payments(parts, of: Array(repeating: annual, count: 12))
    #expect(payments.reduce(.zero, +) == annual)
  }

  @Test("every third twelfth of 675,544 NOK catches up with the thirds of an øre")
  func twelfthsOfOneYear() {
    let annual = Array(repeating: Money.kroner(675_544), count: 12)
    let payments = Self.payments(Self.twelfths, of: annual).map(\.description)
    let quarter = ["56295.33", "56295.34", "56295.33"]
    #expect(payments == quarter + quarter + quarter + quarter)
  }

  @Test("a rate that changes on 1 July pays half a year of each")
  func midYearChange() {
    let annual =
      Array(repeating: Money(ore: 65_300_001), count: 6)
      + Array(repeating: Money(ore: 67_500_001), count: 6)
    let payments = Self.payments(Self.twelfths, of: annual)
    #expect(payments[..<6].reduce(.zero, +) == Money(ore: 32_650_001))
    #expect(payments.reduce(.zero, +) == Money(ore: 66_400_001))
  }

  @Test("a list that shrinks is paid less from that month on, and repays nothing")
  func shrinking() {
    let payments = Self.payments(
      Self.twelfths, of: [.kroner(1_200), .kroner(600), .zero, .kroner(12)])
    #expect(payments == [.kroner(100), .kroner(50), .zero, .kroner(1)])
  }

  @Test("every payment is within one øre of its exact size, and the sum within half an øre")
  func neverFarFromExact() {
    forEverySeed { random in
      let parts = random.whole(in: 0...1) == 0 ? Self.twelfths : Self.days(of: 2024)
      let annual = parts.map { _ in Money(ore: random.whole(in: -90_000_000...900_000_000)) }
      let exact = zip(parts, annual).map { $0 * Ratio($1.ore) }
      let payments = Self.payments(parts, of: annual).map { Ratio($0.ore) }
      let off = (exact.reduce(.zero, +) - payments.reduce(.zero, +)) * Ratio(2)
      return (Ratio(-1)...Ratio(1)).contains(off)
        && zip(payments, exact).allSatisfy { (Ratio(-1)...Ratio(1)).contains($0 - $1) }
    }
  }

  @Test("a year of one amount is paid to the øre, in twelfths and in days")
  func yearOfAnyAmount() {
    forEverySeed { random in
      let annual = Money(ore: random.whole(in: 0...900_000_000))
      let parts = [Self.twelfths, Self.days(of: 2023), Self.days(of: 2024)]
      return parts.allSatisfy { parts in
        Self.payments(parts, of: parts.map { _ in annual }).reduce(.zero, +) == annual
      }
    }
  }
}
