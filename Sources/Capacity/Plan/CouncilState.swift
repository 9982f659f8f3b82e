import Diagnostics
import RateBooks
import Rules
import Scenarios
import Units

/// How far a health council has come: capacities, who holds them, and lists, each by itself.
///
/// - Unit: capacities and persons on the day of the plan.
/// - Source: BEK 975 § 2 and § 6 (6); guidance on the regions' reporting, sections 1 and 3.
public struct CouncilState: Sendable {
  /// Its part of the national number.
  public var distributed = 0
  /// The most the law lets it have; `nil` where nobody set a ceiling.
  public var ceiling: Int?
  /// Allowed beyond the ceiling in an extraordinary situation.
  public var extraordinary = 0
  /// Tied to a clinic, whether anybody holds them or not.
  public var deployed = 0
  /// Of doctors on islands with few patients, left out of the count.
  public var leftOut = 0
  public var bySpecialists = 0
  public var underAgreement = 0
  public var vacant = 0
  /// Of the vacant ones, those that may be withdrawn.
  public var withdrawable = 0
  public var persons = 0
  public var patients = 0
  public var clinics = 0
  /// Clinics that take any patient, some, or none.
  public var open = 0
  public var selective = 0
  public var closed = 0

  /// What counts against the ceiling.
  public var counted: Int { deployed - leftOut }
  /// The ceiling, or what is distributed where there is none, and what comes on top of it.
  public var allowed: Int { (ceiling ?? distributed) + extraordinary }
  /// Capacities the region may still deploy; it need not.
  public var room: Int { max(0, allowed - counted) }
  /// Capacities deployed beyond what is allowed.
  public var beyond: Int { max(0, counted - allowed) }
  /// Inhabitants who are on nobody's list.
  public var withoutClinic: Int { max(0, persons - patients) }

  /// Before anything is withdrawn.
  static func states(
    of plan: CapacityScenario, with inputs: PlanInputs, _ distribution: Distribution
  ) -> [CouncilState] {
    let (areas, day) = (inputs.areas, plan.day.value)
    let law = plan.law
    let limit = law.limit(.islandPatients, on: day)?.rounded ?? 0
    let months = law.limit(.islandExemption, on: day)?.rounded ?? 0
    var states = areas.councils.indices.map { council in
      var state = CouncilState()
      state.distributed = distribution.councils[council]
      state.ceiling = distribution.ceilings[council]
      state.persons = areas.councils[council].municipalities.reduce(0) {
        $0 + distribution.need.persons[$1]
      }
      return state
    }
    for event in plan.events.extraordinary where event.holds(on: day) {
      guard let council = areas.councils.firstIndex(where: { $0.key == event.council.value })
      else { continue }
      states[council].extraordinary += event.capacities
    }
    for (clinic, holding) in zip(inputs.clinics, inputs.holdings) {
      let council = areas.municipalities[clinic.municipality].council
      states[council].add(clinic, held: holding)
      let isExempt =
        clinic.isOnIsland
        && IslandExemption.isExempt(
          patients: clinic.patients, limit: limit, reportedOn: plan.events.islandsReported,
          on: day, months: months)
      if isExempt { states[council].leftOut += clinic.capacities }
    }
    return states
  }

  /// After capacities were withdrawn; those that were deployed anew are counted where they were.
  static func states(
    _ states: [CouncilState], after moves: CapacityMoves, _ inputs: PlanInputs
  ) -> [CouncilState] {
    var states = states
    func council(of clinic: Int) -> Int {
      inputs.areas.municipalities[inputs.clinics[clinic].municipality].council
    }
    for (clinic, capacities) in moves.withdrawable {
      states[council(of: clinic)].withdrawable += capacities
    }
    for move in moves.moves where move.municipality == nil {
      states[council(of: move.clinic)].deployed -= 1
      states[council(of: move.clinic)].vacant -= 1
    }
    return states
  }

  private mutating func add(_ clinic: Clinic, held holding: CapacityHolding) {
    deployed += clinic.capacities
    bySpecialists += holding.specialists
    underAgreement += holding.underAgreement
    vacant += holding.vacant
    patients += clinic.patients
    clinics += 1
    switch clinic.intake {
    case .open: open += 1
    case .selective: selective += 1
    case .closed: closed += 1
    }
  }
}
