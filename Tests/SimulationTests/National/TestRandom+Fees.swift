import Rules
import Scenarios
import TestSupport
import Units

@testable import Simulation

private let codes = ["a", "b", "c", "d", "e", "f"]
private let types = ["physical", "electronic"]

extension TestRandom {
  fileprivate mutating func happens(oneIn count: Int) -> Bool { whole(in: 1...count) == 1 }

  fileprivate mutating func some<Value: Hashable>(of values: [Value]) -> Set<Value> {
    Set(values.filter { _ in happens(oneIn: 2) })
  }

  fileprivate mutating func one<Value>(of values: [Value]) -> Value {
    values[whole(in: 0...values.count - 1)]
  }

  fileprivate mutating func money(upTo ore: Int) -> Money { Money(ore: whole(in: 0...ore)) }
}

extension PracticeKind {
  static func random(_ random: inout TestRandom) -> PracticeKind {
    PracticeKind(
      form: random.one(of: PracticeForm.allCases.filter(\.holdsLists)),
      isSpecialist: random.happens(oneIn: 2), meetsOwnershipRule: random.happens(oneIn: 2))
  }
}

extension ContactClass {
  static func random(_ random: inout TestRandom, service: Service) -> ContactClass {
    let claims = (0..<random.whole(in: 0...5)).map { _ in
      Claim(random.one(of: codes + ["unknown"]), times: random.whole(in: 0...4))
    }
    // Staff takes the contact in some practices; in the others the doctor does.
    let staff = random.happens(oneIn: 2) ? 0 : nil
    let practices = PracticeScope(
      forms: random.happens(oneIn: 2) ? [] : random.some(of: PracticeForm.allCases),
      specialists: random.one(of: [true, false, nil]),
      requiresOwnership: random.happens(oneIn: 3))
    return ContactClass(
      type: 0, service: service, chance: 1,
      bill: Bill(
        contactType: random.one(of: types), time: random.one(of: TimeOfDay.allCases),
        performer: staff == nil ? .doctor : random.one(of: Profession.allCases),
        minutes: random.whole(in: 0...60), namesProcedure: random.happens(oneIn: 2),
        namesDiagnosis: !random.happens(oneIn: 4), claims: claims),
      staff: staff, staffPractices: practices)
  }
}

extension Fee {
  static func random(_ random: inout TestRandom) -> Fee {
    func amounts(_ random: inout TestRandom) -> Amounts {
      Amounts(
        refund: random.money(upTo: 30_000), copay: random.money(upTo: 30_000),
        patientPayment: random.happens(oneIn: 3) ? random.money(upTo: 5_000) : .zero)
    }
    let own = amounts(&random)
    var fee = Fee(
      honorarium: own.honorarium, refund: random.happens(oneIn: 12) ? nil : own.refund,
      copay: own.copay, isDelegable: random.one(of: [true, false, nil]),
      patientPayment: own.patientPayment, budget: random.one(of: Budget.allCases),
      conditions: .random(&random))
    if random.happens(oneIn: 2) { fee.delegated = amounts(&random) }
    if random.happens(oneIn: 3) { fee.delegatedTo[.nurse] = amounts(&random) }
    if random.happens(oneIn: 3) {
      fee.neutral = ProfessionNeutral(
        professions: random.some(of: Profession.allCases),
        forms: random.some(of: PracticeForm.allCases), requiresOwnership: random.happens(oneIn: 2))
    }
    return fee
  }
}

extension FeeConditions {
  static func random(_ random: inout TestRandom) -> FeeConditions {
    var own = FeeConditions()
    if random.happens(oneIn: 4) {
      own.unit = .startedMinutes(each: random.whole(in: 1...20), beyond: random.whole(in: 0...40))
    }
    if random.happens(oneIn: 5) { own.times = random.some(of: TimeOfDay.allCases) }
    if random.happens(oneIn: 5) { own.contactTypes = random.some(of: types) }
    if random.happens(oneIn: 5) { own.forms = random.some(of: PracticeForm.allCases) }
    own.onlySpecialists = random.happens(oneIn: 5)
    if random.happens(oneIn: 5) { own.minimumMinutes = random.whole(in: 0...40) }
    own.needsProcedure = random.happens(oneIn: 8)
    own.needsDiagnosis = random.happens(oneIn: 8)
    if random.happens(oneIn: 4) { own.invalidWith = random.some(of: codes) }
    if random.happens(oneIn: 6) {
      own.invalidWithFamilies = Set(random.some(of: codes).map { FeeFamily($0) })
      own.validWith = random.some(of: codes)
    }
    if random.happens(oneIn: 6) { own.onlyBeside = random.some(of: codes) }
    if random.happens(oneIn: 6) { own.onlyBesideOutOfHours = random.some(of: codes) }
    if random.happens(oneIn: 5) { own.requires = random.some(of: codes) }
    if random.happens(oneIn: 3) { own.mostPerBill = random.whole(in: 1...3) }
    if random.happens(oneIn: 3) { own.repeatedShare = Ratio(random.whole(in: 0...100), over: 100) }
    if random.happens(oneIn: 3) {
      own.reducedFrom = random.whole(in: 1...3)
      own.reducedShare = Ratio(random.whole(in: 0...100), over: 100)
    }
    if random.happens(oneIn: 6) { own.mostPerTwelveMonths = random.whole(in: 0...6) }
    if random.happens(oneIn: 6) { own.mostPerCalendarYear = random.whole(in: 0...6) }
    own.mostCountsPatient = random.happens(oneIn: 2)
    return own
  }
}

extension FeeSchedule {
  static func random(_ random: inout TestRandom) -> FeeSchedule {
    FeeSchedule(
      Dictionary(uniqueKeysWithValues: codes.map { ($0, Fee.random(&random)) }),
      adjustments: (0..<random.whole(in: 0...2)).map { _ in .random(&random) })
  }
}

extension FeeSchedule {
  /// The same fees, without yearly maxima.
  var withoutMaxima: FeeSchedule {
    FeeSchedule(
      fees.mapValues { fee in
        var fee = fee
        fee.conditions.mostPerTwelveMonths = nil
        fee.conditions.mostPerCalendarYear = nil
        return fee
      })
  }
}

extension FeeAdjustment {
  fileprivate static func random(_ random: inout TestRandom) -> FeeAdjustment {
    func factor(_ random: inout TestRandom) -> Ratio { Ratio(random.whole(in: 0...200), over: 100) }
    return FeeAdjustment(
      practices: PracticeScope(
        forms: random.happens(oneIn: 2) ? [] : random.some(of: PracticeForm.allCases),
        specialists: random.one(of: [true, false, nil])),
      fees: FeeScope(
        codes: random.happens(oneIn: 2) ? [] : random.some(of: codes),
        contactTypes: random.happens(oneIn: 2) ? [] : random.some(of: types),
        specialistFees: random.one(of: [true, false, nil])),
      refund: factor(&random), copay: factor(&random), patientPayment: factor(&random))
  }
}

extension [DailyFeeCap] {
  static func random(_ random: inout TestRandom) -> [DailyFeeCap] {
    (0..<Swift.max(0, random.whole(in: -2...2))).map { _ in
      DailyFeeCap(
        codes: random.some(of: codes), most: random.whole(in: 0...2),
        order: random.one(of: DailyFeeCap.Order.allCases))
    }
  }
}

extension Money? {
  static func random(_ random: inout TestRandom) -> Money? {
    random.happens(oneIn: 5) ? nil : random.money(upTo: 200_000)
  }
}

extension CopayCard {
  static func random(_ random: inout TestRandom) -> CopayCard {
    CopayCard(
      held: random.one(of: Held.allCases),
      leastRepaid: random.happens(oneIn: 2) ? .zero : random.money(upTo: 40_000))
  }
}

extension KindOfYear {
  static func random(_ random: inout TestRandom) -> KindOfYear {
    var kind = KindOfYear(last: .random(&random))
    if random.happens(oneIn: 3) {
      kind.earlier = .random(&random)
      kind.until = random.one(of: [60, 181, 365])
    }
    return kind
  }
}

extension YearLaw {
  /// Laws that change on two days that practices may change on as well. Half of them have neither yearly
  /// maxima nor caps, so that the fast way is taken too.
  static func random(_ random: inout TestRandom) -> YearLaw {
    let segments = [0, 60, 181] + [200].filter { _ in random.happens(oneIn: 2) }
    let first = SegmentLaw.random(&random)
    let (isOneCeiling, isOneAge) = (random.happens(oneIn: 2), !random.happens(oneIn: 3))
    let (isOneCap, isFast) = (random.happens(oneIn: 2), random.happens(oneIn: 2))
    let laws = segments.map { segment in
      var law = SegmentLaw.random(&random)
      if isOneCeiling || segment == 0 { law.ceiling = first.ceiling }
      if isOneAge || segment == 0 { law.exemptAges = first.exemptAges }
      if isOneCap { law.dailyCaps = first.dailyCaps }
      if isFast { (law.schedule, law.dailyCaps) = (law.schedule.withoutMaxima, []) }
      return law
    }
    let law = YearLaw(
      segments: segments, laws: laws, days: 365,
      card: random.happens(oneIn: 2) ? CopayCard() : .random(&random))
    return law.withStaff(from: .random(&random))
  }

  /// The law with its one staff setting in force from a day.
  func withStaff(from day: StaffStart) -> YearLaw {
    mapping { segment, law in law.waitingStaff = segments[segment] < day.day ? [0] : [] }
  }

  /// The day of the year, from 0, on which staff begins to take contacts: once, as `from` says it.
  struct StaffStart {
    let day: Int

    static func random(_ random: inout TestRandom) -> StaffStart {
      StaffStart(day: random.happens(oneIn: 2) ? 0 : random.one(of: [60, 181, 365]))
    }
  }
}

extension YearLaw.SegmentLaw {
  static func random(_ random: inout TestRandom) -> YearLaw.SegmentLaw {
    YearLaw.SegmentLaw(
      schedule: .random(&random), ceiling: .random(&random),
      exemptAges: random.happens(oneIn: 2) ? [0...15] : [], dailyCaps: .random(&random))
  }
}
