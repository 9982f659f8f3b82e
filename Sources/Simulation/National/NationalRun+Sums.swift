import Diagnostics
public import RateBooks
public import Rules
public import Scenarios
public import Units

/// Who paid what for some contacts.
public struct ContactSums: Hashable, Sendable {
  public var contacts = 0
  /// The state's refunds of care and of certificates.
  public var refund = Money.zero
  public var certificates = Money.zero
  /// Copay by who pays it: patients, or the state above the ceiling and for the exempt.
  public var copay = Money.zero
  public var ceilingCopay = Money.zero
  public var exemptCopay = Money.zero
  /// Refunds the uninsured pay in person.
  public var uninsured = Money.zero
  /// Outside the ceiling.
  public var patientPayment = Money.zero

  /// What those who see the patients receive.
  public var honorarium: Money {
    refund + certificates + copay + ceilingCopay + exemptCopay + uninsured + patientPayment
  }

  init(_ vector: PaymentVector) {
    typealias Lane = PaymentVector.Lane
    contacts = vector[Lane.contacts]
    refund = Money(ore: vector[Lane.refund])
    certificates = Money(ore: vector[Lane.certificates])
    copay = Money(ore: vector[Lane.copay])
    ceilingCopay = Money(ore: vector[Lane.ceilingCopay])
    exemptCopay = Money(ore: vector[Lane.exemptCopay])
    uninsured = Money(ore: vector[Lane.uninsured])
    patientPayment = Money(ore: vector[Lane.patientPayment])
  }
}

extension NationalRun {
  /// The contacts of a type, by its place in the scenario.
  public func sums(ofType place: Int) -> ContactSums {
    sums { kind, _ in kind.type == place }
  }

  /// The contacts with a service.
  public func sums(of service: Service) -> ContactSums {
    sums { kind, _ in kind.service == service }
  }

  /// Consultations and simple contacts at some practices with lists.
  ///
  /// - Parameter practices: Told the kind of practice.
  /// - Returns: How many.
  public func visits(at practices: (PracticeKind) -> Bool) -> Int {
    sums { kind, practice in kind.service != .outOfHours && practices(practice) }.contacts
  }

  /// The contacts with the practice of a list.
  public func sums(ofList list: Int) -> ContactSums { ContactSums(byList[list * 2]) }

  /// The contacts of some classes at some kinds of practice.
  func sums(where isCounted: (ContactClass, PracticeKind) -> Bool) -> ContactSums {
    let classes = year.model.classes
    var sum = PaymentVector.zero
    for (place, vector) in byClass.enumerated()
    where isCounted(classes[place % classes.count], year.kinds[place / classes.count].last) {
      sum &+= vector
    }
    return ContactSums(sum)
  }

  /// What persons of an age group did.
  public struct AgeUse: Hashable, Sendable {
    public var persons: Int
    public var contacts: Int
    /// Persons with at least one.
    public var withAny: Int

    /// Contacts per person and year.
    public var mean: Ratio { Ratio(contacts, over: max(persons, 1)) }
    /// The share of persons with at least one.
    public var share: Ratio { Ratio(withAny, over: max(persons, 1)) }
  }

  /// Contacts of an age group with a service, by the group's place in the scenario.
  public func use(of service: Service, inGroup group: Int) -> AgeUse {
    let column = Service.allCases.firstIndex(of: service) ?? 0
    var sum = AgeUse(persons: 0, contacts: 0, withAny: 0)
    for row in [group * 2, group * 2 + 1] where row < use.rows {
      sum.persons += use.persons(row)
      sum.contacts += use.contacts(row, column)
      sum.withAny += use.withAny(row, column)
    }
    return sum
  }

  /// The prices behind the contacts: each fee with the periods it is taken from in the year.
  public var feePeriods: [(code: String, period: Period<Fee>)] {
    var seen: Set<String> = []
    let january = Month(year: scenario.year, number: 1).firstDay
    return scenario.contacts.types.flatMap(\.fees).flatMap { use in
      guard seen.insert(use.fee.value).inserted else { return [(String, Period<Fee>)]() }
      let changes = use.daysOfChange(in: scenario.law).filter {
        $0.year == scenario.year && $0 != january
      }
      var positions: Set<SourcePosition> = []
      return ([january] + changes.sorted()).compactMap { day in
        // A fee the year does not know was refused before there was a run.
        guard let period = try? use.period(on: day, in: scenario.law),
          positions.insert(period.position).inserted
        else { return nil }
        return (use.fee.value, period)
      }
    }
  }
}
