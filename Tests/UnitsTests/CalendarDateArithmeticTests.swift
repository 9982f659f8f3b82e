import TestSupport
import Testing
import Units

@Suite("Calendar arithmetic")
struct CalendarDateArithmeticTests {
  private func day(_ text: String) throws -> CalendarDate {
    try #require(CalendarDate(iso: text))
  }

  @Test(
    "a month later is the same day, or the last of a shorter month",
    arguments: [
      ("2025-01-31", 1, "2025-02-28"), ("2024-01-31", 1, "2024-02-29"),
      ("2025-01-30", 1, "2025-02-28"), ("2025-01-28", 1, "2025-02-28"),
      ("2025-03-31", 1, "2025-04-30"), ("2025-12-31", 2, "2026-02-28"),
      ("2024-02-29", 12, "2025-02-28"), ("2024-02-29", 48, "2028-02-29"),
      ("2025-03-31", -1, "2025-02-28"), ("2025-01-15", -1, "2024-12-15"),
      ("2025-07-01", 0, "2025-07-01"),
    ])
  func months(from: String, months: Int, to: String) throws {
    #expect(try day(from).advanced(byMonths: months) == day(to))
  }

  @Test(
    "days are counted over the ends of months, years and leap days",
    arguments: [
      ("2025-01-31", 1, "2025-02-01"), ("2025-02-28", 1, "2025-03-01"),
      ("2024-02-28", 1, "2024-02-29"), ("2024-02-29", 1, "2024-03-01"),
      ("2025-12-31", 1, "2026-01-01"), ("2026-01-01", -1, "2025-12-31"),
      ("2025-12-02", 30, "2026-01-01"), ("1900-02-28", 1, "1900-03-01"),
      ("2000-02-28", 366, "2001-02-28"), ("0001-01-01", 3_652_058, "9999-12-31"),
      ("1970-01-01", 20_000, "2024-10-04"),
    ])
  func days(from: String, days: Int, to: String) throws {
    #expect(try day(from).advanced(byDays: days) == day(to))
    #expect(try day(from).days(until: day(to)) == days)
  }

  @Test("days there and back lead to the same day, and the order of days is that of their count")
  func thereAndBack() throws {
    try forEverySeed { random in
      let start = try day("2025-07-01")
      let (first, second) = (random.whole(in: -700_000...700_000), random.whole(in: 0...800))
      let there = start.advanced(byDays: first)
      let further = there.advanced(byDays: second)
      return there.advanced(byDays: -first) == start && start.days(until: there) == first
        && further == start.advanced(byDays: first + second)
        && (further > there) == (second > 0)
    }
  }

  @Test("every day of four centuries is followed by the next")
  func everyDay() throws {
    var day = try day("1999-12-31")
    var count = 0
    while day.year < 2400 {
      let next = day.advanced(byDays: 1)
      let isNext =
        next.inMonth == day.inMonth
        ? next.day == day.day + 1
        : next.day == 1 && day.day == day.inMonth.days
          && next.inMonth == day.inMonth.advanced(by: 1)
      guard isNext else {
        Issue.record("\(next) follows \(day)")
        return
      }
      (day, count) = (next, count + 1)
    }
    #expect(count == 146_098)
  }
}
