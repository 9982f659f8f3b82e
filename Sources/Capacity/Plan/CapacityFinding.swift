import Diagnostics
import RateBooks
public import Rules
import Scenarios
import Units

/// Where a plan does not keep a rule, or a rule waits for something.
public struct CapacityFinding: Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    /// More capacities deployed than the ceiling allows.
    case beyondCeiling = "beyond-ceiling"
    /// More capacities deployed than are distributed, where nobody set a ceiling.
    case beyondDistribution = "beyond-distribution"
    /// More persons on the lists of a council's clinics than live there.
    case moreListed = "more-listed"
    /// Capacities of the national number that no ceiling leaves room for.
    case unplaced
    /// A doctor who owns too many clinics.
    case tooManyClinics = "too-many-clinics"
    /// A clinic that was not told everything, so that its minimum stays.
    case noticeIncomplete = "notice-incomplete"
    /// Clinics of a council that were told nothing of a higher minimum.
    case noticeMissing = "notice-missing"
    /// Clinics of a council with which an agreement is to be sought first.
    case agreementFirst = "agreement-first"
    /// Clinics of a council that are closed with fewer patients than they must have.
    case closedBelowMinimum = "closed-below-minimum"
    /// A minimum, in force or decided, that is far from what the model and the law would make of it.
    case farFromModel = "far-from-model"
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
        .init(kind: .unplaced, subject: "", number: distribution.unplaced))
    }
    for (council, state) in zip(inputs.areas.councils, states) where state.beyond > 0 {
      findings.append(
        .init(
          kind: state.ceiling == nil ? .beyondDistribution : .beyondCeiling,
          subject: council.title, number: state.beyond))
    }
    for (council, state) in zip(inputs.areas.councils, states) where state.patients > state.persons
    {
      findings.append(
        .init(
          kind: .moreListed, subject: council.title, number: state.patients - state.persons))
    }
    findings += inputs.owners.map {
      .init(kind: .tooManyClinics, subject: $0.doctor, number: $0.clinics)
    }
    let day = plan.day.value
    let months = plan.law.limit(.islandExemption, on: day)?.rounded ?? 0
    if let reported = plan.events.islandsReported, reported.advanced(byMonths: months) <= day {
      findings.append(.init(kind: .exemptionLapsed, subject: reported.description))
    }
    for minimum in minimums where minimum.decided > minimum.current {
      guard let missing = minimum.notice?.missing, !missing.isEmpty else { continue }
      let number = inputs.clinics[minimum.clinic].number
      findings.append(
        .init(
          kind: .noticeIncomplete, subject: number, number: minimum.decided, missing: missing))
    }
    findings += byCouncil(.noticeMissing, inputs, minimums) {
      $0.decided > $0.current && $0.notice == nil
    }
    findings += byCouncil(.agreementFirst, inputs, minimums, where: \.needsAgreementFirst)
    findings += byCouncil(.closedBelowMinimum, inputs, minimums) {
      inputs.clinics[$0.clinic].intake == .closed && !$0.mayClose
    }
    let limit = plan.law.limit(.closingLimit, on: day)?.rounded ?? .max
    for minimum in minimums {
      guard let number = minimum.numberFarFromModel(closingLimit: limit) else { continue }
      findings.append(
        .init(
          kind: .farFromModel, subject: inputs.clinics[minimum.clinic].number, number: number))
    }
    // The kinds in their order, and within them the order of the tables.
    return Kind.allCases.flatMap { kind in findings.filter { $0.kind == kind } }
  }

  /// How many clinics of each council something is so of. Most clinics of a new plan have had no notice
  /// yet, and a row for each would hide the rest; the table of minimums has them one by one.
  private static func byCouncil(
    _ kind: Kind, _ inputs: PlanInputs, _ minimums: [ClinicMinimum],
    where isSo: (ClinicMinimum) -> Bool
  ) -> [CapacityFinding] {
    var counts = inputs.areas.councils.map { _ in 0 }
    for minimum in minimums where isSo(minimum) {
      let municipality = inputs.clinics[minimum.clinic].municipality
      counts[inputs.areas.municipalities[municipality].council] += 1
    }
    return zip(inputs.areas.councils, counts).filter { $1 > 0 }.map { council, count in
      CapacityFinding(kind: kind, subject: council.title, number: count)
    }
  }
}

extension ClinicMinimum {
  /// The decided number, or the one in force today, where it is many times what the model makes of the
  /// clinic within the closing limit, or a small part of it: a slip of the hand. How far is too far no
  /// law says.
  fileprivate func numberFarFromModel(closingLimit limit: Int) -> Int? {
    let model = MinimumPatientNumber.decided(
      model: model, changes: [], closingLimitPerCapacity: limit, capacities: capacities)
    guard model > 0 else { return nil }
    let times = Plausible.timesTheModel
    return [decided, current].first { $0 * times < model || $0 > model * times }
  }
}
