import Rules
import Units

/// One person's year where lines may be struck out: what differs from the plain prices.
///
/// The readable twin is ``Rules/PatientYear``; this one keeps its memory between persons.
struct FollowedPerson {
  private let prices: PriceTable
  /// How often each yearly maximum is used.
  private var used: [Int]

  init(prices: PriceTable) {
    self.prices = prices
    used = Array(repeating: 0, count: prices.counters)
  }

  /// - Parameters:
  ///   - contacts: In the order of time.
  ///   - base: Where the prices of the practice's kind start.
  ///   - standing: Who pays.
  ///   - other: Copay for other services over the year, in øre.
  ///   - change: Called with a class and what is added to its plain payments.
  /// - Returns: Whether the person reaches the ceiling.
  mutating func follow(
    _ contacts: ArraySlice<UInt32>, from base: Int, standing: Patient.Standing, other: Int,
    change: (Int, PaymentVector) -> Void
  ) -> Bool {
    for counter in used.indices { used[counter] = 0 }
    var paid = 0
    var hasReached = false
    var start = contacts.startIndex
    while start < contacts.endIndex {
      let day = Int(contacts[start] &>> 16)
      let end = contacts[start...].firstIndex { Int($0 &>> 16) != day } ?? contacts.endIndex
      let first = base + Int(prices.segmentOfDay[day]) * prices.classes
      // Most days have one contact, and most caps leave it alone.
      let isLeftAlone = end - start == 1 && !prices.strikesSingleContacts
      var answers = isLeftAlone ? [] : capAnswers(contacts[start..<end], first)[...]
      for contact in contacts[start..<end] {
        let kind = Int(contact & 0xffff)
        var struck = PaymentVector.zero
        var copay = Int(prices.copay[first + kind])
        for line in isLeftAlone ? [] : prices.struckLines[first + kind] {
          let isPaid = (!line.countsTowardsCap || answers.removeFirst()) && isWithinYear(line)
          guard !isPaid else { continue }
          struck &-= PaymentVector(line.amounts, line.budget, standing)
          copay -= line.amounts.copay.ore
        }
        if standing == .paying {
          let left = max(0, prices.ceiling - paid - other * day / prices.days)
          let own = min(left, copay)
          paid += own
          struck[PaymentVector.Lane.copay] -= copay - own
          struck[PaymentVector.Lane.ceilingCopay] += copay - own
          hasReached = hasReached || own < copay
        }
        if struck != .zero { change(kind, struck) }
      }
      start = end
    }
    return hasReached
  }

  private func capAnswers(_ today: ArraySlice<UInt32>, _ first: Int) -> [Bool] {
    guard let cap = prices.dailyCap else { return [] }
    let honoraria = today.flatMap { contact in
      prices.struckLines[first + Int(contact & 0xffff)].filter(\.countsTowardsCap)
        .map(\.amounts.honorarium.ore)
    }
    return cap.pays(honoraria)
  }

  private mutating func isWithinYear(_ line: PriceTable.StruckLine) -> Bool {
    guard let counter = line.counter else { return true }
    let now = used[counter] + line.times
    if now <= line.most { used[counter] = now }
    return now <= line.most
  }
}
