import Units

/// The fee codes in force on a day.
public struct FeeSchedule: Hashable, Sendable {
  public var fees: [String: Fee]
  /// What a proposal changes of all of them.
  public var adjustments: [FeeAdjustment]

  public init(_ fees: [String: Fee], adjustments: [FeeAdjustment] = []) {
    (self.fees, self.adjustments) = (fees, adjustments)
  }

  /// What is paid for a bill when nothing but the bill is known, one line per paid code.
  ///
  /// 1. A claim counts when its fee exists, says who pays it, and allows the bill.
  /// 2. A code that requires another falls away without it, and so may those that require it.
  /// 3. Of two codes that may not stand together (``FeeConditions/refuses(_:in:)``), the dearer stays;
  ///    of equal ones the first written. What is struck out may again be what another code requires.
  /// 4. Repetitions beyond the most are not paid; the others by the shares of the fee.
  ///
  /// Yearly maxima and the cap per day need the patient's other contacts: ``PatientYear``.
  ///
  /// - Returns: Lines in the order of the bill. Every amount is in whole øre.
  public func lines(of bill: Bill) -> [PaidLine] {
    var lines: [Candidate] = []
    for (order, claim) in bill.claims.enumerated() where claim.times > 0 {
      guard !bill.claims[..<order].contains(where: { $0.code == claim.code && $0.times > 0 }),
        let fee = fees[claim.code],
        let line = fee.line(for: claim, on: bill, adjusted: adjustments)
      else { continue }
      lines.append(Candidate(order: order, line: line, conditions: fee.conditions))
    }
    // A code that cannot be paid on this bill must not strike out one that can.
    let byPrice = withRequired(lines).sorted {
      ($1.line.amounts.honorarium, $0.order) < ($0.line.amounts.honorarium, $1.order)
    }
    var kept: [Candidate] = []
    for candidate in byPrice
    where !kept.contains(where: { $0.conflicts(with: candidate, in: bill.practice.form) }) {
      kept.append(candidate)
    }
    return withRequired(kept).sorted { $0.order < $1.order }.map(\.line)
  }

  /// A line that is paid if the others of the bill let it.
  private struct Candidate {
    /// Its place on the bill.
    var order: Int
    var line: PaidLine
    var conditions: FeeConditions

    /// Whether both may not be paid on a bill: one of them being refused by the other is enough.
    func conflicts(with other: Candidate, in form: PracticeForm) -> Bool {
      conditions.refuses(other.line.code, in: form)
        || other.conditions.refuses(line.code, in: form)
    }
  }

  private func withRequired(_ lines: [Candidate]) -> [Candidate] {
    guard lines.contains(where: { !$0.conditions.requires.isEmpty }) else { return lines }
    let codes = Set(lines.map(\.line.code))
    let left = lines.filter { line in
      let required = line.conditions.requires
      return required.isEmpty || !required.isDisjoint(with: codes)
    }
    return left.count == lines.count ? lines : withRequired(left)
  }
}

/// A code of a bill that is paid.
public struct PaidLine: Hashable, Sendable {
  public var code: String
  /// How often it is paid.
  public var times: Int
  public var amounts: Amounts
  public var budget: Fee.Budget
}

extension Fee {
  /// What one claim is paid when no other claim is looked at; `nil` when it is not allowed.
  fileprivate func line(
    for claim: Claim, on bill: Bill, adjusted adjustments: [FeeAdjustment]
  ) -> PaidLine? {
    guard conditions.allows(bill), let stated = amounts(for: bill) else { return nil }
    let once = adjustments.adjusted(stated, for: claim.code, self, on: bill)
    let units = conditions.units(minutes: bill.minutes)
    let times = min(claim.times, conditions.mostPerBill ?? claim.times)
    guard units > 0, times > 0 else { return nil }
    let amounts = (1...times).reduce(Amounts.zero) { sum, time in
      sum + repetition(time, of: once.scaled(by: Ratio(units)))
    }
    return PaidLine(code: claim.code, times: times, amounts: amounts, budget: budget)
  }

  /// The amounts the performer may claim; `nil` when the performer may not, or nobody knows who pays.
  private func amounts(for bill: Bill) -> Amounts? {
    guard let refund, let copay else { return nil }
    let own = Amounts(refund: refund, copay: copay, patientPayment: patientPayment)
    if bill.performer == .doctor || neutral?.allows(bill.performer, at: bill.practice) == true {
      return own
    }
    return isDelegable == true ? delegatedTo[bill.performer] ?? delegated ?? own : nil
  }

  private func repetition(_ time: Int, of once: Amounts) -> Amounts {
    var amounts = time > 1 ? once.scaled(by: conditions.repeatedShare) : once
    if let from = conditions.reducedFrom, time >= from {
      amounts.refund = amounts.refund.scaled(by: conditions.reducedShare)
    }
    return amounts
  }
}
