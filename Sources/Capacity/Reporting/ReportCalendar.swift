public import Diagnostics
public import RateBooks
import Rules
public import Units

/// Of which days a region reports, and until when each report may be received.
///
/// - Source: guidance on the regions' reporting, 2.
public struct ReportCalendar: Sendable {
  private let book: RateBook

  public init(_ book: RateBook) { self.book = book }

  /// Whether a report of the day must be made: where reports are of each quarter, those of its other
  /// months may be.
  private func isRequired(_ month: Month) -> Bool {
    switch book.capacityRules["report-interval"]?.series.inForce(on: month.firstDay)?.value {
    case .month: true
    case .quarter: month.number % 3 == 1
    default: false
    }
  }

  /// The days a report must be made of, from one to another, both included.
  public func days(from first: CalendarDate, through last: CalendarDate) -> [CalendarDate] {
    var days: [CalendarDate] = []
    var month = first.inMonth
    while month.firstDay <= last {
      if month.firstDay >= first, isRequired(month) { days.append(month.firstDay) }
      month = month.advanced(by: 1)
    }
    return days
  }

  /// The latest day a report must be made of; `nil` before there are any.
  public func latest(through day: CalendarDate) -> CalendarDate? {
    days(from: day.advanced(byMonths: -12), through: day).last
  }

  /// The first day after another that a report must be made of; `nil` when none follows in a year.
  public func next(after day: CalendarDate) -> CalendarDate? {
    days(from: day.advanced(byDays: 1), through: day.advanced(byMonths: 12)).first
  }

  /// The last day on which a report may be received.
  ///
  /// - Throws: ``Faults`` when the law of the day is not known.
  public func due(of day: CalendarDate) throws(Faults) -> CalendarDate {
    try day.advanced(byMonths: wholeLimit(.reportDue, of: book, on: day))
  }
}
