import Rules
import Testing
import Units

/// The Norwegian base grant (basistilskudd) of past years, with the rates of the law of the day.
@Suite("The base grant, to the øre")
struct BaseGrantTests {
  private static func scale(_ first: Int, _ second: Int) -> PerCapitaScale {
    PerCapitaScale(
      tiers: [
        .init(above: 0, rate: .kroner(first)), .init(above: 1_000, rate: .kroner(second)),
      ], paidUpTo: 2_500)
  }

  @Test(
    "from July 2022 places 1–1000 pay 675 NOK, places 1001–2500 pay 544, and later ones nothing",
    arguments: [
      (0, 0), (1, 675), (999, 674_325), (1_000, 675_000), (1_001, 675_544), (1_200, 783_800),
      (2_499, 1_490_456), (2_500, 1_491_000), (2_501, 1_491_000), (9_999, 1_491_000),
    ])
  func twoTiers(persons: Int, kroner: Int) {
    #expect(Self.scale(675, 544).annualAmount(persons: persons) == .kroner(kroner))
  }

  @Test(
    "a list of 2,500 has earned more with every change of the two rates",
    arguments: [
      (577, 499, 1_325_500), (642, 526, 1_431_000), (653, 526, 1_442_000), (675, 544, 1_491_000),
    ])
  func everyPairOfRates(first: Int, second: Int, kroner: Int) {
    #expect(Self.scale(first, second).annualAmount(persons: 2_500) == .kroner(kroner))
  }

  @Test("before May 2020 every place paid the same, without a last paid place")
  func flat() {
    let scale = PerCapitaScale(tiers: [.init(above: 0, rate: .kroner(499))])
    #expect(scale.annualAmount(persons: 1_200) == .kroner(598_800))
    #expect(scale.annualAmount(persons: 2_600) == .kroner(1_297_400))
  }

  @Test("in July 2016 a person at 442 NOK paid 37.44, and a list of 1,000 paid 37,437.16")
  func dayRule() {
    let part = MonthRule.days.fraction(of: Month(year: 2016, number: 7))
    #expect(part == Ratio(31, over: 366))
    #expect(Money.kroner(442).scaled(by: part).description == "37.44")

    let scale = PerCapitaScale(tiers: [.init(above: 0, rate: .kroner(442))])
    var accrual = Accrual()
    let payment = accrual.payment(adding: .init(part), of: scale.annualAmount(persons: 1_000))
    #expect(payment.description == "37437.16")
  }

  @Test(
    "from July 2023 the rate of 841.80 NOK is multiplied by the need of the list",
    arguments: [
      ("1", "925980.00"), ("1.05", "972279.00"), ("0.937", "867643.26"), ("0", "0.00"),
      ("1.234567", "1143184.35"),
    ])
  func needIndex(index: String, shown: String) throws {
    let scale = PerCapitaScale(
      tiers: [.init(above: 0, rate: Money(ore: 84_180))], isWeightedByNeed: true)
    let need = try #require(Ratio(decimal: index))
    #expect(scale.annualAmount(persons: 1_100, needIndex: need).description == shown)
  }
}
