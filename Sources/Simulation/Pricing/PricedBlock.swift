import Practices
import Rules
import Units

/// What the contacts of a block are paid.
///
/// Hot: counts contacts by standing, segment and class list by list, and prices the counts; only
/// persons who may reach the ceiling are followed contact by contact. Must equal
/// ``Rules/PatientYear`` to the øre.
struct PricedBlock: Sendable {
  /// By list and service group: the practice, then out of hours.
  private(set) var byList: [PaymentVector]
  /// By kind of practice and class.
  private(set) var byClass: [PaymentVector]
  /// Contacts and payments of classes that staff takes, before it does: by kind of practice and class.
  /// Copay above the ceiling is among what patients pay. Empty where staff does so all year.
  private(set) var beforeStaff: [PaymentVector]
  /// How many contacts there are, by list, standing, segment and class.
  let tally: Tally
  /// What is above the ceiling; `nil` where lines are struck out.
  private(set) var above: AboveCeiling?
  /// Persons who reach the ceiling.
  private(set) var atCeiling = 0

  /// - Parameters:
  ///   - block: Persons and contacts; those that are kept, if they were priced before.
  ///   - prices: The law.
  ///   - kinds: The kind of practice of each list of the block.
  ///   - firstOutOfHours: The first class of the out-of-hours service; those before are practices'.
  ///   - again: What stands of an earlier pricing of the block, if there was one.
  init(
    _ block: DrawnBlock, at prices: PriceTable, kinds: [UInt8], firstOutOfHours: Int,
    again: PricedAgain? = nil
  ) {
    byList = Array(repeating: .zero, count: block.lists.count * 2)
    byClass = Array(repeating: .zero, count: prices.classes * prices.kinds)
    beforeStaff = prices.staffBegins.isEmpty ? [] : byClass
    var near: [UInt32]
    if let again, again.hasSameTally {
      tally = again.kept.tally
      near = again.nearCeiling(prices.ceilings.least)
    } else {
      near = []
      tally = Tally(of: block, in: prices, kinds: kinds, nearCeiling: &near)
    }
    price(kinds: kinds, at: prices, firstOutOfHours: firstOutOfHours)
    if prices.isFollowed {
      follow(near, in: block, at: prices, kinds, firstOutOfHours)
    } else {
      let above = AboveCeiling(near, in: block, at: prices, kinds: kinds, again: again)
      waive(above, kinds: kinds, firstOutOfHours)
      self.above = above
      if prices.changesExemption.contains(true) {
        follow([], in: block, at: prices, kinds, firstOutOfHours)
      }
    }
  }

  /// Counts times prices.
  private mutating func price(kinds: [UInt8], at prices: PriceTable, firstOutOfHours: Int) {
    let (classes, periods) = (prices.classes, prices.periods)
    let counts = tally.counts(in: prices)
    // Of all lists, by kind of practice, standing, period and class.
    var sums = [Int](repeating: 0, count: prices.kinds * 3 * periods.count * classes)
    counts.withUnsafeBufferPointer { counts in
      for list in kinds.indices {
        let kind = Int(kinds[list])
        var (practice, outOfHours) = (PaymentVector.zero, PaymentVector.zero)
        for standing in 0..<3 {
          for number in periods.indices {
            let first = ((list * 3 + standing) * periods.count + number) * classes
            let own = UnsafeBufferPointer(rebasing: counts[first..<first + classes])
            guard own.contains(where: { $0 > 0 }) else { continue }
            let sum = ((kind * 3 + standing) * periods.count + number) * classes
            for place in 0..<classes { sums[sum &+ place] &+= Int(own[place]) }
            let row = prices.row(of: kind, standing, in: periods[number])
            prices.payments.withUnsafeBufferPointer { payments in
              for place in 0..<firstOutOfHours {
                practice &+= PaymentVector(repeating: Int(own[place])) &* payments[row &+ place]
              }
              for place in firstOutOfHours..<classes {
                outOfHours &+= PaymentVector(repeating: Int(own[place])) &* payments[row &+ place]
              }
            }
          }
        }
        (byList[list * 2], byList[list * 2 + 1]) = (practice, outOfHours)
      }
    }
    var next = 0
    for kind in 0..<prices.kinds {
      for standing in 0..<3 {
        for period in periods {
          let row = prices.row(of: kind, standing, in: period)
          for place in 0..<classes {
            let paid = PaymentVector(repeating: sums[next]) &* prices.payments[row + place]
            byClass[kind * classes + place] &+= paid
            if prices.isBeforeStaff(of: place, in: period) {
              beforeStaff[kind * classes + place] &+= paid
            }
            next += 1
          }
        }
      }
    }
  }

  /// Moves copay above the ceiling from the patient to the state.
  private mutating func waive(_ above: AboveCeiling, kinds: [UInt8], _ firstOutOfHours: Int) {
    typealias Lane = PaymentVector.Lane
    for list in kinds.indices {
      let own = above.ore(of: list)
      let first = Int(kinds[list]) * own.count
      for (kind, over) in own.enumerated() where over > 0 {
        byClass[first + kind][Lane.copay] &-= over
        byClass[first + kind][Lane.ceilingCopay] &+= over
        let sum = list * 2 + (kind < firstOutOfHours ? 0 : 1)
        byList[sum][Lane.copay] &-= over
        byList[sum][Lane.ceilingCopay] &+= over
      }
      atCeiling += above.persons[list]
    }
  }

  /// Follows persons day by day: those who are exempt for a part of the year, and where lines may be struck
  /// out, by a cap mostly on a day with two contacts or more, by a yearly maximum anywhere, or a ceiling
  /// must be passed anew, all those. Striking out only lowers copay, so nobody else comes near the
  /// ceiling.
  private mutating func follow(
    _ near: [UInt32], in block: DrawnBlock, at prices: PriceTable, _ kinds: [UInt8],
    _ firstOutOfHours: Int
  ) {
    let classes = prices.classes
    let perKind = prices.segments * classes
    var person = FollowedPerson(prices: prices)
    let contacts = block.isInOrder ? block.contacts : block.inOrder().contacts
    var next = 0
    for list in kinds.indices {
      let base = Int(kinds[list]) * perKind
      let first = Int(kinds[list]) * classes
      for number in block.people.starts[list]..<block.people.starts[list + 1] {
        let own = contacts[Int(block.starts[number])..<Int(block.starts[number + 1])]
        let isNear = next < near.count && Int(near[next]) == number
        if isNear { next += 1 }
        let standing = tally.standings[number]
        let isStruck =
          prices.hasStruckLines && (prices.strikesSingleContacts || hasSharedDay(own))
        guard isNear || isStruck || standing == Tally.changing else { continue }
        let hasReached = person.follow(
          own, from: base, standing: standing, cell: block.people.cells[number],
          other: Int(block.otherCopay[number])
        ) { kind, day, change in
          byClass[first + kind] &+= change
          let segment = Int(prices.segmentOfDay[day])
          if prices.isBeforeStaff(of: kind, in: segment..<segment + 1) {
            beforeStaff[first + kind] &+= change
          }
          byList[list * 2 + (kind < firstOutOfHours ? 0 : 1)] &+= change
        }
        atCeiling += hasReached ? 1 : 0
      }
    }
  }
}

/// Whether a person, whose contacts are in the order of time, has two of them on one day.
private func hasSharedDay(_ contacts: ArraySlice<UInt32>) -> Bool {
  var before = UInt32.max
  for contact in contacts {
    if contact &>> 16 == before { return true }
    before = contact &>> 16
  }
  return false
}
