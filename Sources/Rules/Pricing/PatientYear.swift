public import Units

/// The reference pricer: every contact of one patient in one calendar year, one at a time.
///
/// It is written to be read. The compiled pricer of a run gives the same to the øre, and a test
/// holds the two together over random populations and schedules.
///
/// For each day, in the order of time:
/// 1. each bill is reduced to its paid lines (``FeeSchedule/lines(of:)``),
/// 2. the cap per day strikes lines out,
/// 3. yearly maxima strike lines out,
/// 4. what is left is shared between state and patient.
public struct PatientYear: Sendable {
  public var patient: Patient
  /// The fees in force on a day of the year, from 0.
  public var schedule: @Sendable (_ day: Int) -> FeeSchedule
  /// `nil` where copay has no ceiling.
  public var ceiling: CopayCeiling?
  public var dailyCap: DailyFeeCap?

  public init(
    patient: Patient, ceiling: CopayCeiling?, dailyCap: DailyFeeCap? = nil,
    schedule: @escaping @Sendable (_ day: Int) -> FeeSchedule
  ) {
    (self.patient, self.schedule) = (patient, schedule)
    (self.ceiling, self.dailyCap) = (ceiling, dailyCap)
  }

  /// One contact of the year.
  public struct Contact: Hashable, Sendable {
    /// The day of the year, from 0.
    public var day: Int
    /// The service that sees the patient; yearly maxima may count them apart.
    public var service: String
    public var bill: Bill

    public init(day: Int, service: String, bill: Bill) {
      (self.day, self.service, self.bill) = (day, service, bill)
    }
  }

  /// What is paid for each contact.
  ///
  /// - Parameter contacts: In the order of time.
  /// - Returns: One payment per contact, in the same order.
  public func payments(for contacts: [Contact]) -> [ContactPayment] {
    var paidCopay = Money.zero
    var used: [Use: Int] = [:]
    var payments: [ContactPayment] = []
    var start = contacts.startIndex
    while start < contacts.endIndex {
      let day = contacts[start].day
      let end = contacts[start...].firstIndex { $0.day != day } ?? contacts.endIndex
      let today = capped(contacts[start..<end].map { schedule(day).lines(of: $0.bill) })
      for (contact, lines) in zip(contacts[start..<end], today) {
        let left = lines.filter { isWithinYear($0, of: contact, &used) }
        let payment = payment(for: left, on: day, after: paidCopay)
        if patient.standing == .paying { paidCopay += payment.copay }
        payments.append(payment)
      }
      start = end
    }
    return payments
  }

  private func capped(_ bills: [[PaidLine]]) -> [[PaidLine]] {
    guard let dailyCap else { return bills }
    let honoraria = bills.joined().filter { dailyCap.codes.contains($0.code) }
      .map(\.amounts.honorarium.ore)
    var answers = dailyCap.pays(honoraria)[...]
    return bills.map { lines in
      lines.filter { !dailyCap.codes.contains($0.code) || answers.removeFirst() }
    }
  }

  private struct Use: Hashable {
    var code: String
    var service: String
  }

  /// A line is paid whole or not at all, and what is not paid uses nothing up.
  private func isWithinYear(
    _ line: PaidLine, of contact: Contact, _ used: inout [Use: Int]
  ) -> Bool {
    guard let conditions = schedule(contact.day).fees[line.code]?.conditions,
      let most = conditions.mostPerYear
    else { return true }
    let service = conditions.mostCountsPatient ? "" : contact.service
    let use = Use(code: line.code, service: service)
    let now = used[use, default: 0] + line.times
    if now <= most { used[use] = now }
    return now <= most
  }

  private func payment(
    for lines: [PaidLine], on day: Int, after paid: Money
  ) -> ContactPayment {
    var payment = ContactPayment()
    var copay = Money.zero
    for line in lines {
      copay += line.amounts.copay
      payment.patientPayment += line.amounts.patientPayment
      switch (patient.standing, line.budget) {
      case (.uninsured, _): payment.uninsured += line.amounts.refund
      case (_, .care): payment.refund += line.amounts.refund
      case (_, .certificates): payment.certificates += line.amounts.refund
      }
    }
    switch patient.standing {
    case .exempt: payment.exemptCopay = copay
    case .uninsured: payment.copay = copay
    case .paying:
      let left = ceiling?.left(after: paid, other: patient.otherCopay, on: day)
      payment.copay = left.map { min($0, copay) } ?? copay
      payment.ceilingCopay = copay - payment.copay
    }
    return payment
  }
}

/// Who pays what for one contact.
public struct ContactPayment: Hashable, Sendable {
  /// The state's refund of care.
  public var refund = Money.zero
  /// The state's refund of certificates.
  public var certificates = Money.zero
  /// Copay the patient pays.
  public var copay = Money.zero
  /// Copay the state pays because the patient is above the ceiling.
  public var ceilingCopay = Money.zero
  /// Copay the state pays because the patient is exempt.
  public var exemptCopay = Money.zero
  /// Refunds an uninsured patient pays in person.
  public var uninsured = Money.zero
  /// What the patient pays outside the ceiling.
  public var patientPayment = Money.zero

  public init() {}

  /// What the practice receives.
  public var honorarium: Money {
    refund + certificates + copay + ceilingCopay + exemptCopay + uninsured + patientPayment
  }
}
