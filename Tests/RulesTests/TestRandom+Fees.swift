import Rules
import TestSupport
import Units

/// A schedule and the contacts of one patient's year.
struct RandomYear {
  var schedule: FeeSchedule
  var ceiling: CopayCeiling
  var other: Money
  var contacts: [PatientYear.Contact]

  func payments(
    _ standing: Patient.Standing = .paying, cap: DailyFeeCap? = nil
  ) -> [ContactPayment] {
    let patient = Patient(standing: standing, otherCopay: other)
    let schedule = schedule
    return PatientYear(patient: patient, ceiling: ceiling, dailyCap: cap) { _ in schedule }
      .payments(for: contacts)
  }
}

extension TestRandom {
  private static let codes = ["a", "b", "c", "d", "e"]

  /// Fees of every kind; some of whom nobody knows who pays them.
  mutating func year(hasYearlyMost: Bool = false) -> RandomYear {
    var fees: [String: Fee] = [:]
    for code in Self.codes { fees[code] = fee(hasYearlyMost: hasYearlyMost) }
    let days = wholes(count: 0...12, in: 0...364).sorted()
    return RandomYear(
      schedule: FeeSchedule(fees),
      ceiling: CopayCeiling(amount: Money(ore: whole(in: 0...100_000)), days: 365),
      other: Money(ore: isTrue() ? 0 : whole(in: 0...100_000)), contacts: days.map { contact($0) })
  }

  mutating func contact(_ day: Int) -> PatientYear.Contact {
    var bill = Bill(
      contactType: "physical", performer: isTrue() ? .doctor : .nurse,
      minutes: whole(in: 0...60),
      claims: wholes(count: 0...5, in: 0...4).map {
        Claim(Self.codes[$0])
      })
    for claim in bill.claims.indices { bill.claims[claim].times = whole(in: 0...4) }
    return .init(day: day, service: isTrue() ? "gp" : "er", bill: bill)
  }

  private mutating func fee(hasYearlyMost: Bool) -> Fee {
    let parts = Amounts(
      refund: amount(), copay: amount(), patientPayment: isTrue() ? .zero : amount())
    var fee = Fee(
      honorarium: parts.honorarium, refund: whole(in: 0...9) == 0 ? nil : parts.refund,
      copay: parts.copay, isDelegable: isTrue(), patientPayment: parts.patientPayment,
      budget: isTrue() ? .care : .certificates)
    if isTrue() { fee.delegated = Amounts(refund: amount(), copay: amount()) }
    if isTrue() { fee.conditions.unit = .startedMinutes(each: 15, beyond: 20) }
    if isTrue() { fee.conditions.invalidWith = [Self.codes[whole(in: 0...4)]] }
    if isTrue() { fee.conditions.invalidWithFamilies = [FeeFamily(Self.codes[whole(in: 0...4)])] }
    if whole(in: 0...4) == 0 { fee.conditions.onlyBeside = [Self.codes[whole(in: 0...4)]] }
    if isTrue() { fee.conditions.requires = [Self.codes[whole(in: 0...4)]] }
    if isTrue() { fee.conditions.mostPerBill = whole(in: 1...3) }
    fee.conditions.repeatedShare = Ratio(whole(in: 0...4), over: 4)
    if isTrue() {
      fee.conditions.reducedFrom = whole(in: 1...3)
      fee.conditions.reducedShare = Ratio(whole(in: 0...3), over: 3)
    }
    if hasYearlyMost {
      fee.conditions.mostPerCalendarYear = whole(in: 1...6)
      fee.conditions.mostCountsPatient = isTrue()
    }
    return fee
  }

  private mutating func isTrue() -> Bool { whole(in: 0...1) == 1 }
  private mutating func amount() -> Money { Money(ore: whole(in: 0...40_000)) }
}
