import Practices
import Rules

/// Counts the contacts of a block list by list, and adds copay up.
///
/// Hot: contacts of a list are first counted as though everyone paid, in one pass that asks nobody whose
/// they are; those of the few who do not pay are then moved to where they belong. What a person's
/// contacts cost is the difference of two running sums.
struct ContactCounter {
  private let block: DrawnBlock
  private let prices: PriceTable
  /// By list, standing, segment and class.
  private let counts: UnsafeMutableBufferPointer<UInt32>
  /// What the contacts of the list before each one cost together, in øre.
  private let before: UnsafeMutablePointer<Int>
  /// Persons of the list who do not pay.
  private let others: UnsafeMutablePointer<UInt32>

  init(_ block: DrawnBlock, at prices: PriceTable, counts: UnsafeMutableBufferPointer<UInt32>) {
    (self.block, self.prices, self.counts) = (block, prices, counts)
    before = .allocate(capacity: block.contacts.count + 1)
    others = .allocate(capacity: block.people.count + 1)
  }

  func free() {
    before.deallocate()
    others.deallocate()
  }

  /// What a person's contacts and other services cost with nothing above a ceiling, in øre; of the list
  /// that was counted last.
  @inline(__always)
  func copay(of person: Int) -> Int {
    let own = before[Int(block.starts[person + 1])] &- before[Int(block.starts[person])]
    return Int(block.otherCopay[person]) &+ own
  }

  /// Moves the contacts of a person who is exempt for a part of the year, and otherwise pays.
  private func move(
    contactsOf person: Int, from first: Int, of people: People,
    _ contacts: UnsafeBufferPointer<UInt32>
  ) {
    let cell = Int(people.cells[person])
    let exempt = Patient.Standing.exempt.rawValue * prices.segments * prices.classes
    for contact in contacts[Int(block.starts[person])..<Int(block.starts[person + 1])] {
      let day = Int(contact &>> 16)
      guard prices.isExempt[Int(prices.segmentOfDay[day]) * PersonCell.count + cell] else {
        continue
      }
      let place = first + Int(prices.rowOfDay[day]) + Int(contact & 0xffff)
      counts[place] &-= 1
      counts[place + exempt] &+= 1
    }
  }

  /// Counts the contacts of a list.
  func count(_ list: Int, kind: Int, of people: People, _ standings: [UInt8]) {
    let perStanding = prices.segments * prices.classes
    let persons = people.starts[list]..<people.starts[list + 1]
    let first = list * 3 * perStanding
    let copays = prices.copay[kind * perStanding..<(kind + 1) * perStanding]
    var sum = 0
    copays.withUnsafeBufferPointer { copays in
      block.contacts.withUnsafeBufferPointer { contacts in
        let (starts, rowOfDay) = (block.starts, prices.rowOfDay)
        for next in Int(starts[persons.lowerBound])..<Int(starts[persons.upperBound]) {
          let place = Int(rowOfDay[Int(contacts[next] &>> 16)]) &+ Int(contacts[next] & 0xffff)
          counts[first &+ place] &+= 1
          before[next] = sum
          sum &+= Int(copays[place])
        }
        before[Int(starts[persons.upperBound])] = sum
        var end = 0
        for person in persons {
          // Written in any case, and kept only when the person does not pay.
          others[end] = UInt32(truncatingIfNeeded: person)
          end &+= standings[person] > 0 ? 1 : 0
        }
        for other in 0..<end {
          let person = Int(others[other])
          guard standings[person] != Tally.changing else {
            move(contactsOf: person, from: first, of: people, contacts)
            continue
          }
          let away = Int(standings[person]) * perStanding
          for contact in contacts[Int(starts[person])..<Int(starts[person + 1])] {
            let place = first &+ Int(rowOfDay[Int(contact &>> 16)]) &+ Int(contact & 0xffff)
            counts[place] &-= 1
            counts[place &+ away] &+= 1
          }
        }
      }
    }
  }
}
