import Diagnostics
import RateBooks
public import Rules
import Scenarios
import Units

/// Where a plan does not keep a rule, or a rule waits for something.
public struct CapacityFinding: Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    /// More capacities deployed than the distribution allows.
    case beyondDistribution = "beyond-distribution"
    /// Capacities that no ceiling leaves room for.
    case beyondCeilings = "beyond-ceilings"
    /// A doctor who owns too many clinics.
    case tooManyClinics = "too-many-clinics"
    /// A clinic that was not told everything, so that its minimum stays.
    case noticeIncomplete = "notice-incomplete"
    /// A higher minimum of which the clinic was told nothing.
    case noticeMissing = "notice-missing"
    /// A clinic with which an agreement is to be sought first.
    case agreementFirst = "agreement-first"
    /// A clinic that is closed and has fewer patients than it must.
    case closedBelowMinimum = "closed-below-minimum"
    /// An exemption of islands that has lapsed.
    case exemptionLapsed = "exemption-lapsed"
  }

  public var kind: Kind
  /// The health council, clinic or doctor.
  public var subject: String
  /// How many capacities, clinics or patients.
  public var number: Int?
  /// What is missing of a notice.
  public var missing: [MinimumNotice.Part] = []

  static func findings(
    of plan: CapacityScenario, with inputs: PlanInputs, _ distribution: Distribution,
    _ states: [CouncilState], _ minimums: [ClinicMinimum]
  ) -> [CapacityFinding] {
    var findings: [CapacityFinding] = []
    if distribution.unplaced > 0 {
      findings.append(
        .init(kind: .beyondCeilings, subject: "", number: distribution.unplaced))
    }
    for (council, state) in zip(inputs.areas.councils, states) where state.beyond > 0 {
      findings.append(
        .init(kind: .beyondDistribution, subject: council.title, number: state.beyond))
    }
    findings += inputs.owners.map {
      .init(kind: .tooManyClinics, subject: $0.doctor, number: $0.clinics)
    }
    let day = plan.day.value
    let months = plan.law.limit(.islandExemption, on: day)?.rounded ?? 0
    if let reported = plan.events.islandsReported, reported.advanced(byMonths: months) <= day {
      findings.append(.init(kind: .exemptionLapsed, subject: reported.description))
    }
    for minimum in minimums { findings += self.findings(of: minimum, inputs) }
    // The kinds in their order, and within them the order of the tables.
    return Kind.allCases.flatMap { kind in findings.filter { $0.kind == kind } }
  }

  private static func findings(
    of minimum: ClinicMinimum, _ inputs: PlanInputs
  ) -> [CapacityFinding] {
    let clinic = inputs.clinics[minimum.clinic]
    func finding(_ kind: Kind, _ number: Int?) -> CapacityFinding {
      CapacityFinding(kind: kind, subject: clinic.number, number: number)
    }
    var findings: [CapacityFinding] = []
    if minimum.needsAgreementFirst { findings.append(finding(.agreementFirst, minimum.decided)) }
    if minimum.decided > minimum.current {
      if minimum.notice == nil {
        findings.append(finding(.noticeMissing, minimum.decided))
      } else if let missing = minimum.notice?.missing, !missing.isEmpty {
        var incomplete = finding(.noticeIncomplete, minimum.decided)
        incomplete.missing = missing
        findings.append(incomplete)
      }
    }
    if clinic.intake == .closed, !minimum.mayClose {
      findings.append(finding(.closedBelowMinimum, minimum.inForce - clinic.patients))
    }
    return findings
  }
}
