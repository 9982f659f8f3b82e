public import Diagnostics
public import Rules
public import Units

/// A legal value through time: each period holds from its first day until the next begins.
public struct Series<Value: Sendable>: Sendable {
  public var title: String
  /// For example `NOK/person/year`.
  public var unit: Located<String>
  /// Who pays; `nil` for what is not a grant.
  public var payer: Payer?
  /// The line of the accounts it is booked on; `nil` for a line of its own.
  public var account: GrantAccount?
  /// In rising order of their first day; at least one.
  public var periods: [Period<Value>]

  public init(
    title: String, unit: Located<String>, payer: Payer? = nil, account: GrantAccount? = nil,
    periods: [Period<Value>]
  ) {
    (self.title, self.unit, self.payer, self.periods) = (title, unit, payer, periods)
    self.account = account
  }
}

/// One value of a series, with the day it takes effect and where that is written.
public struct Period<Value: Sendable>: Sendable {
  public var from: CalendarDate
  /// `nil` when the rule ends on this day.
  public var value: Value?
  /// The last day the source vouches for. After it the value is unknown until the next period.
  public var knownUntil: CalendarDate?
  public var reference: Reference
  public var note: String?
  /// The line in the rate book.
  public var position: SourcePosition

  public init(
    from: CalendarDate, value: Value?, knownUntil: CalendarDate? = nil, reference: Reference,
    note: String? = nil, position: SourcePosition
  ) {
    (self.from, self.value, self.knownUntil) = (from, value, knownUntil)
    (self.reference, self.note, self.position) = (reference, note, position)
  }
}

/// What a series says of one day.
public enum Standing<Value: Sendable>: Sendable {
  case inForce(Value, Period<Value>)
  /// The series begins later.
  case notYet(first: CalendarDate)
  /// The rule ended on this day.
  case ended(on: CalendarDate)
  /// The sources at hand say nothing after this day.
  case unknown(after: CalendarDate)
}

extension Series {
  /// What is in force on a day, or why nothing is.
  public func standing(on day: CalendarDate) -> Standing<Value> {
    guard let period = periods.last(where: { $0.from <= day }) else {
      return .notYet(first: periods[0].from)
    }
    guard let value = period.value else { return .ended(on: period.from) }
    if let last = period.knownUntil, last < day { return .unknown(after: last) }
    return .inForce(value, period)
  }

  /// The value in force on a day with its period, or `nil`.
  public func inForce(on day: CalendarDate) -> (value: Value, period: Period<Value>)? {
    guard case .inForce(let value, let period) = standing(on: day) else { return nil }
    return (value, period)
  }

  /// The series without some periods; `nil` where none is left.
  public func keeping(_ isKept: (Period<Value>) -> Bool) -> Series? {
    var kept = self
    kept.periods.removeAll { !isKept($0) }
    return kept.periods.isEmpty ? nil : kept
  }

  /// The series with other periods from the first of them on; what was before stays.
  public func overlaid(by later: Series) -> Series {
    let start = later.periods[0].from
    return Series(
      title: later.title, unit: later.unit, payer: later.payer,
      account: later.account ?? account,
      periods: periods.filter { $0.from < start } + later.periods)
  }
}

extension Section {
  /// The value of the first rule that is in force on a day; `nil` when none is.
  public func inForce(on day: CalendarDate) -> Value? {
    rules.lazy.compactMap { $0.series.inForce(on: day)?.value }.first
  }

  /// The values of all rules that are in force on a day.
  public func allInForce(on day: CalendarDate) -> [Value] {
    rules.compactMap { $0.series.inForce(on: day)?.value }
  }

  /// The days on which a rule begins, changes or ends, in any year.
  public var daysOfChange: [CalendarDate] { rules.flatMap { $0.series.periods.map(\.from) } }

  /// Puts a period where nothing is known of a rule, up to its ``Period/knownUntil``.
  ///
  /// - Returns: `false` when the rule is known, or has ended, on one of the days.
  public mutating func fillGap(of name: String, with period: Period<Value>) -> Bool {
    guard let index = rules.firstIndex(where: { $0.name == name }),
      rules[index].series.fillGap(with: period)
    else { return false }
    return true
  }
}

extension Series {
  fileprivate mutating func fillGap(with period: Period<Value>) -> Bool {
    let next = periods.firstIndex { $0.from > period.from } ?? periods.count
    let isUnknown =
      switch standing(on: period.from) {
      case .notYet, .unknown: true
      case .inForce, .ended: false
      }
    guard isUnknown, let last = period.knownUntil,
      next == periods.count || last < periods[next].from
    else { return false }
    periods.insert(period, at: next)
    return true
  }
}
