public import Diagnostics
public import Rules
public import Scenarios
import Units

/// What becomes of a claim of a contact type, over every kind of contact, practice and day of a year.
public struct ClaimOutcome: Sendable {
  /// The fee it is paid as, on the first day it has one.
  public internal(set) var fee: Fee?
  /// Whether any contact claims it.
  public internal(set) var isClaimed = false
  /// The most times it is paid in one contact; zero where it never is.
  public internal(set) var timesPaid = 0
  /// The codes that stand on a bill with it.
  public internal(set) var claimedBeside: Set<String> = []
  /// The codes that are paid wherever it is claimed and not paid, in the order of a bill.
  public internal(set) var paidInstead: [String] = []

  /// A claim: a code in contacts of a type at a time of the day; at any time when `nil`.
  public struct Claim: Hashable, Sendable {
    public var type: String
    public var code: String
    public var time: TimeOfDay?

    public init(_ code: String, in type: String, at time: TimeOfDay? = nil) {
      (self.code, self.type, self.time) = (code, type, time)
    }
  }
}

extension NationalScenario {
  /// What becomes of claims.
  ///
  /// - Parameter claims: Of contact types of the scenario.
  /// - Throws: ``Refusal`` when the law is not known, or the shares of a type make too many kinds of
  ///   contacts.
  /// - Returns: One outcome per claim.
  public func outcomes(
    of claims: [ClaimOutcome.Claim]
  ) throws(Refusal) -> [ClaimOutcome.Claim: ClaimOutcome] {
    let laws = try YearLaw(of: self).laws
    let classes = try contacts.classes(with: staff)
    var outcomes = Dictionary(claims.map { ($0, ClaimOutcome()) }) { first, _ in first }
    for (place, law) in laws.enumerated() where place == 0 || !law.isPaid(as: laws[place - 1]) {
      let schedule = law.schedule
      for (claim, outcome) in outcomes where outcome.fee == nil {
        outcomes[claim]?.fee = schedule.fees[claim.code]
      }
      for contact in classes {
        for kind in contact.service == .outOfHours ? [PracticeKind()] : practiceKinds {
          outcomes.note(contact.bill(at: kind, without: law.waitingStaff), under: schedule)
        }
      }
    }
    return outcomes
  }

  /// The kinds of practice that may hold a list. A table of lists may name any.
  public var practiceKinds: [PracticeKind] {
    var forms = PracticeForm.allCases.filter(\.holdsLists)
    var specialists = [true, false]
    if case .synthetic = lists {
      let salaried = groups.contains { $0.salariedShare.high > .zero }
      forms = forms.filter { form in
        switch form {
        case .selfEmployed: true
        case .salaried: salaried
        case .vacant: practices.vacantShare.high > .zero
        case .company: (practices.companies?.share.high ?? .zero) > .zero
        case .outOfHours: false
        }
      }
      specialists = [
        practices.specialistShare.high > .zero ? true : nil,
        practices.specialistShare.low < .one ? false : nil,
      ].compactMap(\.self)
    }
    return forms.flatMap { form in
      specialists.flatMap { isSpecialist in
        [true, false].map {
          PracticeKind(form: form, isSpecialist: isSpecialist, meetsOwnershipRule: $0)
        }
      }
    }
  }
}

extension [ClaimOutcome.Claim: ClaimOutcome] {
  fileprivate mutating func note(_ bill: Bill, under schedule: FeeSchedule) {
    let open = bill.claims.flatMap { claim in
      [
        ClaimOutcome.Claim(claim.code, in: bill.contactType),
        ClaimOutcome.Claim(claim.code, in: bill.contactType, at: bill.time),
      ].filter { key in self[key].map { $0.timesPaid < claim.times } ?? false }
    }
    guard !open.isEmpty else { return }
    let lines = schedule.lines(of: bill)
    for key in open {
      guard var outcome = self[key] else { continue }
      let times = lines.first { $0.code == key.code }?.times ?? 0
      if times == 0 {
        let paid = lines.map(\.code)
        outcome.paidInstead =
          outcome.isClaimed ? outcome.paidInstead.filter(paid.contains) : paid
      }
      outcome.isClaimed = true
      outcome.timesPaid = Swift.max(outcome.timesPaid, times)
      outcome.claimedBeside.formUnion(bill.claims.map(\.code).filter { $0 != key.code })
      self[key] = outcome
    }
  }
}

extension YearLaw.SegmentLaw {
  /// Whether every bill is reduced to the same lines as under another law.
  fileprivate func isPaid(as other: Self) -> Bool {
    schedule == other.schedule && waitingStaff == other.waitingStaff
  }
}
