import Practices
import Scenarios
import Statistics

/// The persons on a run of lists and every contact they have in a year, as flat arrays.
///
/// Hot: pays for flat arrays and words of 32 bits with `contact & 0xffff` for the class and
/// `contact >> 16` for the day. What it draws is told by ``ContactModel``. Contacts stand in the order
/// they were drawn in; only where the order of time matters are they put into it.
struct DrawnBlock: Sendable {
  /// Places of the lists in the run's table.
  let lists: Range<Int>
  let people: People
  /// Every person's contacts, the day of the year and the class: service by service as drawn, or in
  /// the order of time when ``isInOrder``.
  private(set) var contacts: [UInt32]
  /// Whether each person's contacts are in the order of time.
  private(set) var isInOrder: Bool
  /// Where each person's contacts start; one more than there are persons.
  let starts: [UInt32]
  /// Each person's copay for other services over the year, in øre.
  let otherCopay: [Int32]
  let use: UseCounts

  /// Contacts from elsewhere than the model.
  init(
    _ lists: Range<Int>, people: People, contacts: [UInt32], starts: [UInt32], otherCopay: [Int32]
  ) {
    (self.lists, self.people, self.contacts) = (lists, people, contacts)
    (self.starts, self.otherCopay, use) = (starts, otherCopay, UseCounts(rows: 0))
    isInOrder = false
  }

  private init(
    _ block: DrawnBlock, people: People, contacts: [UInt32], starts: [UInt32], otherCopay: [Int32]
  ) {
    (lists, self.people, self.contacts) = (block.lists, people, contacts)
    (self.starts, self.otherCopay, use) = (starts, otherCopay, block.use)
    isInOrder = block.isInOrder
  }

  init(_ lists: Range<Int>, people: People, drawing model: ContactModel) {
    (self.lists, self.people, isInOrder) = (lists, people, false)
    let counts = PersonCounts(of: people, on: lists, drawing: model)
    use = counts.use
    starts = counts.starts
    otherCopay = people.cells.indices.map { person in
      let row = Int(model.rowOfCell[Int(people.cells[person])])
      return model.otherCopay[row * Frailty.ranks + Int(people.spending[person])]
    }
    let total = Int(counts.starts[people.count])
    // One place more, for the second contact of a pair that has none.
    contacts = Array(unsafeUninitializedCapacity: total + 1) { slots, filled in
      ContactPairs.fill(slots, for: people, on: lists, counts, by: model)
      filled = total
    }
  }
}

extension DrawnBlock {
  /// The block with each person's contacts in the order of time, for pricing more than once.
  func inOrder() -> DrawnBlock {
    var block = self
    block.isInOrder = true
    let starts = starts
    block.contacts.withUnsafeMutableBufferPointer { contacts in
      guard let first = contacts.baseAddress else { return }
      for person in 0..<people.count {
        sortByDay(first + Int(starts[person]), count: Int(starts[person + 1] - starts[person]))
      }
    }
    return block
  }

  /// The block with its persons in another order, each named by the place it has now; lists keep their
  /// persons.
  func arranged(by order: [UInt32]) -> DrawnBlock {
    var people = People(expecting: order.count, on: lists.count)
    for list in 0..<lists.count {
      people.addList(
        of: order[self.people.starts[list]..<self.people.starts[list + 1]].map { person in
          let person = Int(person)
          return (
            cell: PersonCell(code: self.people.cells[person]), frailty: self.people.frailty[person],
            spending: self.people.spending[person], standing: self.people.standings[person]
          )
        })
    }
    var starts: [UInt32] = [0]
    starts.reserveCapacity(order.count + 1)
    let arranged = [UInt32](unsafeUninitializedCapacity: contacts.count) { slots, filled in
      contacts.withUnsafeBufferPointer { contacts in
        for person in order {
          for place in self.starts[Int(person)]..<self.starts[Int(person) + 1] {
            slots.initializeElement(at: filled, to: contacts[Int(place)])
            filled &+= 1
          }
          starts.append(UInt32(filled))
        }
      }
    }
    return DrawnBlock(
      self, people: people, contacts: arranged, starts: starts,
      otherCopay: order.map { otherCopay[Int($0)] })
  }
}

/// Puts a person's contacts in the order of time. A person has few, so by insertion; equal days keep
/// the order they were drawn in.
@inline(__always)
func sortByDay(_ contacts: UnsafeMutablePointer<UInt32>, count: Int) {
  for next in 1..<max(count, 1) {
    let contact = contacts[next]
    var place = next
    while place > 0 && contacts[place &- 1] &>> 16 > contact &>> 16 {
      contacts[place] = contacts[place &- 1]
      place &-= 1
    }
    contacts[place] = contact
  }
}
