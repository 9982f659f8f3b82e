/// A calendar month, the interval at which grants are paid.
public struct Month: Hashable, Sendable {
  public let year: Int
  /// 1 to 12.
  public let number: Int

  /// - Precondition: The number lies in 1...12.
  public init(year: Int, number: Int) {
    precondition((1...12).contains(number), "there is no month \(number)")
    (self.year, self.number) = (year, number)
  }

  /// The number of days: 28 to 31.
  public var days: Int {
    switch number {
    case 4, 6, 9, 11: 30
    case 2: daysInYear == 366 ? 29 : 28
    default: 31
    }
  }

  /// The part of the month's calendar year from a day on, by days: 1 for a day in an earlier year, 0
  /// for one in a later.
  public func partOfYear(from day: CalendarDate) -> Ratio {
    let before = Month(year: year, number: 1).firstDay.days(until: day)
    return Ratio(min(max(0, daysInYear - before), daysInYear), over: daysInYear)
  }

  /// 366 in a leap year, otherwise 365.
  public var daysInYear: Int {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 366 : 365
  }

  public var firstDay: CalendarDate {
    guard let day = CalendarDate(year: year, month: number, day: 1) else {
      preconditionFailure("every month has a first day: \(self)")
    }
    return day
  }

  /// The month `count` months later; earlier when `count` is negative.
  public func advanced(by count: Int) -> Month {
    let months = year * 12 + number - 1 + count
    return Month(year: months / 12, number: months % 12 + 1)
  }
}

extension Month: Comparable {
  public static func < (a: Month, b: Month) -> Bool { (a.year, a.number) < (b.year, b.number) }
}

extension Month: CustomStringConvertible {
  /// The month as `2021-05`.
  public var description: String {
    let zeros = String(repeating: "0", count: max(0, 4 - String(year).count))
    return "\(zeros)\(year)-\(number < 10 ? "0" : "")\(number)"
  }
}
