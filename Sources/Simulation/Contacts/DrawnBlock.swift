import Populations
import Scenarios
import Statistics

/// The persons on a run of lists and every contact they have in a year, as flat arrays.
///
/// Hot: pays for flat arrays and words of 32 bits with `contact & 0xffff` for the class and
/// `contact >> 16` for the day. What it draws is told by ``ContactModel``.
struct DrawnBlock: Sendable {
  /// Places of the lists in the run's table.
  let lists: Range<Int>
  let people: People
  /// Every person's contacts in the order of time: the day of the year, and the class.
  let contacts: [UInt32]
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
  }

  init(_ lists: Range<Int>, people: People, drawing model: ContactModel) {
    (self.lists, self.people) = (lists, people)
    let counts = PersonCounts(of: people, on: lists, drawing: model)
    use = counts.use
    starts = counts.starts
    otherCopay = people.cells.indices.map { person in
      let row = Int(model.rowOfCell[Int(people.cells[person])])
      return model.otherCopay[row * Frailty.ranks + Int(people.spending[person])]
    }
    contacts = Array(unsafeUninitializedCapacity: Int(counts.starts[people.count])) {
      slots, filled in
      fill(slots, counts, people, lists, model)
      filled = slots.count
    }
  }
}

/// Persons, contacts, and persons with at least one, by row group of the model and service.
struct UseCounts: Sendable {
  /// By row group.
  var persons: [Int]
  /// By row group and service.
  var contacts: [Int]
  var withAny: [Int]

  init(rows: Int) {
    persons = Array(repeating: 0, count: rows)
    contacts = Array(repeating: 0, count: rows * Service.allCases.count)
    withAny = contacts
  }

  static func += (a: inout Self, b: Self) {
    for row in a.persons.indices { a.persons[row] += b.persons[row] }
    for row in a.contacts.indices {
      a.contacts[row] += b.contacts[row]
      a.withAny[row] += b.withAny[row]
    }
  }
}

/// How many contacts each person has with each service.
private struct PersonCounts {
  /// By person: consultations, simple contacts, out of hours.
  var counts: [SIMD4<UInt8>]
  var starts: [UInt32]
  var use: UseCounts

  init(of people: People, on lists: Range<Int>, drawing model: ContactModel) {
    let rows = (Int(model.rowOfCell.max() ?? 0) / 2 + 1) * 2
    var use = UseCounts(rows: rows)
    var total: UInt32 = 0
    var starts: [UInt32] = [0]
    starts.reserveCapacity(people.count + 1)
    counts = Array(unsafeUninitializedCapacity: people.count) { slots, filled in
      let services = model.services
      let (consultation, simple, outOfHours) = (services[0], services[1], services[2])
      for list in 0..<people.lists {
        let number = UInt32(truncatingIfNeeded: lists.lowerBound + list)
        let first = people.starts[list]
        for person in first..<people.starts[list + 1] {
          let block = model.streams.counts.block(list: number, place: UInt32(person - first))
          let row = Int(model.rowOfCell[Int(people.cells[person])])
          let place = row * Frailty.ranks + Int(people.frailty[person])
          let own = SIMD4(
            consultation.count(at: block[0], row: place), simple.count(at: block[1], row: place),
            outOfHours.count(at: block[2], row: place), 0)
          (slots.baseAddress! + person).initialize(to: own)
          total &+= UInt32(own[0]) &+ UInt32(own[1]) &+ UInt32(own[2])
          starts.append(total)
          use.persons[row] += 1
          for service in 0..<3 {
            use.contacts[row * 3 + service] += Int(own[service])
            use.withAny[row * 3 + service] += own[service] > 0 ? 1 : 0
          }
        }
      }
      filled = people.count
    }
    (self.starts, self.use) = (starts, use)
  }
}

extension ServiceModel {
  /// The Poisson count at a draw, by inversion.
  @inline(__always)
  fileprivate func count(at draw: UInt32, row: Int) -> UInt8 {
    let (start, end) = (Int(starts[row]), Int(starts[row + 1]))
    var place = start
    while place < end && draw >= bounds[place] { place += 1 }
    return UInt8(truncatingIfNeeded: place - start)
  }
}

/// Draws class and day of every contact, two contacts to a block of random numbers, and keeps each
/// person's in the order of time.
private func fill(
  _ slots: UnsafeMutableBufferPointer<UInt32>, _ counts: PersonCounts, _ people: People,
  _ lists: Range<Int>, _ model: ContactModel
) {
  let days = UInt32(model.days)
  for list in 0..<people.lists {
    let number = UInt32(truncatingIfNeeded: lists.lowerBound + list)
    let first = people.starts[list]
    for person in first..<people.starts[list + 1] {
      let start = Int(counts.starts[person])
      var end = start
      for service in 0..<3 {
        let count = Int(counts.counts[person][service])
        guard count > 0 else { continue }
        let tables = model.services[service]
        let stream = model.streams.contacts[service]
        var block = SIMD4<UInt32>()
        var day: UInt32 = 0
        for event in 0..<count {
          let isOdd = event & 1 == 1
          if !isOdd {
            block = stream.block(
              list: number, place: UInt32(person - first), event: UInt32(event &>> 1))
          }
          let (pick, when) = isOdd ? (block[2], block[3]) : (block[0], block[1])
          var picked = Int(tables.guide[Int(pick &>> 24)])
          while UInt64(pick) >= tables.classBounds[picked] { picked += 1 }
          if event == 0 || when & 0xfff >= model.sameDay { day = ((when &>> 12) &* days) &>> 20 }
          let contact = day &<< 16 | UInt32(tables.firstClass + picked)
          // Insertion: a person has few contacts, and equal days keep the order they came in.
          var place = end
          while place > start && slots[place - 1] &>> 16 > day {
            slots[place] = slots[place - 1]
            place -= 1
          }
          slots[place] = contact
          end += 1
        }
      }
    }
  }
}
