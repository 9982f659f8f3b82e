import Populations
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
  let contacts: [UInt32]
  /// Whether each person's contacts are in the order of time.
  let isInOrder: Bool
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
    isInOrder = true
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
  func inOrder() -> DrawnBlock { inOrder(of: (0..<UInt32(people.count)).map { $0 }) }

  /// The same with the persons in another order, each named by the place it has now; lists keep their
  /// persons.
  func inOrder(of persons: [UInt32]) -> DrawnBlock {
    var people = People(expecting: persons.count, on: lists.count)
    for list in 0..<lists.count {
      let own = persons[self.people.starts[list]..<self.people.starts[list + 1]].map(Int.init)
      people.addList(
        of: own.map { person in
          (
            cell: Cell(code: self.people.cells[person]), frailty: self.people.frailty[person],
            spending: self.people.spending[person], standing: self.people.standings[person]
          )
        })
    }
    var starts: [UInt32] = [0]
    starts.reserveCapacity(persons.count + 1)
    let ordered = [UInt32](unsafeUninitializedCapacity: contacts.count) { slots, filled in
      guard let first = slots.baseAddress else { return }
      for person in persons {
        let own = contacts[Int(self.starts[Int(person)])..<Int(self.starts[Int(person) + 1])]
        for (place, contact) in own.enumerated() {
          (first + filled + place).initialize(to: contact)
        }
        sortByDay(first + filled, count: own.count)
        filled += own.count
        starts.append(UInt32(filled))
      }
    }
    return DrawnBlock(
      self, people: people, contacts: ordered, starts: starts,
      otherCopay: persons.map { otherCopay[Int($0)] })
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
