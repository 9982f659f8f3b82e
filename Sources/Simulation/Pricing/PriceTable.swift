import Practices
import Rules
import Scenarios
import Units

/// Payments in øre, as a vector that adds in one step; the last lane counts contacts.
///
/// Lanes: refund, certificates, copay, ceiling copay, exempt copay, uninsured, patient payment.
typealias PaymentVector = SIMD8<Int>

/// The prices of every class of contact, made from the reference rules before the loop.
///
/// A price is found by standing, kind of practice, segment of the year and class. What depends on a
/// patient's other contacts stands beside it: the ceiling, the cap per day and yearly maxima.
struct PriceTable: Sendable {
  let classes: Int
  let segments: Int
  /// The segment of each day.
  let segmentOfDay: [UInt8]
  /// The same times ``classes``: where the prices of a day start among those of a kind.
  let rowOfDay: [Int32]
  /// By kind, segment and class: copay in øre, the part the ceiling is about.
  let copay: [Int32]
  /// By standing, kind, segment and class.
  let payments: [PaymentVector]
  /// Runs of segments in which every price is the same.
  let periods: [Range<Int>]
  /// How many kinds of practice there are.
  let kinds: Int
  let ceilings: CeilingPath
  /// The same as a rule; `nil` where there is none.
  let ceiling: CopayCeiling?
  let days: Int
  /// By segment and cell: whether persons are exempt from copay because of their age.
  let isExempt: [Bool]
  /// By cell: whether that changes within the year.
  let changesExemption: [Bool]
  /// The staff setting of each class, by place; `nil` for the doctor's own.
  let staffOfClass: [Int?]
  /// The segments before which each staff setting is not in force.
  let staffBegins: [Int: Int]
  /// Lines that a cap per day or a yearly maximum may strike out, by kind, segment and class.
  let struckLines: [[StruckLine]]
  /// Whether there is any such line.
  let hasStruckLines: Bool
  /// Whether a contact that is alone on its day may lose lines.
  let strikesSingleContacts: Bool
  /// By segment.
  let dailyCaps: [[DailyFeeCap]]
  /// How many different yearly maxima there are.
  let counters: Int

  /// The most that anybody pays for a contact, in øre. Where it is beyond ``mostOre`` copays are not what
  /// they should be, and sums of a nation could wrap around.
  var dearest: Int { payments.lazy.map { $0.max() }.max() ?? 0 }
  static let mostOre = Int(Int32.max)

  /// A line that is paid only if the patient's other contacts leave room for it.
  struct StruckLine: Sendable {
    var amounts: Amounts
    var budget: Fee.Budget
    /// Whether it counts towards each of the caps of its segment.
    var countsTowards: [Bool]
    /// The counter of its yearly maximum; `nil` where it has none.
    var counter: Int?
    var times: Int
    var most: Int
  }

  init(of classes: [ContactClass], at kinds: [KindOfYear], under law: YearLaw) {
    self.classes = classes.count
    segments = law.segments.count
    segmentOfDay = (0..<law.days).map { day in
      UInt8((law.segments.lastIndex { $0 <= day }) ?? 0)
    }
    rowOfDay = segmentOfDay.map { Int32($0) * Int32(classes.count) }
    let lines = Self.lines(of: classes, at: kinds, under: law)
    copay = lines.map { Int32(clamping: $0.reduce(0) { $0 + $1.amounts.copay.ore }) }
    payments = Patient.Standing.allCases.flatMap { standing in
      lines.map { lines in
        lines.reduce(PaymentVector(0, 0, 0, 0, 0, 0, 0, 1)) {
          $0 &+ PaymentVector($1.amounts, $1.budget, standing)
        }
      }
    }
    periods = Self.periods(of: lines, under: law, classes: classes.count)
    self.kinds = kinds.count
    ceiling = law.ceiling
    ceilings = CeilingPath(law.ceiling, days: law.days)
    days = law.days
    let isExempt = law.laws.map { law in
      (0..<PersonCell.count).map { law.isExempt(PersonCell(code: UInt8($0)).age) }
    }
    self.isExempt = isExempt.flatMap(\.self)
    changesExemption = (0..<PersonCell.count).map { cell in
      isExempt.contains { $0[cell] != isExempt[0][cell] }
    }
    staffOfClass = classes.map(\.staff)
    let staff = Set(law.laws.flatMap(\.waitingStaff))
    staffBegins = Dictionary(
      uniqueKeysWithValues: staff.map { staff in
        (staff, law.laws.firstIndex { !$0.waitingStaff.contains(staff) } ?? law.laws.count)
      })
    dailyCaps = law.laws.map(\.dailyCaps)
    var counters = CounterNames()
    // Most laws have no such rule, and then there is nothing to look for.
    let isStriking = law.laws.contains {
      !$0.dailyCaps.isEmpty || $0.schedule.hasYearlyMaxima
    }
    struckLines = lines.enumerated().map { place, lines in
      guard isStriking else { return [] }
      let law = law.laws[place / max(1, classes.count) % law.laws.count]
      let service = classes[place % classes.count].service.rawValue
      return lines.compactMap { line in
        let conditions = law.schedule.fees[line.code]?.conditions ?? FeeConditions()
        let counts = law.dailyCaps.map { $0.codes.contains(line.code) }
        guard counts.contains(true) || conditions.mostPerYear != nil else { return nil }
        let counter = conditions.mostPerYear.map { _ in
          counters.place(of: line.code, conditions.mostCountsPatient ? "" : service)
        }
        return StruckLine(
          amounts: line.amounts, budget: line.budget, countsTowards: counts,
          counter: counter, times: line.times, most: conditions.mostPerYear ?? .max)
      }
    }
    hasStruckLines = struckLines.contains { !$0.isEmpty }
    self.counters = counters.names.count
    strikesSingleContacts =
      !counters.names.isEmpty
      || struckLines.enumerated().contains { place, lines in
        let caps = law.laws[place / max(1, classes.count) % law.laws.count].dailyCaps
        return caps.indices.contains { cap in
          lines.count { $0.countsTowards[cap] } > caps[cap].most
        }
      }
  }

  /// Whether a class is one that staff takes, and does not take yet in a period.
  func isBeforeStaff(of place: Int, in period: Range<Int>) -> Bool {
    guard !staffBegins.isEmpty, let staff = staffOfClass[place], let begins = staffBegins[staff]
    else { return false }
    return period.upperBound <= begins
  }

  func dailyCaps(on day: Int) -> [DailyFeeCap] { dailyCaps[Int(segmentOfDay[day])] }

  /// Where the prices of a kind of practice on a day start.
  func row(of kind: Int, on day: Int) -> Int { kind * segments * classes + Int(rowOfDay[day]) }

  /// Where the payments of a kind of practice and a standing start in a period.
  func row(of kind: Int, _ standing: Int, in period: Range<Int>) -> Int {
    ((standing * kinds + kind) * segments + period.lowerBound) * classes
  }

  /// Whether what a person pays has to be followed contact by contact.
  var isFollowed: Bool { hasStruckLines || ceilings.isPassedAnew }

  /// Whether the same persons pay until the same ceiling as under another law, and no line is struck
  /// out, so that copay alone says what is above it.
  func hasSamePayers(as other: PriceTable) -> Bool {
    ceilings == other.ceilings && isExempt == other.isExempt && !isFollowed
  }

  /// Whether contacts counted for another law are counted as this one needs them.
  func hasSameTally(as other: PriceTable) -> Bool {
    segmentOfDay == other.segmentOfDay && isExempt == other.isExempt
  }

  /// By kind, segment and class. Most segments are months in which the law is that of the month before.
  private static func lines(
    of classes: [ContactClass], at kinds: [KindOfYear], under law: YearLaw
  ) -> [[PaidLine]] {
    let isNew = law.laws.indices.map { segment in
      segment == 0 || law.laws[segment].schedule != law.laws[segment - 1].schedule
        || law.laws[segment].waitingStaff != law.laws[segment - 1].waitingStaff
    }
    return kinds.flatMap { kind in
      var row: [[PaidLine]] = []
      var before: PracticeKind?
      return law.laws.indices.flatMap { segment in
        let own = kind.kind(on: law.segments[segment])
        if isNew[segment] || own != before {
          let (law, waiting) = (law.laws[segment], law.laws[segment].waitingStaff)
          row = classes.map { law.schedule.lines(of: $0.bill(at: own, without: waiting)) }
        }
        before = own
        return row
      }
    }
  }

  private static func periods(
    of lines: [[PaidLine]], under law: YearLaw, classes: Int
  ) -> [Range<Int>] {
    let segments = law.laws.count
    let kinds = lines.count / max(1, segments * classes)
    func row(_ kind: Int, _ segment: Int) -> ArraySlice<[PaidLine]> {
      let first = (kind * segments + segment) * classes
      return lines[first..<first + classes]
    }
    let starts = (0..<segments).filter { segment in
      // Who takes a contact is told apart also where it is paid the same.
      segment == 0 || law.laws[segment].waitingStaff != law.laws[segment - 1].waitingStaff
        || !(0..<kinds).allSatisfy { row($0, segment - 1).elementsEqual(row($0, segment)) }
    }
    return zip(starts, starts.dropFirst() + [segments]).map { $0..<$1 }
  }

  private struct CounterNames {
    var names: [String] = []

    mutating func place(of code: String, _ service: String) -> Int {
      let name = "\(code) \(service)"
      if let place = names.firstIndex(of: name) { return place }
      names.append(name)
      return names.count - 1
    }
  }
}

extension ContactClass {
  /// Contacts out of hours are not the listed practitioner's, whose kind is not looked at.
  ///
  /// - Parameters:
  ///   - kind: The practice.
  ///   - waiting: Staff settings that are not in force, by place.
  /// - Returns: The bill, of who takes the contact there.
  func bill(at kind: PracticeKind, without waiting: Set<Int> = []) -> Bill {
    var bill = bill
    bill.practice = practice(of: kind)
    if staff(at: bill.practice).map(waiting.contains) ?? true { bill.performer = .doctor }
    return bill
  }

  /// The practice that takes the contacts of the lists of another.
  func practice(of kind: PracticeKind) -> PracticeKind {
    service == .outOfHours ? PracticeKind(form: .outOfHours) : kind
  }

  /// The place of the staff setting by which others take the contact in a practice, once it is in force;
  /// `nil` where the doctor does.
  func staff(at practice: PracticeKind) -> Int? {
    staffPractices.contains(practice) ? staff : nil
  }
}

extension PaymentVector {
  /// The lanes, by name.
  enum Lane {
    static let refund = 0
    static let certificates = 1
    static let copay = 2
    static let ceilingCopay = 3
    static let exemptCopay = 4
    static let uninsured = 5
    static let patientPayment = 6
    static let contacts = 7
  }

  /// Who pays a line below the ceiling. It must equal ``Rules/PatientYear``.
  init(_ amounts: Amounts, _ budget: Fee.Budget, _ standing: Patient.Standing) {
    self = .zero
    let isInsured = standing != .uninsured
    self[isInsured ? (budget == .care ? Lane.refund : Lane.certificates) : Lane.uninsured] =
      amounts.refund.ore
    self[standing == .exempt ? Lane.exemptCopay : Lane.copay] = amounts.copay.ore
    self[Lane.patientPayment] = amounts.patientPayment.ore
  }

  /// What the practice receives.
  var honorarium: Int {
    self[0] + self[1] + self[2] + self[3] + self[4] + self[5] + self[6]
  }
}

extension FeeSchedule {
  fileprivate var hasYearlyMaxima: Bool {
    fees.values.contains { $0.conditions.mostPerYear != nil }
  }
}
