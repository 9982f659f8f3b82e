import Diagnostics
import RateBooks
import Rules
import Scenarios
import Statistics
import Units

/// The way from the day of the plan to its last year, step by step.
///
/// Each year after the first: doctors leave; regions deploy capacities where there is room; new
/// doctors take vacant capacities, drawn by lot; the population changes; and whoever is on nobody's
/// list is taken by clinics that have not yet the patients they must have.
///
/// - Source: targets: BEK 975 and the FAQ, no. 1; the rest is a model with the assumptions of the
///   scenario.
public struct CapacityPath: Sendable {
  /// The country, year by year.
  public let nation: [PathYear]
  /// Health councils, year by year.
  public let councils: [[PathYear]]

  /// - Parameters:
  ///   - plan: The plan, with the numbers of this run.
  ///   - start: The plan's own year.
  ///   - run: Another run has other lots.
  /// - Throws: `Refusal` when a year cannot be shared out.
  init(of plan: CapacityScenario, from start: PathStart, run: Int) throws(Refusal) {
    var walk = PathWalk(plan: plan, start: start, run: run)
    var councils = [walk.state(in: plan.years.lowerBound, start.distribution)]
    for year in plan.years.dropFirst() {
      let distribution = try Distribution(of: plan, with: start.inputs, in: year)
      walk.live(through: year, distribution)
      councils.append(walk.state(in: year, distribution))
    }
    self.councils = councils
    nation = zip(plan.years, councils).map { year, councils in
      var sum = councils.reduce(PathYear(year: year)) { $0 + $1 }
      sum.target = plan.capacities.number(in: year)
      return sum
    }
  }
}

/// Where every run begins.
struct PathStart: Sendable {
  let inputs: PlanInputs
  let distribution: Distribution
  let clinics: [PathClinic]
  let closingLimit: Int

  init(
    of plan: CapacityScenario, with inputs: PlanInputs, _ distribution: Distribution,
    _ minimums: [ClinicMinimum], _ moves: CapacityMoves
  ) {
    (self.inputs, self.distribution) = (inputs, distribution)
    closingLimit = max(1, plan.law.limit(.closingLimit, on: plan.day.value)?.rounded ?? .max)
    let areas = inputs.areas
    var clinics = minimums.map { minimum in
      let clinic = inputs.clinics[minimum.clinic]
      let filled = clinic.capacities - inputs.holdings[minimum.clinic].vacant
      return PathClinic(
        municipality: clinic.municipality,
        council: areas.municipalities[clinic.municipality].council,
        capacities: max(filled, minimum.capacities), filled: filled, patients: clinic.patients,
        needPerPatient: max(1, (minimum.needPerPatient * Ratio(1_000_000)).rounded),
        change: minimum.facts.map(\.change).reduce(0, +), isOpen: clinic.intake != .closed)
    }
    for place in moves.moves.compactMap(\.municipality) {
      clinics.append(.new(in: place, of: areas, need: distribution.need))
    }
    self.clinics = clinics
  }
}

extension PathClinic {
  /// A capacity of its own that nobody holds yet.
  static func new(in municipality: Int, of areas: Areas, need: NeedModel.Year) -> PathClinic {
    let needPerPatient = (need.needPerPerson(in: municipality) * Ratio(1_000_000)).rounded
    return PathClinic(
      municipality: municipality, council: areas.municipalities[municipality].council,
      capacities: 1, filled: 0, patients: 0, needPerPatient: max(1, needPerPatient), change: 0,
      isOpen: true)
  }
}

/// The clinics of one run as they are now.
private struct PathWalk {
  let plan: CapacityScenario
  let start: PathStart
  let run: Int
  var clinics: [PathClinic]
  private var openings: [Int]
  private var closings: [Int]

  init(plan: CapacityScenario, start: PathStart, run: Int) {
    (self.plan, self.start, self.run) = (plan, start, run)
    clinics = start.clinics
    openings = start.inputs.areas.councils.map { _ in 0 }
    closings = openings
  }

  private var areas: Areas { start.inputs.areas }

  /// A subject of a lot: no two decisions of any two runs share one.
  private func subject(_ year: Int, _ clinic: Int, _ slot: Int) -> Int {
    ((run * 400 + year - plan.years.lowerBound) * 1_000_000 + clinic) * 1_000 + slot
  }

  mutating func live(through year: Int, _ distribution: Distribution) {
    doctorsLeave(in: year)
    deploy(in: year, distribution)
    doctorsCome(in: year)
    withdrawVacant(in: year, distribution)
    patientsFindClinics(distribution)
  }

  private mutating func doctorsLeave(in year: Int) {
    let lot = NamedStream(seed: plan.seed, decision: "capacity.leaving")
    let limit = Threshold.of(plan.supply.leaving.central.double)
    for clinic in clinics.indices where clinics[clinic].filled > 0 {
      let leaving = (0..<clinics[clinic].filled).count { slot in
        lot.bits(for: subject(year, clinic, slot)) >> 32 < limit
      }
      clinics[clinic].filled -= leaving
    }
  }

  /// Regions use a part of the room the distribution leaves them, where their municipalities lack most.
  private mutating func deploy(in year: Int, _ distribution: Distribution) {
    var deployed = areas.municipalities.map { _ in 0 }
    for clinic in clinics { deployed[clinic.municipality] += clinic.capacities }
    for (place, council) in areas.councils.enumerated() {
      let allowed = distribution.councils[place] + extraordinary(in: council, year)
      let room = allowed - council.municipalities.reduce(0) { $0 + deployed[$1] }
      guard room > 0 else { continue }
      for _ in 0..<(Ratio(room) * plan.supply.deployed.central).rounded {
        guard let lacking = distribution.lacksMost(in: council, having: deployed) else { break }
        deployed[lacking] += 1
        clinics.append(.new(in: lacking, of: areas, need: distribution.need))
      }
    }
  }

  /// What a region may deploy beyond the distribution in a year. What it has deployed then stays.
  private func extraordinary(in council: Areas.Council, _ year: Int) -> Int {
    plan.events.extraordinary.reduce(0) { sum, event in
      let holds = (event.from.year...event.until.year).contains(year)
      return holds && event.council.value == council.key ? sum + event.capacities : sum
    }
  }

  /// A capacity that is vacant at both ends of a year goes where its health council lacks most, or falls
  /// away where the council has more than it may; a clinic keeps what its patients need, as in
  /// ``CapacityMoves``.
  private mutating func withdrawVacant(in year: Int, _ distribution: Distribution) {
    guard plan.events.withdrawsVacant else { return }
    var deployed = areas.municipalities.map { _ in 0 }
    for clinic in clinics { deployed[clinic.municipality] += clinic.capacities }
    var beyond = areas.councils.indices.map { place in
      let allowed = distribution.ceilings[place] ?? distribution.councils[place]
      let council = areas.councils[place]
      let more = extraordinary(in: council, year)
      return max(0, council.municipalities.reduce(0) { $0 + deployed[$1] } - allowed - more)
    }
    for place in clinics.indices {
      let (home, council) = (clinics[place].municipality, clinics[place].council)
      for _ in 0..<clinics[place].withdrawable(closingLimit: start.closingLimit) {
        deployed[home] -= 1
        guard beyond[council] == 0 else {
          beyond[council] -= 1
          clinics[place].capacities -= 1
          continue
        }
        let lacking = distribution.lacksMost(
          in: areas.councils[council], having: deployed, ratherIn: home)
        deployed[lacking ?? home] += 1
        guard let lacking, lacking != home else { continue }
        clinics[place].capacities -= 1
        clinics.append(.new(in: lacking, of: areas, need: distribution.need))
      }
    }
    for place in clinics.indices { clinics[place].vacantBefore = clinics[place].vacant }
  }

  /// New doctors take vacant capacities, each vacant one as likely as another.
  private mutating func doctorsCome(in year: Int) {
    let lot = NamedStream(seed: plan.seed, decision: "capacity.coming")
    var vacancies: [(bits: UInt64, clinic: Int)] = []
    for clinic in clinics.indices {
      for slot in 0..<clinics[clinic].vacant {
        vacancies.append((lot.bits(for: subject(year, clinic, slot)), clinic))
      }
    }
    vacancies.sort { ($0.bits, $0.clinic) < ($1.bits, $1.clinic) }
    for vacancy in vacancies.prefix(plan.supply.newDoctors.central.rounded) {
      clinics[vacancy.clinic].filled += 1
    }
  }

  private mutating func patientsFindClinics(_ distribution: Distribution) {
    let needs = areas.byCouncil(distribution.need.needs)
    let persons = areas.byCouncil(distribution.need.persons)
    let mean = distribution.need.meanNeed
    var members: [[Int]] = areas.councils.map { _ in [] }
    for clinic in clinics.indices { members[clinics[clinic].council].append(clinic) }
    for council in areas.councils.indices {
      let capacities = members[council].reduce(0) { $0 + clinics[$1].capacities }
      let needPerCapacity =
        (Ratio(needs[council]) / mean * Ratio(1_000_000, over: max(1, capacities))).rounded
      settle(members[council], persons: persons[council], needPerCapacity, council)
    }
  }

  private mutating func settle(
    _ members: [Int], persons: Int, _ needPerCapacity: Int, _ council: Int
  ) {
    let limit = start.closingLimit
    (openings[council], closings[council]) = (0, 0)
    // Nobody has more patients than a capacity may be asked to have; a clinic without a doctor none.
    for clinic in members {
      clinics[clinic].patients = min(clinics[clinic].patients, clinics[clinic].filled * limit)
    }
    let listed = members.reduce(0) { $0 + clinics[$1].patients }
    if listed > persons, listed > 0 {
      let left = largestRemainder(persons, by: members.map { clinics[$0].patients })
      for (clinic, patients) in zip(members, left) { clinics[clinic].patients = patients }
    }
    let beyond = Ratio.one + plan.supply.beyondMinimum.central
    let minimums = members.map {
      clinics[$0].minimum(needPerCapacity: needPerCapacity, closingLimit: limit)
    }
    let rooms = zip(members, minimums).map { clinic, minimum in
      let most = min((Ratio(minimum) * beyond).rounded, clinics[clinic].filled * limit)
      return max(0, most - clinics[clinic].patients)
    }
    let seeking = max(0, persons - listed)
    let room = rooms.reduce(0, +)
    let taken =
      room <= seeking || room == 0 ? rooms : largestRemainder(seeking, by: rooms)
    for (place, clinic) in members.enumerated() {
      let mustTake = clinics[clinic].filled > 0 && clinics[clinic].patients < minimums[place]
      if mustTake, !clinics[clinic].isOpen { openings[council] += 1 }
      let wasOpen = clinics[clinic].isOpen || mustTake
      clinics[clinic].patients += taken[place]
      let isOpen = clinics[clinic].patients < minimums[place]
      if wasOpen, !isOpen { closings[council] += 1 }
      clinics[clinic].isOpen = isOpen
    }
  }

  /// How far health councils have come.
  func state(in year: Int, _ distribution: Distribution) -> [PathYear] {
    let persons = areas.byCouncil(distribution.need.persons)
    var states = areas.councils.indices.map { council in
      var state = PathYear(year: year)
      state.target = distribution.councils[council]
      state.persons = persons[council]
      state.openings = openings[council]
      state.closings = closings[council]
      return state
    }
    for clinic in clinics {
      states[clinic.council].deployed += clinic.capacities
      states[clinic.council].filled += clinic.filled
      states[clinic.council].listed += clinic.patients
      states[clinic.council].listedNeed += clinic.patients * clinic.needPerPatient
    }
    return states
  }
}
