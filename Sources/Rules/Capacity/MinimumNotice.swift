public import Units

/// What a clinic must be told before a higher minimum patient number takes effect, and when it was.
///
/// ```
/// first day = last of the four days + days of notice
/// ```
///
/// - Source: FAQ on the national distribution model, no. 4, and § 9 of the order it refers to.
public struct MinimumNotice: Hashable, Sendable {
  /// What must be passed on.
  public enum Part: String, CaseIterable, Sendable {
    /// That the number changes.
    case informed
    /// The calculations the number rests on.
    case calculations
    /// The description of the clinic's patients.
    case population
    /// How to complain.
    case complaint
  }

  /// When the clinic was told that its number changes; `nil` when it was not.
  public let informed: CalendarDate?
  /// When it had the calculations.
  public let calculations: CalendarDate?
  /// When it had the description of its patients.
  public let population: CalendarDate?
  /// When it was told how to complain.
  public let complaint: CalendarDate?

  public init(
    informed: CalendarDate?, calculations: CalendarDate?, population: CalendarDate?,
    complaint: CalendarDate?
  ) {
    (self.informed, self.calculations) = (informed, calculations)
    (self.population, self.complaint) = (population, complaint)
  }

  /// When a part was passed on.
  public func day(of part: Part) -> CalendarDate? {
    switch part {
    case .informed: informed
    case .calculations: calculations
    case .population: population
    case .complaint: complaint
    }
  }

  /// What the clinic still has to be told, in the order of the parts.
  public var missing: [Part] { Part.allCases.filter { day(of: $0) == nil } }

  /// The first day a higher number may take effect.
  ///
  /// - Parameter noticeDays: Days from the last part on.
  /// - Returns: `nil` as long as a part is missing.
  public func earliest(noticeDays: Int) -> CalendarDate? {
    guard missing.isEmpty else { return nil }
    return Part.allCases.compactMap(day(of:)).max()?.advanced(byDays: noticeDays)
  }

  /// The first day a decision takes effect.
  ///
  /// Only a raise needs notice. It takes effect no earlier than it is decided, and never as long as
  /// something is missing.
  ///
  /// - Parameters:
  ///   - raising: Whether the number becomes higher.
  ///   - decided: The day of the decision.
  ///   - notice: What the clinic was told; `nil` for nothing.
  ///   - noticeDays: Days of notice.
  /// - Returns: A day, or `nil` when notice is still to be given.
  public static func day(
    raising: Bool, decided: CalendarDate, notice: MinimumNotice?, noticeDays: Int
  ) -> CalendarDate? {
    guard raising else { return decided }
    return notice?.earliest(noticeDays: noticeDays).map { max($0, decided) }
  }
}
