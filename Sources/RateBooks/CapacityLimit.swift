public import Rules
public import Units

/// The numbers that bound capacities and their patients, by their names in rate books.
public enum CapacityLimit: String, CaseIterable, Sendable {
  case closingLimit = "closing-limit"
  case minimumNotice = "minimum-notice"
  case islandPatients = "island-patients"
  case islandExemption = "island-exemption"
  case reportDue = "report-due"
  case vacancyWithdrawal = "vacancy-withdrawal"
  case clinicsPerDoctor = "clinics-per-doctor"
  case frameTolerance = "frame-tolerance"

  /// Those without which nothing can be planned.
  public static let ofPlans: [CapacityLimit] = [
    .closingLimit, .minimumNotice, .islandPatients, .islandExemption, .vacancyWithdrawal,
    .clinicsPerDoctor,
  ]
}

/// The rules in words that capacity planning follows, by their names in rate books.
public enum CapacityRuleName: String, CaseIterable, Sendable {
  case minimumPhaseIn = "minimum-phase-in"
  case complaintBody = "complaint-body"
  case temporarySupplement = "temporary-supplement"
  case coverageFunds = "coverage-funds"
  case reportInterval = "report-interval"

  /// Those that plans follow.
  public static let ofPlans: [CapacityRuleName] = [
    .minimumPhaseIn, .complaintBody, .temporarySupplement, .coverageFunds,
  ]
}

extension RateBook {
  /// A limit in force on a day, in its own unit; `nil` where none is known.
  public func limit(_ limit: CapacityLimit, on day: CalendarDate) -> Ratio? {
    capacityLimits[limit.rawValue]?.series.inForce(on: day)?.value
  }

  /// A rule in force on a day; `nil` where none is.
  public func capacityRule(_ name: CapacityRuleName, on day: CalendarDate) -> CapacityRule? {
    capacityRules[name.rawValue]?.series.inForce(on: day)?.value
  }

  /// The day on which a rule that holds on a day ends; `nil` where it does not hold, or no end is known.
  public func end(of name: CapacityRuleName, heldOn day: CalendarDate) -> CalendarDate? {
    guard let series = capacityRules[name.rawValue]?.series, series.inForce(on: day) != nil
    else { return nil }
    return series.periods.first { $0.from > day && $0.value == nil }?.from
  }

  /// The differentiated base fee in force on a day; `nil` where none is known.
  public func pool(
    on day: CalendarDate
  ) -> (name: String, pool: BaseFeePool, period: Period<BaseFeePool>)? {
    for rule in baseFeePools.rules {
      if let (value, period) = rule.series.inForce(on: day) { return (rule.name, value, period) }
    }
    return nil
  }
}
