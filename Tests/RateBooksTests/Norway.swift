import Diagnostics
import RateBooks
import Testing
import Units

/// The rate book that comes with the program.
enum Norway {
  static func book() throws -> RateBook {
    try RateBook(
      named: Located("norway", written: "norway", at: SourcePosition(file: "a test")))
  }
}

/// A day as a test writes it.
func day(_ iso: String) throws -> CalendarDate { try #require(CalendarDate(iso: iso)) }

/// The day before or after the first of a month, without a calendar of its own.
func dayBefore(_ day: CalendarDate) throws -> CalendarDate {
  let month = day.inMonth.advanced(by: -1)
  return try #require(
    day.day > 1
      ? CalendarDate(year: day.year, month: day.month, day: day.day - 1)
      : CalendarDate(year: month.year, month: month.number, day: month.days))
}
