public import Diagnostics
import Documents
import RateBooks
public import Rules
public import Scenarios
import Units

/// Everything a plan reads from tables, once.
public struct PlanInputs: Sendable {
  public let areas: Areas
  public let need: NeedModel
  public let clinics: [Clinic]
  /// Who fills the capacities of each clinic.
  public let holdings: [CapacityHolding]
  /// Doctors who own more clinics than the law lets them, and how many.
  let owners: [(doctor: String, clinics: Int)]
  let ceilings: CeilingTable?
  let facts: [LocalFact]
  let notices: [Int: MinimumNotice]
  /// Services of the table of services.
  let services: [ServiceTable.Service]
  /// Persons and need of clinics whose patients are known.
  let patients: [Int: (persons: Int, need: Int)]
  /// What is told of the tables, though they are sound.
  public let tableNotices: [Notice]

  /// - Throws: ``Faults`` of every table that can be read without another that is unsound.
  public init(of plan: CapacityScenario, in file: ScenarioFile) throws(Faults) {
    var faults: [Diagnostic] = []
    func reading<Value>(
      _ table: TableFile?, as role: String, _ read: (String) throws(Faults) -> Value
    ) -> Value? {
      guard let table else { return nil }
      do throws(Faults) {
        return try read(file.resolved(table.file))
      } catch {
        faults += error.naming(role, table.file, relativeTo: "scenario").diagnostics
        return nil
      }
    }
    let areas = Areas(plan.law, on: plan.day.value)
    self.areas = areas
    let weightTables = plan.needWeights.compactMap { table in
      reading(table, as: "table of weights") { path throws(Faults) in
        try NeedWeights.Table(reading: path)
      }
    }
    let weights = weightTables.count < plan.needWeights.count ? nil : NeedWeights(weightTables)
    let need = weights.flatMap { weights in
      reading(plan.population, as: "table of the population") { path throws(Faults) in
        try NeedModel(reading: path, weights: weights, areas: areas)
      }
    }
    if let need,
      !need.span.contains(plan.years.lowerBound)
        || !need.span.contains(plan.years.upperBound)
    {
      faults.append(
        Diagnostic(
          "the population is known from \(need.span.lowerBound) to \(need.span.upperBound), and the "
            + "plan is of \(plan.years.lowerBound) to \(plan.years.upperBound)",
          at: plan.population.file.position, help: "add rows for the first and the last year"))
    }
    let table = reading(plan.clinics, as: "table of clinics") { path throws(Faults) in
      try ClinicTable(reading: path, areas: areas)
    }
    ceilings = reading(plan.capacities.ceilings, as: "table of ceilings") { path throws(Faults) in
      try CeilingTable(reading: path, areas: areas)
    }
    let places = table?.places ?? [:]
    // Without clinics every name of one would be a fault.
    let doctors = table.flatMap { _ in
      reading(plan.doctors, as: "table of doctors") { path throws(Faults) in
        try DoctorTable(reading: path, clinics: places)
      }
    }
    let facts = table.flatMap { _ in
      reading(plan.minimum.localFacts, as: "table of local facts") { path throws(Faults) in
        try LocalFactTable(reading: path, clinics: places).facts
      }
    }
    let notices = table.flatMap { _ in
      reading(plan.minimum.notices, as: "table of notices") { path throws(Faults) in
        try NoticeTable(reading: path, clinics: places).notices
      }
    }
    let patients = table.flatMap { _ in
      weights.flatMap { weights in
        reading(plan.clinicPatients, as: "table of clinics' patients") { path throws(Faults) in
          try ClinicPatientTable(reading: path, weights: weights, clinics: places).patients
        }
      }
    }
    let services = reading(plan.money?.serviceTable, as: "table of services") {
      path throws(Faults) in
      try ServiceTable(reading: path).services
    }
    let holdings = table.map { Self.holdings(of: $0.clinics, by: doctors) }
    if let table, let holdings {
      faults += Self.contradictions(in: plan, table.clinics, holdings)
    }
    faults += Self.paidTwice(in: plan, services ?? [])
    guard faults.isEmpty, let need, let table, let holdings else { throw Faults(faults) }
    self.need = need
    clinics = table.clinics
    self.holdings = holdings
    let most = plan.law.limit(.clinicsPerDoctor, on: plan.day.value)?.rounded ?? .max
    owners =
      doctors.map { table in
        YdernumberLimit.exceeding(owners: table.owners, most: most).map {
          (table.doctors[$0.doctor], $0.clinics)
        }
      } ?? []
    self.facts = facts ?? []
    self.services = services ?? []
    self.notices = notices ?? [:]
    self.patients = patients ?? [:]
    var told = InputNotices(of: plan, in: file)
    told.lookAtYears(of: need, ceilings)
    told.lookAtPeople(doctors, self.facts)
    told.lookAtClinics(table, holdings, self.patients, need)
    tableNotices = told.notices.inOrder
  }

  /// Who says what the ceilings are; none where there are none, or their table does not tell.
  public var ceilingSources: [CeilingSource] { ceilings?.sources ?? [] }

  /// Who fills what: by the table of doctors, or as the table of clinics says.
  private static func holdings(of clinics: [Clinic], by doctors: DoctorTable?) -> [CapacityHolding]
  {
    if let doctors {
      return CapacityHolding.of(
        capacities: clinics.map(\.capacities), engagements: doctors.engagements)
    }
    return clinics.map { clinic in
      let vacant = clinic.vacant ?? 0
      return CapacityHolding(
        specialists: clinic.capacities - vacant, underAgreement: 0, vacant: vacant)
    }
  }

  /// What the tables say otherwise than each other or than the day of the plan.
  private static func contradictions(
    in plan: CapacityScenario, _ clinics: [Clinic], _ holdings: [CapacityHolding]
  ) -> [Diagnostic] {
    let place = plan.clinics.file.position
    guard plan.doctors != nil || clinics.allSatisfy({ $0.vacant != nil }) else {
      return [
        Diagnostic(
          "nothing says which capacities are vacant", at: place,
          help: "fill the column 'vacant' of the table of clinics, or name a table of 'doctors'")
      ]
    }
    let vacancies = zip(clinics, holdings).compactMap { clinic, holding -> Diagnostic? in
      guard let vacant = clinic.vacant, vacant != holding.vacant else { return nil }
      return Diagnostic(
        "clinic '\(clinic.number)' has \(vacant) vacant capacities, and by the table of doctors "
          + "\(holding.vacant)", at: place, help: "mend one of the tables, or empty 'vacant'")
    }
    let later = clinics.filter { ($0.vacantSince ?? plan.day.value) > plan.day.value }.map {
      Diagnostic(
        "clinic '\($0.number)' has a capacity vacant since a day after the plan's", at: place,
        help: "write the first day it was vacant, \(plan.day.text) or before")
    }
    return Array((vacancies + later).prefix(50))
  }

  /// Services that stand both in the plan and in its table.
  private static func paidTwice(
    in plan: CapacityScenario, _ services: [ServiceTable.Service]
  ) -> [Diagnostic] {
    let named = Set(plan.money?.services.map(\.name.value) ?? [])
    return services.filter { named.contains($0.code) }.map {
      Diagnostic(
        "'\($0.code)' is among the plan's own 'services' too", at: $0.position,
        help: "keep one of them, or it is paid twice")
    }
  }
}
