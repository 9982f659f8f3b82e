import Practices

/// What lies above the ceiling in a block: copay that the state pays for patients.
///
/// Hot: follows persons who come near the ceiling contact by contact. Must equal
/// ``Rules/PatientYear`` to the øre.
struct AboveCeiling: Sendable {
  private let classes: Int
  /// By list and class, in øre.
  private var ore: [Int]
  /// Persons who reach the ceiling, by list.
  private(set) var persons: [Int]

  /// A list's, by class, in øre.
  func ore(of list: Int) -> ArraySlice<Int> { ore[list * classes..<(list + 1) * classes] }

  /// - Parameters:
  ///   - near: Who may reach the ceiling, list by list.
  ///   - block: Persons and contacts.
  ///   - prices: The law.
  ///   - kinds: The kind of practice of each list of the block.
  ///   - again: What stands of an earlier pricing of the block, if there was one.
  init(
    _ near: [UInt32], in block: DrawnBlock, at prices: PriceTable, kinds: [UInt8],
    again: PricedAgain?
  ) {
    classes = prices.classes
    ore = Array(repeating: 0, count: kinds.count * classes)
    persons = Array(repeating: 0, count: kinds.count)
    var next = 0
    for list in kinds.indices {
      let end = block.people.starts[list + 1]
      let first = next
      while next < near.count && Int(near[next]) < end { next += 1 }
      if let again, again.isAsBefore(list), let above = again.kept.above {
        take(list, from: above)
      } else if first < next {
        follow(near[first..<next], on: list, in: block, at: prices, kind: Int(kinds[list]))
      }
    }
  }

  private mutating func take(_ list: Int, from other: AboveCeiling) {
    persons[list] = other.persons[list]
    for place in list * classes..<(list + 1) * classes { ore[place] = other.ore[place] }
  }

  private mutating func follow(
    _ near: ArraySlice<UInt32>, on list: Int, in block: DrawnBlock, at prices: PriceTable,
    kind: Int
  ) {
    let perKind = prices.segments * prices.classes
    var reached = 0
    block.contacts.withUnsafeBufferPointer { contacts in
      block.starts.withUnsafeBufferPointer { starts in
        block.otherCopay.withUnsafeBufferPointer { others in
          prices.copay.withUnsafeBufferPointer { copays in
            prices.rowOfDay.withUnsafeBufferPointer { rowOfDay in
              ore.withUnsafeMutableBufferPointer { ore in
                guard let contacts = contacts.baseAddress, let starts = starts.baseAddress,
                  let others = others.baseAddress, let copays = copays.baseAddress,
                  let rowOfDay = rowOfDay.baseAddress, let ore = ore.baseAddress
                else { return }
                let path = prices.ceilings
                let law = CopayLaw(
                  copays: copays + kind * perKind, rowOfDay: rowOfDay, ceiling: path.ceilings[0],
                  leastRepaid: path.leastRepaid, days: prices.days, above: ore + list * classes)
                switch (block.isInOrder, path.isOne) {
                case (true, true):
                  let repaid = law.repaid(near, among: contacts, from: starts, others: others)
                  reached = law.follow(repaid, inOrder: contacts, from: starts, others: others)
                case (true, false):
                  reached = law.follow(
                    near, inOrder: contacts, from: starts, others: others, to: path)
                case (false, let isOne):
                  let year = CopayYear()
                  defer { year.free() }
                  reached =
                    isOne
                    ? year.follow(near, contacts, from: starts, others: others, by: law)
                    : year.follow(near, contacts, from: starts, others: others, by: law, to: path)
                }
              }
            }
          }
        }
      }
    }
    persons[list] += reached
  }
}
