public import Units

/// When an island doctor (*ø-læge*) does not count towards the capacities a region may have deployed.
///
/// - Source: guidance on the regions' reporting, 3; FAQ on the national distribution model, no. 10.
public enum IslandExemption {
  /// Whether the capacities of a clinic on an island are left out of the count on a day.
  ///
  /// - Parameters:
  ///   - patients: Registered with the clinic.
  ///   - limit: How many are too many; the clinic must have fewer.
  ///   - reported: The day the region reported the clinic; `nil` when it did not.
  ///   - day: The day asked about.
  ///   - months: How long a report holds.
  /// - Returns: `true` from the report on, up to the day before the same day so many months later.
  public static func isExempt(
    patients: Int, limit: Int, reportedOn reported: CalendarDate?, on day: CalendarDate,
    months: Int
  ) -> Bool {
    guard let reported, patients < limit else { return false }
    return reported <= day && day < reported.advanced(byMonths: months)
  }
}
