import Diagnostics
import Ledger
import RateBooks
import Rules
import Scenarios
import Units

/// What regions pay clinics in the plan's own year.
///
/// ```
/// base fee      = patients × rate
/// differentiated = the clinic's part of the pool (Rules: DifferentiatedBaseFee)
/// service fees  = rounded(patients × need × times a person) × fee, service by service
/// supplement    = held capacities × amount, in shortage areas of councils that may deploy new ones
/// coverage funds = the clinic's part of the money, by patients of shortage areas
/// ```
///
/// A number that is not published is no posting; the tables show it as missing.
///
/// - Unit: øre a year, each posting rounded once; pools are shared out without losing an øre.
struct PlanLedger {
  let plan: CapacityScenario
  let money: CapacityMoney
  let inputs: PlanInputs
  let minimums: [ClinicMinimum]
  let states: [CouncilState]
  private(set) var ledger = Ledger()

  init(
    of plan: CapacityScenario, _ money: CapacityMoney, with inputs: PlanInputs,
    _ minimums: [ClinicMinimum], _ states: [CouncilState]
  ) {
    (self.plan, self.money, self.inputs) = (plan, money, inputs)
    (self.minimums, self.states) = (minimums, states)
    postBaseFees()
    postPool()
    postServices()
    postSupplement()
    postCoverageFunds()
  }

  private mutating func post(
    _ amount: Money, to clinic: Int, as line: AccountLine, because origin: Int
  ) {
    ledger.post(
      Posting(
        payer: .region, payee: .practice, line: line, amount: amount,
        municipality: inputs.clinics[clinic].municipality, list: clinic, origin: origin))
  }

  private mutating func postBaseFees() {
    guard let rate = money.baseFee.estimate else { return }
    let origin = ledger.place(of: Origin(of: rate))
    for clinic in inputs.clinics.indices {
      post(inputs.clinics[clinic].patients * rate.money, to: clinic, as: .baseFee, because: origin)
    }
  }

  private mutating func postPool() {
    guard let setting = money.differentiated,
      let (name, law, period) = plan.law.pool(on: setting.asOf.value)
    else { return }
    let fee = DifferentiatedBaseFee(
      pool: law.pool, shortageShare: law.shortageShare, mostPerCapacity: law.mostPerCapacity,
      threshold: setting.threshold.central)
    let origin = ledger.place(
      of: Origin(
        name: name, rate: law.pool.description, position: period.position,
        source: period.reference.description))
    let payments = fee.payments(
      to: minimums.map { minimum in
        let clinic = inputs.clinics[minimum.clinic]
        return .init(
          capacities: minimum.capacities, patients: clinic.patients,
          isInShortageArea: isShort(clinic), needPerPatient: minimum.needPerPatient)
      })
    for (minimum, payment) in zip(minimums, payments) {
      post(payment.total, to: minimum.clinic, as: .differentiatedBaseFee, because: origin)
    }
  }

  private mutating func postServices() {
    for service in money.services {
      guard let (fee, origin) = price(of: service) else { continue }
      post(fee, service.perPerson.central, because: origin)
    }
    for service in inputs.services {
      let origin = Origin(
        name: service.name, rate: service.fee.description, position: service.position,
        source: money.serviceTable?.source.description ?? "")
      post(service.fee, service.perPerson, because: ledger.place(of: origin))
    }
  }

  /// Pays every clinic a fee as many times as its patients need.
  private mutating func post(_ fee: Money, _ perPerson: Ratio, because origin: Int) {
    for minimum in minimums {
      let patients = Ratio(inputs.clinics[minimum.clinic].patients)
      let times = (patients * minimum.needPerPatient * perPerson).rounded
      post(times * fee, to: minimum.clinic, as: .serviceFee, because: origin)
    }
  }

  private mutating func price(of service: CapacityMoney.Service) -> (Money, origin: Int)? {
    switch service.fee {
    case .amount(let amount): return (amount.money, ledger.place(of: Origin(of: amount)))
    case .law(let day):
      guard let (fee, period) = plan.law.fees[service.name.value]?.series.inForce(on: day) else {
        return nil
      }
      let origin = Origin(
        name: service.name.value, rate: fee.honorarium.description, position: period.position,
        source: period.reference.description)
      return (fee.honorarium, ledger.place(of: origin))
    }
  }

  private mutating func postSupplement() {
    let rule = plan.law.capacityRule(.temporarySupplement, on: plan.day.value)
    guard let amount = money.supplement?.estimate, let rule else { return }
    let origin = ledger.place(of: Origin(of: amount))
    for minimum in minimums {
      let clinic = inputs.clinics[minimum.clinic]
      let council = inputs.areas.municipalities[clinic.municipality].council
      guard isShort(clinic),
        TemporarySupplement.isAllowed(by: rule, hasRoomForNew: states[council].room > 0)
      else { continue }
      post(
        (clinic.capacities - inputs.holdings[minimum.clinic].vacant) * amount.money,
        to: minimum.clinic, as: .temporarySupplement,
        because: origin)
    }
  }

  private mutating func postCoverageFunds() {
    guard let amount = money.coverageFunds?.estimate,
      plan.law.capacityRule(.coverageFunds, on: plan.day.value) != nil
    else { return }
    let short = inputs.clinics.indices.filter { isShort(inputs.clinics[$0]) }
    let patients = short.map { inputs.clinics[$0].patients }
    guard patients.contains(where: { $0 > 0 }) else { return }
    let origin = ledger.place(of: Origin(of: amount))
    for (clinic, part) in zip(short, amount.money.split(by: patients)) {
      post(part, to: clinic, as: .coverageFunds, because: origin)
    }
  }

  private func isShort(_ clinic: Clinic) -> Bool {
    let code = inputs.areas.municipalities[clinic.municipality].code
    return money.shortageAreas.contains { $0.value == code }
  }
}
