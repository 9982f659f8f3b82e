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

  /// Counts times prices.
  private mutating func price(kinds: [UInt8], at prices: PriceTable, firstOutOfHours: Int) {
    let (classes, segments) = (prices.classes, prices.segments)
    let perKind = segments * classes
    let perStanding = perKind * prices.mostCopay.count
    tally.counts.withUnsafeBufferPointer { counts in
      prices.payments.withUnsafeBufferPointer { payments in
        byClass.withUnsafeMutableBufferPointer { byClass in
          for list in kinds.indices {
            var sums = (practice: PaymentVector.zero, outOfHours: PaymentVector.zero)
            for standing in 0..<3 {
              let from = (list * 3 + standing) * perKind
              let price = standing * perStanding + Int(kinds[list]) * perKind
              for segment in 0..<segments {
                for place in 0..<classes {
                  let count = Int(counts[from + segment * classes + place])
                  guard count > 0 else { continue }
                  let sum =
                    PaymentVector(repeating: count) &* payments[price + segment * classes + place]
                  byClass[place] &+= sum
                  if place < firstOutOfHours {
                    sums.practice &+= sum
                  } else {
                    sums.outOfHours &+= sum
                  }
                }
              }
            }
            byList[list * 2] = sums.practice
            byList[list * 2 + 1] = sums.outOfHours
          }
        }
      }
    }
  }

  /// Moves copay above the ceiling from the patient to the state.
  private mutating func followToCeiling(
    in block: DrawnBlock, at prices: PriceTable, _ kinds: [UInt8], _ firstOutOfHours: Int
  ) {
    let (classes, ceiling, days) = (prices.classes, prices.ceiling, prices.days)
    let perKind = prices.segments * classes
    let people = block.people
    let standings = tally.standings
    block.contacts.withUnsafeBufferPointer { contacts in
      prices.copay.withUnsafeBufferPointer { copays in
        byClass.withUnsafeMutableBufferPointer { byClass in
          for list in kinds.indices {
            let most = prices.mostCopay[Int(kinds[list])]
            let base = Int(kinds[list]) * perKind
            for person in people.starts[list]..<people.starts[list + 1]
            where standings[person] == 0 {
              let (start, end) = (Int(block.starts[person]), Int(block.starts[person + 1]))
              let other = Int(block.otherCopay[person])
              // Who cannot reach the ceiling pays every copay, and nothing moves.
              guard other + (end - start) * most >= ceiling else { continue }
              var paid = 0
              var hasReached = false
              for place in start..<end {
                let contact = contacts[place]
                let day = Int(contact &>> 16)
                let kind = Int(contact & 0xffff)
                let copay = Int(
                  copays[base + Int(prices.segmentOfDay[day]) * classes + kind])
                let left = max(0, ceiling &- paid &- other &* day / days)
                let own = min(left, copay)
                paid &+= own
                guard own < copay else { continue }
                hasReached = true
                let over = copay &- own
                byClass[kind][PaymentVector.Lane.copay] &-= over
                byClass[kind][PaymentVector.Lane.ceilingCopay] &+= over
                let sum = list * 2 + (kind < firstOutOfHours ? 0 : 1)
                byList[sum][PaymentVector.Lane.copay] &-= over
                byList[sum][PaymentVector.Lane.ceilingCopay] &+= over
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
    for list in kinds.indices {
      let base = Int(kinds[list]) * perKind
      for number in block.people.starts[list]..<block.people.starts[list + 1] {
        let own = block.contacts[Int(block.starts[number])..<Int(block.starts[number + 1])]
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

  init(of block: DrawnBlock, in prices: PriceTable) {
    let (classes, people) = (prices.classes, block.people)
    let perStanding = prices.segments * classes
    let (segmentOfDay, isExempt) = (prices.segmentOfDay, prices.isExempt)
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
            for place in Int(block.starts[person])..<Int(block.starts[person + 1]) {
              let contact = contacts[place]
              let segment = Int(segmentOfDay[Int(contact &>> 16)])
              counts[base &+ segment &* classes &+ Int(contact & 0xffff)] &+= 1
            }
          }
        }
      }
    }
    (self.counts, self.standings) = (counts, standings)
    (self.segmentOfDay, self.isExempt) = (segmentOfDay, isExempt)
  }
}
