public import Units

/// A number that goes to its target in equal steps (*gradvis implementering*).
///
/// ```
/// day of step k    = beginning + days until the last day × k / steps
/// number at step k = from + (to − from) × k / steps
/// ```
///
/// The last step is taken on the last day. When that day is not after the beginning, the target holds
/// at once from the beginning. There are no more steps than days.
///
/// - Unit: whole patients; days and numbers are rounded to the nearest, halves away from zero.
/// - Source: FAQ on the national distribution model, no. 4, allows a gradual change up to a day. Equal
///   steps are an assumption.
public struct PhaseIn: Hashable, Sendable {
  /// What holds until the first step.
  public let from: Int
  /// What holds from the last step on.
  public let to: Int
  public let beginning: CalendarDate
  public let completeBy: CalendarDate
  private let count: Int

  /// - Parameters:
  ///   - from: What holds until the first step.
  ///   - to: The target.
  ///   - beginning: From when the steps are counted.
  ///   - completeBy: The day of the last step.
  ///   - steps: How many.
  /// - Precondition: There is at least one step.
  public init(
    from: Int, to: Int, beginning: CalendarDate, completeBy: CalendarDate, steps: Int
  ) {
    precondition(steps > 0, "a change in \(steps) steps")
    (self.from, self.to, self.beginning, self.completeBy) = (from, to, beginning, completeBy)
    count = max(1, min(steps, beginning.days(until: completeBy)))
  }

  /// The days on which the number changes and what it then is, the first step first.
  public var steps: [(day: CalendarDate, number: Int)] {
    let days = max(0, beginning.days(until: completeBy))
    return (1...count).map { step in
      (
        beginning.advanced(byDays: Ratio(days * step, over: count).rounded),
        from + Ratio((to - from) * step, over: count).rounded
      )
    }
  }

  /// The number in force on a day.
  public func number(on day: CalendarDate) -> Int {
    steps.last { $0.day <= day }?.number ?? from
  }
}
