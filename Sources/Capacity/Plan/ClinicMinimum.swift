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
  /// A number that holds from a day on.
  public struct Step: Hashable, Sendable {
    public var day: CalendarDate
    public var number: Int
  }

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
  /// The first day from which the decided number may hold, at once or in steps; `nil` until notice is
  /// complete.
  public var earliest: CalendarDate?
  /// The steps in which a higher number is reached; none where it holds at once.
  public var steps: [Step]
  /// In force on the day of the plan.
  public var inForce: Int
  /// Whether the clinic may close on that day.
  public var mayClose: Bool

  /// The need of a mean person of the country that one capacity looks after, by health council.
  ///
  /// ```
  /// need of the area / capacities of the area
  /// ```
  static func needPerCapacity(
    of plan: CapacityScenario, with inputs: PlanInputs, _ distribution: Distribution,
    _ moves: CapacityMoves
  ) -> [Ratio] {
    let areas = inputs.areas
    let lost = moves.moves.filter { $0.municipality == nil }
      .reduce(into: [Int: Int]()) { $0[$1.clinic, default: 0] += 1 }
    let counts: [Int] =
      switch plan.minimum.basis {
      case .distributed: distribution.councils
      case .deployed:
        // What is withdrawn and deployed anew stays in its council.
        inputs.clinics.indices.reduce(into: areas.councils.map { _ in 0 }) { counts, place in
          let clinic = inputs.clinics[place]
          counts[areas.municipalities[clinic.municipality].council] +=
            clinic.capacities - (lost[place] ?? 0)
        }
      }
    let needs = areas.byCouncil(distribution.need.needs)
    let mean = distribution.need.meanNeed
    func share(_ need: Int, _ capacities: Int) -> Ratio {
      Ratio(need) / mean / Ratio(max(1, capacities))
    }
    switch plan.minimum.level {
    case .council: return zip(needs, counts).map(share)
    case .nation:
      let all = share(needs.reduce(0, +), counts.reduce(0, +))
      return needs.map { _ in all }
    }
  }

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
    let day = plan.day.value
    needPerCapacity = ClinicMinimum.needPerCapacity(of: plan, with: inputs, distribution, moves)
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
    let notice = inputs.notices[place]?.given(
      since: facts.filter { $0.change > 0 }.map(\.decided).max())
    let earliest = MinimumNotice.day(
      raising: decided > clinic.minimum, decided: notice?.informed ?? day, notice: notice,
      noticeDays: noticeDays)
    let steps = steps(from: clinic.minimum, to: decided, earliest)
    let inForce = steps.last { $0.day <= day }?.number ?? clinic.minimum
    return ClinicMinimum(
      clinic: place, capacities: capacities[place], basis: basis, needPerPatient: needPerPatient,
      model: model, facts: facts, decided: decided, current: clinic.minimum,
      needsAgreementFirst: MinimumPatientNumber.needsAgreementFirst(
        proposed: decided, current: clinic.minimum, patients: clinic.patients,
        wellAbove: plan.minimum.wellAbove.central),
      notice: notice, earliest: earliest, steps: steps, inForce: inForce,
      mayClose: Intake.mayClose(patients: clinic.patients, minimum: inForce))
  }

  /// From when on the decided number holds: at once on the earliest day, or in steps from then on where
  /// the law has them.
  private func steps(
    from current: Int, to decided: Int, _ earliest: CalendarDate?
  ) -> [ClinicMinimum.Step] {
    guard let earliest else { return [] }
    guard decided > current, let completeBy, plan.minimum.phaseInSteps > 1 else {
      return [.init(day: earliest, number: decided)]
    }
    return PhaseIn(
      from: current, to: decided, beginning: earliest, completeBy: completeBy,
      steps: plan.minimum.phaseInSteps
    ).steps.map { .init(day: $0.day, number: $0.number) }
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

extension MinimumNotice {
  /// What was told since a fact was decided that raises the number: what was told before was of another
  /// number, and must be told anew.
  fileprivate func given(since decided: CalendarDate?) -> MinimumNotice {
    guard let decided else { return self }
    func since(_ day: CalendarDate?) -> CalendarDate? { day.flatMap { $0 < decided ? nil : $0 } }
    return MinimumNotice(
      informed: since(informed), calculations: since(calculations), population: since(population),
      complaint: since(complaint))
  }
}
