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
    if let table, plan.doctors == nil, table.clinics.contains(where: { $0.vacant == nil }) {
      faults.append(
        Diagnostic(
          "nothing says which capacities are vacant", at: plan.clinics.file.position,
          help: "fill the column 'vacant' of the table of clinics, or name a table of 'doctors'"))
    }
    guard faults.isEmpty, let need, let table else { throw Faults(faults) }
    self.need = need
    clinics = table.clinics
    holdings =
      doctors.map {
        CapacityHolding.of(
          capacities: table.clinics.map(\.capacities), engagements: $0.engagements)
      }
      ?? table.clinics.map { clinic in
        let vacant = clinic.vacant ?? 0
        return CapacityHolding(
          specialists: clinic.capacities - vacant, underAgreement: 0, vacant: vacant)
      }
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
  }
}
