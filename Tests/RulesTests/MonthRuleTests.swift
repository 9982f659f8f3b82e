import Rules
import Testing
import Units

@Suite("Month rules")
struct MonthRuleTests {
  @Test("the months of a year sum to one, in leap years and others", arguments: MonthRule.allCases)
  func sumsToOne(rule: MonthRule) {
    for year in [1900, 2000, 2016, 2023, 2024] {
      let parts = (1...12).map { rule.fraction(of: Month(year: year, number: $0)) }
      #expect(parts.reduce(.zero, +) == .one, "\(year)")
    }
  }

  @Test("twelfths pay every month alike; days pay February least")
  func february() {
    let (january, february) = (Month(year: 2024, number: 1), Month(year: 2024, number: 2))
    #expect(MonthRule.twelfths.fraction(of: january) == Ratio(1, over: 12))
    #expect(MonthRule.twelfths.fraction(of: february) == Ratio(1, over: 12))
    #expect(MonthRule.days.fraction(of: january) == Ratio(31, over: 366))
    #expect(MonthRule.days.fraction(of: february) == Ratio(29, over: 366))
    #expect(
      MonthRule.days.fraction(of: Month(year: 2023, number: 2)) == Ratio(28, over: 365))
  }

  @Test("every part of a year can be paid without a remainder", arguments: MonthRule.allCases)
  func isPayable(rule: MonthRule) {
    for year in [2023, 2024] {
      var accrual = Accrual()
      let payments = (1...12).map {
        accrual.payment(
          adding: .init(rule.fraction(of: Month(year: year, number: $0))), of: .kroner(675_544))
      }
      #expect(payments.reduce(.zero, +) == .kroner(675_544), "\(year)")
    }
  }
}
