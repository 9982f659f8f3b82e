public import Units

/// When a region may take a vacant capacity back and deploy it elsewhere in the same health council's
/// area (*hjemtage kapaciteter*).
///
/// - Source: FAQ on the national distribution model, no. 2 and 8, on the collective agreement.
public enum VacancyRule {
  /// Whether a capacity has been vacant long enough.
  ///
  /// - Parameters:
  ///   - vacantSince: The first day it was vacant.
  ///   - day: The day asked about.
  ///   - months: How long it must have been vacant.
  /// - Returns: `true` from the same day of the month so many months later.
  public static func mayBeWithdrawn(
    vacantSince: CalendarDate, on day: CalendarDate, afterMonths months: Int
  ) -> Bool {
    day >= vacantSince.advanced(byMonths: months)
  }
}
