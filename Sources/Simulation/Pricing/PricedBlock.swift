import Populations
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
  /// By class.
  private(set) var byClass: [PaymentVector]
  /// How many contacts there are, by list, standing, segment and class.
  let tally: Tally
  /// Persons who reach the ceiling.
  private(set) var atCeiling = 0

  /// - Parameters:
  ///   - block: Persons and contacts.
  ///   - prices: The law.
  ///   - kinds: The kind of practice of each list of the block.
  ///   - firstOutOfHours: The first class of the out-of-hours service; those before are practices'.
  ///   - counted: Counts of the same contacts under the same segments and ages, if there are any.
  init(
    _ block: DrawnBlock, at prices: PriceTable, kinds: [UInt8], firstOutOfHours: Int,
    counted: Tally?
  ) {
    byList = Array(repeating: .zero, count: block.lists.count * 2)
    byClass = Array(repeating: .zero, count: prices.classes)
    tally = counted ?? Tally(of: block, in: prices)
    price(kinds: kinds, at: prices, firstOutOfHours: firstOutOfHours)
    if prices.hasStruckLines {
      followEverybody(in: block, at: prices, kinds, firstOutOfHours)
    } else {
      followToCeiling(in: block, at: prices, kinds, firstOutOfHours)
    }
  }

  /// Counts times prices. Counts of segments with the same prices are added up first.
  private mutating func price(kinds: [UInt8], at prices: PriceTable, firstOutOfHours: Int) {
    let classes = prices.classes
    let perKind = prices.segments * classes
    let perStanding = perKind * prices.mostCopay.count
    var added = [UInt32](repeating: 0, count: classes)
    for list in kinds.indices {
      for standing in 0..<3 {
        let from = (list * 3 + standing) * perKind
        let price = standing * perStanding + Int(kinds[list]) * perKind
        for period in prices.periods {
          tally.add(period, of: classes, from: from, into: &added)
          let first = price + period.lowerBound * classes
          for place in 0..<classes where added[place] > 0 {
            let sum = PaymentVector(repeating: Int(added[place])) &* prices.payments[first + place]
            byClass[place] &+= sum
            byList[list * 2 + (place < firstOutOfHours ? 0 : 1)] &+= sum
          }
        }
      }
    }
  }

  /// Moves copay above the ceiling from the patient to the state, contact by contact in the order of
  /// time.
  private mutating func followToCeiling(
    in block: DrawnBlock, at prices: PriceTable, _ kinds: [UInt8], _ firstOutOfHours: Int
  ) {
    typealias Lane = PaymentVector.Lane
    let (ceiling, days) = (prices.ceiling, prices.days)
    let people = block.people
    let standings = tally.standings
    let payments = CopayContacts()
    defer { payments.free() }
    let (starts, others) = (block.starts, block.otherCopay)
    block.contacts.withUnsafeBufferPointer { contacts in
      prices.copay.withUnsafeBufferPointer { copays in
        prices.rowOfDay.withUnsafeBufferPointer { rowOfDay in
          guard let copays = copays.baseAddress, let rowOfDay = rowOfDay.baseAddress else { return }
          for list in kinds.indices {
            let most = prices.mostCopay[Int(kinds[list])]
            let own = copays + Int(kinds[list]) * prices.segments * prices.classes
            for person in people.starts[list]..<people.starts[list + 1] where standings[person] == 0
            {
              let (start, end) = (Int(starts[person]), Int(starts[person + 1]))
              let other = Int(others[person])
              // Who cannot reach the ceiling pays every copay, and nothing moves.
              guard other &+ (end &- start) &* most >= ceiling,
                other &+ payments.take(contacts[start..<end], at: own, rowOfDay) >= ceiling
              else { continue }
              payments.sort()
              var paid = 0
              var hasReached = false
              for place in 0..<payments.count {
                let contact = payments[place]
                let left = max(0, ceiling &- paid &- other &* contact.day / days)
                let part = min(left, contact.copay)
                paid &+= part
                guard part < contact.copay else { continue }
                hasReached = true
                let over = contact.copay &- part
                byClass[contact.kind][Lane.copay] &-= over
                byClass[contact.kind][Lane.ceilingCopay] &+= over
                let sum = list &* 2 &+ (contact.kind < firstOutOfHours ? 0 : 1)
                byList[sum][Lane.copay] &-= over
                byList[sum][Lane.ceilingCopay] &+= over
              }
              atCeiling += hasReached ? 1 : 0
            }
          }
        }
      }
    }
  }

  /// Follows every person day by day, where lines may be struck out. Not the fast way: no law in
  /// force has such lines.
  private mutating func followEverybody(
    in block: DrawnBlock, at prices: PriceTable, _ kinds: [UInt8], _ firstOutOfHours: Int
  ) {
    let classes = prices.classes
    let perKind = prices.segments * classes
    var person = FollowedPerson(prices: prices)
    let contacts = block.isInOrder ? block.contacts : block.inOrder().contacts
    for list in kinds.indices {
      let base = Int(kinds[list]) * perKind
      for number in block.people.starts[list]..<block.people.starts[list + 1] {
        let own = contacts[Int(block.starts[number])..<Int(block.starts[number + 1])]
        let standing = Patient.Standing(rawValue: Int(tally.standings[number])) ?? .paying
        let hasReached = person.follow(
          own, from: base, standing: standing, other: Int(block.otherCopay[number])
        ) { kind, change in
          byClass[kind] &+= change
          byList[list * 2 + (kind < firstOutOfHours ? 0 : 1)] &+= change
        }
        atCeiling += hasReached ? 1 : 0
      }
    }
  }
}

/// Contacts of a block by list, standing, segment of the year and class.
struct Tally: Sendable {
  let counts: [UInt32]
  /// ``Rules/Patient/Standing`` of each person.
  let standings: [UInt8]
  /// What the counts depend on beside the contacts.
  let segmentOfDay: [UInt8]
  let isExempt: [Bool]

  /// Whether prices of another law can be put on these counts.
  func fits(_ prices: PriceTable) -> Bool {
    segmentOfDay == prices.segmentOfDay && isExempt == prices.isExempt
  }

  /// The counts of some segments together, by class.
  @inline(__always)
  fileprivate func add(
    _ segments: Range<Int>, of classes: Int, from first: Int, into sums: inout [UInt32]
  ) {
    for place in 0..<classes { sums[place] = 0 }
    for segment in segments {
      let start = first &+ segment &* classes
      for place in 0..<classes { sums[place] &+= counts[start &+ place] }
    }
  }

  init(of block: DrawnBlock, in prices: PriceTable) {
    let (classes, people) = (prices.classes, block.people)
    let perStanding = prices.segments * classes
    let (segmentOfDay, isExempt) = (prices.segmentOfDay, prices.isExempt)
    let (rowOfDay, starts) = (prices.rowOfDay, block.starts)
    let standings = people.standings.indices.map { person -> UInt8 in
      let standing = people.standings[person]
      if standing.contains(.uninsured) { return 2 }
      return isExempt[Int(people.cells[person])] || standing.contains(.exempt) ? 1 : 0
    }
    var counts = [UInt32](repeating: 0, count: block.lists.count * 3 * perStanding)
    counts.withUnsafeMutableBufferPointer { counts in
      block.contacts.withUnsafeBufferPointer { contacts in
        for list in 0..<block.lists.count {
          for person in people.starts[list]..<people.starts[list + 1] {
            let base = (list * 3 + Int(standings[person])) * perStanding
            for contact in contacts[Int(starts[person])..<Int(starts[person + 1])] {
              let row = base &+ Int(rowOfDay[Int(contact &>> 16)])
              counts[row &+ Int(contact & 0xffff)] &+= 1
            }
          }
        }
      }
    }
    (self.counts, self.standings) = (counts, standings)
    (self.segmentOfDay, self.isExempt) = (segmentOfDay, isExempt)
  }
}
