extension CalendarDate {
  /// Days since 1 March of the year 0, when a year would begin in March and leap days end it.
  private var number: Int {
    let (march, years) = month > 2 ? (month - 3, year) : (month + 9, year - 1)
    return years * 365 + years / 4 - years / 100 + years / 400 + (153 * march + 2) / 5 + day - 1
  }

  /// How many days later another day is; negative when it is earlier, 0 for the day itself.
  public func days(until other: CalendarDate) -> Int { other.number - number }

  /// The day so many days later; earlier when the count is negative.
  ///
  /// - Parameter days: How many. 1 for the day after.
  /// - Precondition: The day found lies in the years 1 to 9999.
  /// - Returns: The day.
  public func advanced(byDays days: Int) -> CalendarDate {
    let sought = number + days
    // A year is at most a leap day shorter than this, so the guess is off by one at most.
    var years = Int((Int128(sought) * 400) / 146_097)
    func first(_ years: Int) -> Int { years * 365 + years / 4 - years / 100 + years / 400 }
    while first(years) > sought { years -= 1 }
    while first(years + 1) <= sought { years += 1 }
    let rest = sought - first(years)
    let march = (5 * rest + 2) / 153
    let isSpring = march < 10
    return Self.existing(
      year: isSpring ? years : years + 1, month: isSpring ? march + 3 : march - 9,
      day: rest - (153 * march + 2) / 5 + 1)
  }

  /// The same day of the month so many months later; earlier when the count is negative.
  ///
  /// A shorter month has its last day for the days it lacks: a month after 31 January is 28 February,
  /// or 29 in a leap year. A month on from there is 28 March, so steps do not add up; count them from
  /// the first day.
  ///
  /// - Parameter months: How many. 12 for a year.
  /// - Precondition: The day found lies in the years 1 to 9999.
  /// - Returns: The day.
  public func advanced(byMonths months: Int) -> CalendarDate {
    let month = inMonth.advanced(by: months)
    return Self.existing(year: month.year, month: month.number, day: min(day, month.days))
  }

  private static func existing(year: Int, month: Int, day: Int) -> CalendarDate {
    guard let date = CalendarDate(year: year, month: month, day: day) else {
      preconditionFailure("a day outside the years 1 to 9999: year \(year)")
    }
    return date
  }
}
