import Testing
import Units

@Suite("Calendar days")
struct CalendarDateTests {
  @Test(
    "a day is written year-month-day",
    arguments: ["2021-05-01", "2016-07-31", "0001-01-01", "9999-12-31", "2024-02-29"])
  func good(text: String) {
    #expect(CalendarDate(iso: text)?.description == text)
  }

  @Test(
    "another form, and a day that does not exist, is no day",
    arguments: [
      "", "2021", "2021-05", "2021-5-1", "21-05-01", "2021-05-01 ", " 2021-05-01", "2021/05/01",
      "20210501", "2021-05-01T00:00", "01-05-2021", "-021-05-01", "+021-05-01", "2021-05-0x",
      "2021-+5-01", "２021-05-01", "2021-05-01-01", "2021-00-01", "2021-13-01", "2021-05-00",
      "2021-05-32", "2021-04-31", "2021-02-29", "0000-01-01",
    ])
  func bad(text: String) {
    #expect(CalendarDate(iso: text) == nil)
  }

  @Test(
    "a year divisible by four is a leap year, a century only when divisible by 400",
    arguments: [(1900, false), (2000, true), (2023, false), (2024, true), (2100, false)])
  func leapYears(year: Int, isLeap: Bool) {
    #expect((CalendarDate(year: year, month: 2, day: 29) != nil) == isLeap)
  }

  @Test("days are ordered by year, then month, then day")
  func order() {
    let texts = ["2019-12-31", "2020-01-01", "2020-01-31", "2020-02-01", "2021-01-01"]
    let days = texts.compactMap(CalendarDate.init(iso:))
    #expect(days.reversed().sorted().map(\.description) == texts)
  }

  @Test("a day lies in its month")
  func month() {
    #expect(
      CalendarDate(year: 2021, month: 5, day: 17)?.inMonth == Month(year: 2021, number: 5))
  }
}
