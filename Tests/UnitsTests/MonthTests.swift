import TestSupport
import Testing
import Units

@Suite("Months")
struct MonthTests {
  private static func year(_ year: Int) -> [Month] {
    (1...12).map { Month(year: year, number: $0) }
  }

  @Test("thirty days have April, June, September and November")
  func days() {
    let common = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    #expect(Self.year(2023).map(\.days) == common)
    #expect(Self.year(2024).map(\.days) == [31, 29] + common.dropFirst(2))
  }

  @Test("the days of the months sum to the days of the year", arguments: [1900, 2000, 2023, 2024])
  func daysOfYear(year: Int) {
    let months = Self.year(year)
    #expect(months.allSatisfy { $0.daysInYear == months.map(\.days).reduce(0, +) })
  }

  @Test("1900 has 365 days; 2000 and 2024 have 366")
  func leapYears() {
    let lengths = [1900, 2000, 2023, 2024].map { Month(year: $0, number: 1).daysInYear }
    #expect(lengths == [365, 366, 365, 366])
  }

  @Test(
    "months are counted across years, forwards and backwards",
    arguments: [
      (0, 2021, 5), (7, 2021, 12), (8, 2022, 1), (24, 2023, 5), (-4, 2021, 1), (-5, 2020, 12),
      (-24, 2019, 5), (-29, 2018, 12),
    ])
  func advanced(count: Int, year: Int, number: Int) {
    let may = Month(year: 2021, number: 5)
    #expect(may.advanced(by: count) == Month(year: year, number: number))
  }

  @Test("going forwards and back again ends where it began, later months after earlier ones")
  func thereAndBack() {
    forEverySeed { random in
      let month = Month(year: random.whole(in: 1_000...3_000), number: random.whole(in: 1...12))
      let count = random.whole(in: -10_000...10_000)
      let other = month.advanced(by: count)
      return other.advanced(by: -count) == month && (other < month) == (count < 0)
    }
  }

  @Test("a month is shown as year-month and starts on its first day")
  func description() {
    #expect(Month(year: 2021, number: 5).description == "2021-05")
    #expect(Month(year: 1, number: 12).description == "0001-12")
    #expect(Month(year: 2021, number: 5).firstDay.description == "2021-05-01")
  }
}
