import Rules
import Testing
import Units

@Suite("The start-up grant")
struct StartUpGrantTests {
  private let grant = StartUpGrant(
    paidAs: 500, listBelow: 500, listCapAtLeast: 500, longest: 24)

  @Test("at 675 NOK it is 337,500 a year and 28,125 in every month of twelfths")
  func amount() {
    let scale = PerCapitaScale(
      tiers: [.init(above: 0, rate: .kroner(675)), .init(above: 1_000, rate: .kroner(544))],
      paidUpTo: 2_500)
    let annual = grant.annualAmount(at: scale)
    #expect(annual == .kroner(337_500))

    var accrual = Accrual()
    for number in 1...12 {
      let part = MonthRule.twelfths.fraction(of: Month(year: 2022, number: number))
      #expect(accrual.payment(adding: .init(part), of: annual) == .kroner(28_125))
    }
  }

  @Test("since 2023 it is paid at the national average rate, whatever the need of the list")
  func averageNeed() {
    let scale = PerCapitaScale(
      tiers: [.init(above: 0, rate: Money(ore: 84_180))], isWeightedByNeed: true)
    #expect(grant.annualAmount(at: scale) == .kroner(420_900))
  }

  @Test(
    "a new list shorter than 500, with room for 500, has it for 24 months",
    arguments: [
      (0, 500, 0, true), (499, 500, 23, true), (499, 2_500, 12, true), (500, 900, 0, false),
      (499, 499, 0, false), (0, 500, 24, false), (0, 500, -1, false), (0, 500, nil, false),
    ])
  func conditions(persons: Int, cap: Int, monthsOpen: Int?, isDue: Bool) {
    #expect(grant.isDue(persons: persons, cap: cap, monthsOpen: monthsOpen) == isDue)
  }
}
