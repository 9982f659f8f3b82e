import Diagnostics
import RateBooks
public import Rules
import Scenarios
public import Units

/// The number of patients from which a clinic may close, and how it was found.
///
/// - Unit: patients.
/// - Source: FAQ on the national distribution model, no. 3–7 and 11.
public struct ClinicMinimum: Sendable {
  /// The place of the clinic.
  public var clinic: Int
  /// Of the clinic after withdrawals.
  public var capacities: Int
  public var basis: MinimumPatientNumber.Basis
  /// What its patients need, where the country's mean is 1.
  public var needPerPatient: Ratio
  /// By the national model alone.
  public var model: Int
  public var facts: [LocalFact]
  /// With the local facts and the highest closing limit.
  public var decided: Int
  /// In force today.
  public var current: Int
  /// Whether an agreement with the clinic is sought before it is decided over its head.
  public var needsAgreementFirst: Bool
  /// What the clinic has been told; `nil` where nothing was.
  public var notice: MinimumNotice?
  /// The first day the decided number, or its first step, holds; `nil` until notice is complete.
  public var earliest: CalendarDate?
  /// In force on the day of the plan.
  public var inForce: Int
  /// Whether the clinic may close on that day.
  public var mayClose: Bool

  static func minimums(
    of plan: CapacityScenario, with inputs: PlanInputs, _ distribution: Distribution,
    _ moves: CapacityMoves
  ) -> [ClinicMinimum] {
    let model = MinimumModel(of: plan, with: inputs, distribution, moves)
    let facts = Dictionary(
      grouping: inputs.facts.filter { $0.decided <= plan.day.value }, by: \.clinic)
    return inputs.clinics.indices.map { place in
      model.minimum(of: place, with: facts[place] ?? [])
    }
  }
}

/// What all minimums of a plan have in common.
private struct MinimumModel {
  let plan: CapacityScenario
  let inputs: PlanInputs
  let need: NeedModel.Year
  let meanNeed: Ratio
  /// By clinic, after withdrawals.
  let capacities: [Int]
  /// The need of a mean person of the country that one capacity of a health council looks after.
  let needPerCapacity: [Ratio]
  let closingLimit: Int
  let noticeDays: Int
  /// The day by which steps must be done; `nil` where the law allows none.
  let completeBy: CalendarDate?

  init(
    of plan: CapacityScenario, with inputs: PlanInputs, _ distribution: Distribution,
    _ moves: CapacityMoves
  ) {
    (self.plan, self.inputs) = (plan, inputs)
    need = distribution.need
    let mean = need.meanNeed
    meanNeed = mean
    var capacities = inputs.clinics.map(\.capacities)
    for move in moves.moves { capacities[move.clinic] -= 1 }
    self.capacities = capacities
    let (areas, day) = (inputs.areas, plan.day.value)
    let counts: [Int] =
      switch plan.minimum.basis {
      case .distributed: distribution.councils
      case .deployed:
        // What is withdrawn is deployed anew in the same council, so that the sum stays.
        inputs.clinics.reduce(into: areas.councils.map { _ in 0 }) { counts, clinic in
          counts[areas.municipalities[clinic.municipality].council] += clinic.capacities
        }
      }
    let needs = areas.byCouncil(need.needs)
    needPerCapacity =
      switch plan.minimum.level {
      case .council:
        zip(needs, counts).map { Ratio($0) / mean / Ratio(max(1, $1)) }
      case .nation:
        needs.map { _ in
          Ratio(needs.reduce(0, +)) / mean / Ratio(max(1, counts.reduce(0, +)))
        }
      }
    closingLimit = plan.law.limit(.closingLimit, on: day)?.rounded ?? .max
    noticeDays = plan.law.limit(.minimumNotice, on: day)?.rounded ?? 0
    completeBy = plan.law.end(of: .minimumPhaseIn, heldOn: day)
  }

  func minimum(of place: Int, with facts: [LocalFact]) -> ClinicMinimum {
    let clinic = inputs.clinics[place]
    let (basis, needPerPatient) = calculation(of: place)
    let council = inputs.areas.municipalities[clinic.municipality].council
    let model = MinimumPatientNumber.model(
      capacities: capacities[place], needPerCapacity: needPerCapacity[council],
      needPerPatient: needPerPatient)
    let decided = MinimumPatientNumber.decided(
      model: model, changes: facts.map(\.change), closingLimitPerCapacity: closingLimit,
      capacities: capacities[place])
    let day = plan.day.value
    let notice = inputs.notices[place]
    let earliest = MinimumNotice.day(
      raising: decided > clinic.minimum, decided: notice?.informed ?? day, notice: notice,
      noticeDays: noticeDays)
    let inForce = number(on: day, from: clinic.minimum, to: decided, earliest)
    return ClinicMinimum(
      clinic: place, capacities: capacities[place], basis: basis, needPerPatient: needPerPatient,
      model: model, facts: facts, decided: decided, current: clinic.minimum,
      needsAgreementFirst: MinimumPatientNumber.needsAgreementFirst(
        proposed: decided, current: clinic.minimum, patients: clinic.patients,
        wellAbove: plan.minimum.wellAbove.central),
      notice: notice, earliest: earliest, inForce: inForce,
      mayClose: Intake.mayClose(patients: clinic.patients, minimum: inForce))
  }

  /// What holds on a day: today's number until the other may take effect, and steps where the law has
  /// them.
  private func number(
    on day: CalendarDate, from current: Int, to decided: Int, _ earliest: CalendarDate?
  ) -> Int {
    guard let earliest, earliest <= day else { return current }
    guard decided > current, let completeBy, plan.minimum.phaseInSteps > 1 else { return decided }
    return PhaseIn(
      from: current, to: decided, beginning: earliest, completeBy: completeBy,
      steps: plan.minimum.phaseInSteps
    ).number(on: day)
  }

  /// What the clinic's patients need, and what that rests on.
  private func calculation(of place: Int) -> (MinimumPatientNumber.Basis, Ratio) {
    if let own = own(place) { return (.ownPatients, own) }
    if let old = inputs.clinics[place].splitFrom,
      let origin = inputs.clinics.firstIndex(where: { $0.number == old }), let need = own(origin)
    {
      return (.splitClinic, need)
    }
    return (.area, need.needPerPerson(in: inputs.clinics[place].municipality))
  }

  private func own(_ place: Int) -> Ratio? {
    if let (persons, need) = inputs.patients[place], persons > 0, need > 0 {
      return Ratio(need, over: persons) / meanNeed
    }
    return inputs.clinics[place].needIndex
  }
}
