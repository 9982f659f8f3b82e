import Diagnostics
import RateBooks
import Rules
import Scenarios
import Units

/// What the law says of contacts in one calendar year, as far as a scenario uses it.
struct YearLaw: Sendable {
  /// Days of the year, from 0, on which a value changes or a month begins; rising from 0.
  let segments: [Int]
  /// The fees of each segment.
  let schedules: [FeeSchedule]
  let days: Int
  /// `nil` where copay has no ceiling.
  let ceiling: CopayCeiling?
  /// Whether a cell is exempt because of its age, on 1 January.
  let exemptAges: [ClosedRange<Int>]
  let dailyCap: DailyFeeCap?

  init(
    segments: [Int], schedules: [FeeSchedule], days: Int, ceiling: CopayCeiling?,
    exemptAges: [ClosedRange<Int>] = [], dailyCap: DailyFeeCap? = nil
  ) {
    precondition(segments.first == 0 && segments.count == schedules.count, "one schedule each")
    (self.segments, self.schedules, self.days) = (segments, schedules, days)
    (self.ceiling, self.exemptAges) = (ceiling, exemptAges)
    self.dailyCap = dailyCap
  }

  /// - Throws: ``Refusal`` when a fee is not known on one of the days.
  init(of scenario: NationalScenario) throws(Refusal) {
    let law = scenario.law
    let january = Month(year: scenario.year, number: 1)
    let uses = scenario.contacts.types.flatMap(\.fees)
    var starts = Set((0..<12).map { january.advanced(by: $0).firstDay })
    for use in uses where use.asOf == nil {
      starts.formUnion(law.fees[use.fee.value]?.series.periods.map(\.from) ?? [])
    }
    let inYear = starts.filter { $0.year == scenario.year }.sorted()
    segments = inYear.map { $0.dayOfYear }
    var schedules: [FeeSchedule] = []
    let adjustments = scenario.adjustments.compactMap(\.ofFees)
    for day in inYear {
      var schedule = try scenario.contacts.schedule(on: day, in: law)
      for staff in scenario.staff { schedule.letClaim(staff) }
      schedule.adjustments = adjustments
      schedules.append(schedule)
    }
    self.schedules = schedules
    days = january.daysInYear
    let first = january.firstDay
    ceiling = law.copayCeilings.inForce(on: first).map { [days] in
      CopayCeiling(amount: $0, days: days)
    }
    exemptAges = law.copayExemptions.rules.compactMap {
      $0.series.inForce(on: first)?.value.ages
    }
    dailyCap = law.dailyFeeCaps.inForce(on: first)
  }
}

extension Section {
  /// The value of the first rule that is in force on a day; `nil` when none is.
  func inForce(on day: CalendarDate) -> Value? {
    rules.lazy.compactMap { $0.series.inForce(on: day)?.value }.first
  }
}

extension CalendarDate {
  /// The place of the day in its year, from 0.
  var dayOfYear: Int {
    (1..<month).reduce(day - 1) { $0 + Month(year: year, number: $1).days }
  }
}

extension ContactSetting {
  /// The fees of the law, and the scenario's supplements as fees of their own.
  func schedule(on day: CalendarDate, in law: RateBook) throws(Refusal) -> FeeSchedule {
    var fees: [String: Fee] = [:]
    for type in types {
      for use in type.fees {
        let (_, _, period) = try law.fee(use.fee.value, on: use.asOf ?? day)
        fees[use.fee.value] = period.value
      }
      for supplement in type.supplements {
        var fee = Fee(
          refund: supplement.refund, copay: supplement.copay,
          patientPayment: supplement.patientPayment, times: .one)
        fee.conditions.onlySpecialists = supplement.onlySpecialists
        fees[type.code(of: supplement.name)] = fee
      }
    }
    return FeeSchedule(fees).adding(self)
  }
}

extension FeeSchedule {
  /// Residuals, whose part on certificates is a fee of its own account.
  fileprivate func adding(_ contacts: ContactSetting) -> FeeSchedule {
    var schedule = self
    for type in contacts.types {
      guard let name = type.residual?.value,
        let residual = contacts.residuals.first(where: { $0.name == name })
      else { continue }
      let weight = type.residualWeight?.central ?? .one
      schedule.fees[type.code(of: name)] = Fee(
        refund: residual.refund, copay: residual.copay, patientPayment: residual.patientPayment,
        times: weight)
      var certificates = Fee(
        refund: residual.certificates, copay: nil, patientPayment: nil, times: weight)
      certificates.budget = .certificates
      // A mean over contacts: the doctor writes them whoever sees the patient.
      certificates.isDelegable = true
      schedule.fees[type.certificateCode] = certificates
    }
    return schedule
  }
}

extension Fee {
  /// A fee of a scenario's own numbers, rounded to whole øre; the doctor's unless staff may claim it.
  fileprivate init(refund: Estimate?, copay: Estimate?, patientPayment: Estimate?, times: Ratio) {
    func money(_ estimate: Estimate?) -> Money {
      Money.kroner(1).scaled(by: (estimate?.central ?? .zero) * times)
    }
    let (refund, copay, payment) = (money(refund), money(copay), money(patientPayment))
    self.init(
      honorarium: refund + copay + payment, refund: refund, copay: copay,
      patientPayment: payment)
  }
}
