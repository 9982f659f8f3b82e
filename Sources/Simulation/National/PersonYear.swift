public import Diagnostics
import Practices
public import Rules
public import Scenarios
public import Units

/// One person's year as the reference pricer sees it: what ``NationalRun`` adds up, in the open.
public struct PersonYear: Sendable {
  public var age: Int
  public var isWoman: Bool
  public var patient: Patient
  /// Days of the year on which the person is exempt from copay because of age, of all its days.
  public var exemptDays: Int
  public var days: Int
  /// The copay ceilings of the year, each with its first day; none where copay has no ceiling.
  public var ceilings: [(from: CalendarDate, amount: Money?)]
  /// In the order of time.
  public var contacts: [Contact]

  public struct Contact: Sendable {
    public var day: CalendarDate
    public var type: ContactType
    public var bill: Bill
    /// What the bill is reduced to when nothing but the bill is known.
    public var lines: [PaidLine]
    public var payment: ContactPayment
  }
}

extension NationalYear {
  /// The year of one person.
  ///
  /// - Parameters:
  ///   - place: The person's place on the list, from 0; below its length.
  ///   - list: The place of the list in ``nation``.
  /// - Throws: ``Refusal`` when the law has a gap.
  /// - Returns: Every contact with its bill, its lines and who pays.
  public func person(_ place: Int, onList list: Int) throws(Refusal) -> PersonYear {
    let law = try YearLaw(of: scenario)
    let block = drawn(list..<list + 1).inOrder()
    let cell = PersonCell(code: block.people.cells[place])
    let own = block.people.standings[place]
    let patient = Patient(
      standing: own.contains(.uninsured) ? .uninsured : own.contains(.exempt) ? .exempt : .paying,
      otherCopay: Money(ore: Int(block.otherCopay[place])))
    let dayLaw = { @Sendable (day: Int) in
      let law = law.laws[law.segment(of: day)]
      return PatientYear.DayLaw(
        law.schedule, dailyCaps: law.dailyCaps, isExempt: law.isExempt(cell.age))
    }
    let kind = kinds[Int(kindOfList[list])]
    func bill(_ contact: (day: Int, kind: ContactClass)) -> Bill {
      contact.kind.bill(
        at: kind.kind(on: contact.day),
        without: law.laws[law.segment(of: contact.day)].waitingStaff)
    }
    let contacts = block.contacts[Int(block.starts[place])..<Int(block.starts[place + 1])].map {
      (day: Int($0 >> 16), kind: model.classes[Int($0 & 0xffff)])
    }
    let payments = PatientYear(
      patient: patient, ceiling: law.ceiling, law: dayLaw
    ).payments(
      for: contacts.map {
        .init(day: $0.day, service: $0.kind.service.rawValue, bill: bill($0))
      })
    let exemptDays = (0..<law.days).count { law.laws[law.segment(of: $0)].isExempt(cell.age) }
    return PersonYear(
      age: cell.age, isWoman: cell.sex == .female, patient: patient,
      exemptDays: patient.standing == .paying ? exemptDays : 0, days: law.days,
      ceilings: (law.ceiling?.periods ?? []).map {
        (CalendarDate(dayOfYear: $0.from, of: scenario.year), $0.amount)
      },
      contacts: zip(contacts, payments).map { contact, payment in
        let bill = bill(contact)
        return PersonYear.Contact(
          day: CalendarDate(dayOfYear: contact.day, of: scenario.year),
          type: scenario.contacts.types[contact.kind.type], bill: bill,
          lines: dayLaw(contact.day).schedule.lines(of: bill), payment: payment)
      })
  }
}

extension CalendarDate {
  /// - Parameters:
  ///   - place: The place of the day in its year, from 0.
  ///   - year: The year.
  fileprivate init(dayOfYear place: Int, of year: Int) {
    var (month, left) = (Month(year: year, number: 1), place)
    while left >= month.days {
      left -= month.days
      month = month.advanced(by: 1)
    }
    guard let day = CalendarDate(year: year, month: month.number, day: left + 1) else {
      preconditionFailure("a year has \(place + 1) days or more")
    }
    self = day
  }
}
