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
/// 4. what is left is shared between state and patient,
///
/// and at the end of the year the state pays what is above the copay ceiling.
public struct PatientYear: Sendable {
  public var patient: Patient
  /// `nil` where copay has no ceiling.
  public var ceiling: CopayCeiling?
  /// The law of a day of the year, from 0.
  public var law: @Sendable (_ day: Int) -> DayLaw

  /// What the law says of one day.
  public struct DayLaw: Sendable {
    /// The fees in force.
    public var schedule: FeeSchedule
    /// Each strikes out what those before it left.
    public var dailyCaps: [DailyFeeCap]
    /// Whether the patient is exempt from copay because of age.
    public var isExempt: Bool

    public init(_ schedule: FeeSchedule, dailyCaps: [DailyFeeCap] = [], isExempt: Bool = false) {
      (self.schedule, self.dailyCaps, self.isExempt) = (schedule, dailyCaps, isExempt)
    }
  }

  public init(
    patient: Patient, ceiling: CopayCeiling?, law: @escaping @Sendable (_ day: Int) -> DayLaw
  ) {
    (self.patient, self.ceiling, self.law) = (patient, ceiling, law)
  }

  /// The same fees, and the same cap, on every day.
  public init(
    patient: Patient, ceiling: CopayCeiling?, dailyCap: DailyFeeCap? = nil,
    schedule: @escaping @Sendable (_ day: Int) -> FeeSchedule
  ) {
    let caps = [dailyCap].compactMap(\.self)
    self.init(patient: patient, ceiling: ceiling) { DayLaw(schedule($0), dailyCaps: caps) }
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
    var used: [Use: Int] = [:]
    var payments: [ContactPayment] = []
    var start = contacts.startIndex
    while start < contacts.endIndex {
      let day = contacts[start].day
      let end = contacts[start...].firstIndex { $0.day != day } ?? contacts.endIndex
      let law = law(day)
      let today = capped(
        contacts[start..<end].map { law.schedule.lines(of: $0.bill) }, by: law.dailyCaps)
      for (contact, lines) in zip(contacts[start..<end], today) {
        let left = lines.filter { isWithinYear($0, of: contact, &used) }
        payments.append(payment(for: left, standing: patient.standing(under: law)))
      }
      start = end
    }
    return waived(payments, on: contacts.map(\.day))
  }

  private func capped(_ bills: [[PaidLine]], by caps: [DailyFeeCap]) -> [[PaidLine]] {
    caps.reduce(bills) { bills, cap in
      let honoraria = bills.joined().filter { cap.codes.contains($0.code) }
        .map(\.amounts.honorarium.ore)
      var answers = cap.pays(honoraria)[...]
      return bills.map { lines in
        lines.filter { !cap.codes.contains($0.code) || answers.removeFirst() }
      }
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
    guard let conditions = law(contact.day).schedule.fees[line.code]?.conditions,
      let most = conditions.mostPerYear
    else { return true }
    let service = conditions.mostCountsPatient ? "" : contact.service
    let use = Use(code: line.code, service: service)
    let now = used[use, default: 0] + line.times
    if now <= most { used[use] = now }
    return now <= most
  }

  /// Who pays, with nothing above a ceiling.
  private func payment(for lines: [PaidLine], standing: Patient.Standing) -> ContactPayment {
    var payment = ContactPayment()
    var copay = Money.zero
    for line in lines {
      copay += line.amounts.copay
      payment.patientPayment += line.amounts.patientPayment
      switch (standing, line.budget) {
      case (.uninsured, _): payment.uninsured += line.amounts.refund
      case (_, .care): payment.refund += line.amounts.refund
      case (_, .certificates): payment.certificates += line.amounts.refund
      }
    }
    switch standing {
    case .exempt: payment.exemptCopay = copay
    case .uninsured, .paying: payment.copay = copay
    }
    return payment
  }

  /// Lets the state pay what is above the ceiling.
  private func waived(_ payments: [ContactPayment], on days: [Int]) -> [ContactPayment] {
    guard let ceiling, patient.standing == .paying else { return payments }
    let paying = payments.indices.filter { !law(days[$0]).isExempt }
    let borne = ceiling.borne(
      of: paying.map { .init(day: days[$0], copay: payments[$0].copay) }, other: patient.otherCopay
    ) { day in (0..<day).count { !law($0).isExempt } }
    var payments = payments
    for (place, own) in zip(paying, borne) {
      payments[place].ceilingCopay = payments[place].copay - own
      payments[place].copay = own
    }
    return payments
  }
}

extension Patient {
  /// Who pays on a day.
  fileprivate func standing(under law: PatientYear.DayLaw) -> Standing {
    standing == .paying && law.isExempt ? .exempt : standing
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
