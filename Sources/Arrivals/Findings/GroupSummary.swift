import Diagnostics
import Practices
import RateBooks
import Rules
import Scenarios
public import Units

/// A group of arrivals in figures: its right, and how its persons become applicants.
public struct GroupSummary: Sendable {
  public let arrival: Arrival
  /// The day from which its right is in force as the group first has it; `nil` where it has none in the
  /// run.
  public let since: CalendarDate?
  /// From which age those who accompany must consent in person; `nil` where nobody must.
  public let consentAge: Int?
  /// Persons of those who accompany who must consent in person.
  public let mustConsent: Ratio
  /// Persons who apply for a place.
  public let applicants: Int

  init(_ arrival: Arrival, in scenario: Scenario) {
    self.arrival = arrival
    if let standing = arrival.standing {
      (since, consentAge, mustConsent, applicants) = (standing.since, nil, .zero, 0)
      return
    }
    let series = scenario.law.listRights[arrival.right.value]?.series
    let held = scenario.calendar.lazy.compactMap { series?.inForce(on: $0.firstDay) }
      .first { $0.value.isHeld(fulfilling: arrival.fulfils) }
    (since, consentAge) = (held?.period.from, held?.value.ownConsentFromAge)
    mustConsent =
      held.map { arrival.accompanying * arrival.consentingShare(under: $0.value) } ?? .zero
    applicants = held.map { arrival.applicants(under: $0.value) } ?? 0
  }
}

extension Comparison {
  /// The groups of arrivals, in the order of the file.
  public var groupSummaries: [GroupSummary] {
    scenario.arrivals.map { GroupSummary($0, in: scenario) }
  }
}
