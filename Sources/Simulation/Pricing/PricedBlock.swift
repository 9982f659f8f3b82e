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
  /// By kind of practice and class.
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
    byClass = Array(repeating: .zero, count: prices.classes * prices.mostCopay.count)
    var near: [UInt32] = []
    tally = Tally(of: block, in: prices, kinds: kinds, counted: counted, nearCeiling: &near)
    price(kinds: kinds, at: prices, firstOutOfHours: firstOutOfHours)
    if prices.hasStruckLines {
      followStruck(near, in: block, at: prices, kinds, firstOutOfHours)
    } else {
      followToCeiling(near, in: block, at: prices, kinds, firstOutOfHours)
    }
  }

  /// Counts times prices. Counts of segments with the same prices are added up first.
  private mutating func price(kinds: [UInt8], at prices: PriceTable, firstOutOfHours: Int) {
    let classes = prices.classes
    let perKind = prices.segments * classes
    let perStanding = perKind * prices.mostCopay.count
    var added = [UInt32](repeating: 0, count: classes)
    for list in kinds.indices {
      let own = Int(kinds[list]) * classes
      for standing in 0..<3 {
        let from = (list * 3 + standing) * perKind
        let price = standing * perStanding + Int(kinds[list]) * perKind
        for period in prices.periods {
          tally.add(period, of: classes, from: from, into: &added)
          let first = price + period.lowerBound * classes
          for place in 0..<classes where added[place] > 0 {
            let sum = PaymentVector(repeating: Int(added[place])) &* prices.payments[first + place]
            byClass[own &+ place] &+= sum
            byList[list * 2 + (place < firstOutOfHours ? 0 : 1)] &+= sum
          }
        }
      }
    }
  }

  /// Moves copay above the ceiling from the patient to the state.
  private mutating func followToCeiling(
    _ persons: [UInt32], in block: DrawnBlock, at prices: PriceTable, _ kinds: [UInt8],
    _ firstOutOfHours: Int
  ) {
    let year = CopayYear(ceiling: prices.ceiling, days: prices.days)
    defer { year.free() }
    let perKind = prices.segments * prices.classes
    let waived = UnsafeMutablePointer<Int>.allocate(capacity: perKind)
    waived.initialize(repeating: 0, count: perKind)
    defer { waived.deallocate() }
    let (starts, others, people) = (block.starts, block.otherCopay, block.people)
    block.contacts.withUnsafeBufferPointer { contacts in
      prices.copay.withUnsafeBufferPointer { copays in
        prices.rowOfDay.withUnsafeBufferPointer { rowOfDay in
          guard let copays = copays.baseAddress, let rowOfDay = rowOfDay.baseAddress else { return }
          var next = 0
          for list in kinds.indices {
            let own = copays + Int(kinds[list]) * perKind
            let first = Int(kinds[list]) * prices.classes
            let law = CopayYear.Law(copays: own, rowOfDay: rowOfDay, waived: waived)
            while next < persons.count && Int(persons[next]) < people.starts[list + 1] {
              let person = Int(persons[next])
              let own = UnsafeBufferPointer(
                rebasing: contacts[Int(starts[person])..<Int(starts[person + 1])])
              let other = Int(others[person])
              let cut =
                block.isInOrder
                ? year.follow(inOrder: own, other: other, by: law)
                : year.follow(own, other: other, by: law)
              if let cut {
                let kind = cut.place % prices.classes
                waive(cut.over, of: kind, at: first, on: list, firstOutOfHours)
                atCeiling += 1
              }
              next += 1
            }
            for place in 0..<perKind where waived[place] > 0 {
              let over = waived[place] * Int(own[place])
              waive(over, of: place % prices.classes, at: first, on: list, firstOutOfHours)
              waived[place] = 0
            }
          }
        }
      }
    }
  }

  // What the patient would have paid over the ceiling; `first` is the place of the first class of the
  // list's kind of practice.
  private mutating func waive(
    _ over: Int, of kind: Int, at first: Int, on list: Int, _ firstOutOfHours: Int
  ) {
    typealias Lane = PaymentVector.Lane
    byClass[first + kind][Lane.copay] &-= over
    byClass[first + kind][Lane.ceilingCopay] &+= over
    let sum = list * 2 + (kind < firstOutOfHours ? 0 : 1)
    byList[sum][Lane.copay] &-= over
    byList[sum][Lane.ceilingCopay] &+= over
  }

  /// Follows persons day by day, where lines may be struck out: by a cap mostly on a day with two
  /// contacts or more, by a yearly maximum anywhere. Striking out only lowers copay, so nobody else comes near the
  /// ceiling. Not the fast way: no law in force has such lines.
  private mutating func followStruck(
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
        guard isNear || prices.strikesSingleContacts || hasSharedDay(own) else { continue }
        let standing = Patient.Standing(rawValue: Int(tally.standings[number])) ?? .paying
        let hasReached = person.follow(
          own, from: base, standing: standing, other: Int(block.otherCopay[number])
        ) { kind, change in
          byClass[first + kind] &+= change
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

/// Contacts of a block by list, standing, segment of the year and class.
struct Tally: Sendable {
  private(set) var counts: [UInt32]
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

  /// Counts the contacts of a block, and finds who comes near the ceiling.
  ///
  /// - Parameters:
  ///   - block: Persons and contacts.
  ///   - prices: The law.
  ///   - kinds: The kind of practice of each list of the block.
  ///   - counted: Counts of the same contacts under the same segments and ages, if there are any.
  ///   - nearCeiling: Persons whose copay of the whole year reaches the ceiling; when there are counts
  ///     already, who has so many contacts that it may.
  init(
    of block: DrawnBlock, in prices: PriceTable, kinds: [UInt8], counted: Tally?,
    nearCeiling: inout [UInt32]
  ) {
    let people = block.people
    if let counted {
      self = counted
    } else {
      let isExempt = prices.isExempt
      standings = people.standings.indices.map { person -> UInt8 in
        let standing = people.standings[person]
        if standing.contains(.uninsured) { return 2 }
        return isExempt[Int(people.cells[person])] || standing.contains(.exempt) ? 1 : 0
      }
      (segmentOfDay, self.isExempt) = (prices.segmentOfDay, isExempt)
      counts = []
    }
    let perStanding = prices.segments * prices.classes
    let (standings, starts, others) = (standings, block.starts, block.otherCopay)
    let (rowOfDay, ceiling) = (prices.rowOfDay, prices.ceiling)
    var counts =
      counted == nil ? [UInt32](repeating: 0, count: kinds.count * 3 * perStanding) : []
    nearCeiling = Array(unsafeUninitializedCapacity: people.count) { near, filled in
      counts.withUnsafeMutableBufferPointer { counts in
        block.contacts.withUnsafeBufferPointer { contacts in
          for list in kinds.indices {
            let most = prices.mostCopay[Int(kinds[list])]
            let copays = prices.copay[
              Int(kinds[list]) * perStanding..<(Int(kinds[list]) + 1) * perStanding]
            copays.withUnsafeBufferPointer { copays in
              for person in people.starts[list]..<people.starts[list + 1] {
                let own = contacts[Int(starts[person])..<Int(starts[person + 1])]
                let standing = Int(standings[person])
                var copay = Int(others[person])
                if counted == nil {
                  let base = (list * 3 + standing) * perStanding
                  for contact in own {
                    let place = Int(rowOfDay[Int(contact &>> 16)]) &+ Int(contact & 0xffff)
                    counts[base &+ place] &+= 1
                    copay &+= Int(copays[place])
                  }
                } else {
                  copay &+= own.count &* most
                }
                near[filled] = UInt32(truncatingIfNeeded: person)
                filled &+= standing == 0 && copay >= ceiling ? 1 : 0
              }
            }
          }
        }
      }
    }
    if counted == nil { self.counts = counts }
  }
}
