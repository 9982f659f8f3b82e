import Practices
import Rules
import Units

/// One person's year where lines may be struck out, where the person is exempt for a part of it, or where
/// a ceiling must be passed anew: what differs from the plain prices.
///
/// The readable twin is ``Rules/PatientYear``; this one keeps its memory between persons. Not the fast
/// way: no law in force has such a rule.
struct FollowedPerson {
  private let prices: PriceTable
  /// How often each yearly maximum is used.
  private var used: [Int]
  /// The classes of the contacts for which the person pays, and their copay.
  private var classes: [Int] = []
  private var dues: [CopayCeiling.Due] = []

  init(prices: PriceTable) {
    self.prices = prices
    used = Array(repeating: 0, count: prices.counters)
  }

  /// - Parameters:
  ///   - contacts: In the order of time.
  ///   - base: Where the prices of the practice's kind start.
  ///   - standing: Who pays, as ``Tally`` has it.
  ///   - cell: The person's sex and age.
  ///   - other: Copay for other services over the year, in øre.
  ///   - change: Called with a class, a day and what is added to its plain payments.
  /// - Returns: Whether the person reaches the ceiling.
  mutating func follow(
    _ contacts: ArraySlice<UInt32>, from base: Int, standing: UInt8, cell: UInt8, other: Int,
    change: (_ kind: Int, _ day: Int, PaymentVector) -> Void
  ) -> Bool {
    for counter in used.indices { used[counter] = 0 }
    classes.removeAll(keepingCapacity: true)
    dues.removeAll(keepingCapacity: true)
    var start = contacts.startIndex
    while start < contacts.endIndex {
      let day = Int(contacts[start] &>> 16)
      let end = contacts[start...].firstIndex { Int($0 &>> 16) != day } ?? contacts.endIndex
      let segment = Int(prices.segmentOfDay[day])
      let own = self.standing(standing, cell, in: segment)
      strike(contacts[start..<end], from: base + segment * prices.classes, own, on: day, change)
      start = end
    }
    return waive(standing, cell, other, change)
  }

  /// Strikes lines out of a day's contacts, and writes down what the person pays for them.
  private mutating func strike(
    _ today: ArraySlice<UInt32>, from first: Int, _ standing: Patient.Standing, on day: Int,
    _ change: (_ kind: Int, _ day: Int, PaymentVector) -> Void
  ) {
    // Most days have one contact, and most caps leave it alone.
    let isLeftAlone =
      !prices.hasStruckLines || (today.count == 1 && !prices.strikesSingleContacts)
    var answers = isLeftAlone ? [] : capAnswers(today, first, prices.dailyCaps(on: day))[...]
    for contact in today {
      let kind = Int(contact & 0xffff)
      var struck = PaymentVector.zero
      var copay = Int(prices.copay[first + kind])
      for line in isLeftAlone ? [] : prices.struckLines[first + kind] {
        guard !(answers.removeFirst() && isWithinYear(line)) else { continue }
        struck &-= PaymentVector(line.amounts, line.budget, standing)
        copay -= line.amounts.copay.ore
      }
      if standing == .paying {
        classes.append(kind)
        dues.append(.init(day: day, copay: Money(ore: copay)))
      }
      if struck != .zero { change(kind, day, struck) }
    }
  }

  /// Lets the state pay what is above the ceiling.
  private func waive(
    _ standing: UInt8, _ cell: UInt8, _ other: Int,
    _ change: (_ kind: Int, _ day: Int, PaymentVector) -> Void
  ) -> Bool {
    guard let ceiling = prices.ceiling, !dues.isEmpty else { return false }
    let borne = ceiling.borne(of: dues, other: Money(ore: other)) { day in
      standing == Tally.changing ? payingDays(before: day, cell) : day
    }
    var hasReached = false
    for place in dues.indices {
      let over = (dues[place].copay - borne[place]).ore
      guard over > 0 else { continue }
      var vector = PaymentVector.zero
      vector[PaymentVector.Lane.copay] = -over
      vector[PaymentVector.Lane.ceilingCopay] = over
      change(classes[place], dues[place].day, vector)
      hasReached = true
    }
    return hasReached
  }

  private func standing(_ standing: UInt8, _ cell: UInt8, in segment: Int) -> Patient.Standing {
    guard standing == Tally.changing else {
      return Patient.Standing(rawValue: Int(standing)) ?? .paying
    }
    return prices.isExempt[segment * PersonCell.count + Int(cell)] ? .exempt : .paying
  }

  private func payingDays(before day: Int, _ cell: UInt8) -> Int {
    (0..<day).count {
      !prices.isExempt[Int(prices.segmentOfDay[$0]) * PersonCell.count + Int(cell)]
    }
  }

  /// Whether the caps of the day leave each line that may be struck out, contact by contact.
  private func capAnswers(
    _ today: ArraySlice<UInt32>, _ first: Int, _ caps: [DailyFeeCap]
  ) -> [Bool] {
    let lines = today.flatMap { prices.struckLines[first + Int($0 & 0xffff)] }
    var answers = lines.map { _ in true }
    for (cap, rule) in caps.enumerated() {
      let counting = lines.indices.filter { answers[$0] && lines[$0].countsTowards[cap] }
      let paid = rule.pays(counting.map { lines[$0].amounts.honorarium.ore })
      for (line, isPaid) in zip(counting, paid) { answers[line] = isPaid }
    }
    return answers
  }

  private mutating func isWithinYear(_ line: PriceTable.StruckLine) -> Bool {
    guard let counter = line.counter else { return true }
    let now = used[counter] + line.times
    if now <= line.most { used[counter] = now }
    return now <= line.most
  }
}
