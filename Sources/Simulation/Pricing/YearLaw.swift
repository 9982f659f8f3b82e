import Diagnostics
import RateBooks
import Rules
import Scenarios
import Units

/// What the law says of contacts in one calendar year, as far as a scenario uses it.
struct YearLaw: Sendable {
  /// Days of the year, from 0, on which a value changes or a month begins; rising from 0.
  let segments: [Int]
  /// The law of each segment.
  let laws: [SegmentLaw]
  let days: Int
  /// What follows above a copay ceiling.
  let card: CopayCard

  /// What holds in one segment.
  struct SegmentLaw: Hashable, Sendable {
    var schedule: FeeSchedule
    /// `nil` where copay has no ceiling.
    var ceiling: Money?
    /// Who is exempt because of age on 1 January.
    var exemptAges: [ClosedRange<Int>] = []
    var dailyCaps: [DailyFeeCap] = []
    /// Staff settings that are not in force yet, by place: the doctor takes their contacts.
    var waitingStaff: Set<Int> = []

    func isExempt(_ age: Int) -> Bool { exemptAges.contains { $0.contains(age) } }
  }

  init(segments: [Int], laws: [SegmentLaw], days: Int, card: CopayCard = CopayCard()) {
    precondition(segments.first == 0 && segments.count == laws.count, "one law each")
    (self.segments, self.laws, self.days, self.card) = (segments, laws, days, card)
  }

  /// - Throws: ``Refusal`` when a fee is not known on one of the days.
  init(of scenario: NationalScenario) throws(Refusal) {
    let law = scenario.law
    let january = Month(year: scenario.year, number: 1)
    let starts = scenario.daysOfChange.union((0..<12).map { january.advanced(by: $0).firstDay })
    let inYear = starts.filter { $0.year == scenario.year }.sorted()
    var laws: [SegmentLaw] = []
    for day in inYear {
      var schedule = try scenario.contacts.schedule(on: day, in: law)
      var waiting: Set<Int> = []
      for (place, staff) in scenario.staff.enumerated() {
        if staff.isInForce(on: day) { schedule.letClaim(staff) } else { waiting.insert(place) }
      }
      schedule.adjustments = scenario.adjustments.filter { $0.isInForce(on: day) }
        .compactMap(\.ofFees)
      laws.append(
        SegmentLaw(
          schedule: schedule, ceiling: law.copayCeilings.inForce(on: day),
          exemptAges: law.copayExemptions.allInForce(on: day).map(\.ages),
          dailyCaps: law.dailyFeeCaps.allInForce(on: day), waitingStaff: waiting))
    }
    self.init(
      segments: inYear.map { january.firstDay.days(until: $0) }, laws: laws,
      days: january.daysInYear, card: law.copayCards.inForce(on: january.firstDay) ?? CopayCard())
  }

  /// The place of the segment a day is in.
  func segment(of day: Int) -> Int { segments.lastIndex { $0 <= day } ?? 0 }

  /// The ceilings through the year, each from the day it differs from the one before; `nil` where there
  /// is none all year.
  var ceiling: CopayCeiling? {
    guard laws.contains(where: { $0.ceiling != nil }) else { return nil }
    let changes = laws.indices.filter { $0 == 0 || laws[$0].ceiling != laws[$0 - 1].ceiling }
    return CopayCeiling(
      changes.map { .init(from: segments[$0], amount: laws[$0].ceiling) }, days: days, card: card)
  }
}

extension NationalScenario {
  /// Days on which the law of contacts may change: dated values of what contacts use, and proposals that
  /// begin on a day. Those outside the year are among them.
  fileprivate var daysOfChange: Set<CalendarDate> {
    var days: Set<CalendarDate> = []
    for use in contacts.types.flatMap(\.fees) {
      days.formUnion(use.daysOfChange(in: law))
    }
    days.formUnion(law.copayCeilings.daysOfChange)
    days.formUnion(law.copayExemptions.daysOfChange)
    days.formUnion(law.dailyFeeCaps.daysOfChange)
    days.formUnion(adjustments.compactMap(\.from?.value))
    days.formUnion(staff.compactMap(\.from?.value))
    days.formUnion([practices.companies?.from?.value].compactMap(\.self))
    return days
  }
}

extension ContactSetting {
  /// The fees of the law, and the scenario's supplements as fees of their own.
  func schedule(on day: CalendarDate, in law: RateBook) throws(Refusal) -> FeeSchedule {
    var fees: [String: Fee] = [:]
    for type in types {
      for use in type.fees {
        fees[use.fee.value] = try use.period(on: day, in: law)?.value
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
