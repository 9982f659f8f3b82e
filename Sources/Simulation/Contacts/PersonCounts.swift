import Populations
import Scenarios
import Statistics

/// How many contacts each person has with each service.
struct PersonCounts {
  /// The most contacts of a person: as many as a byte counts with each service.
  static let most = 3 * 255

  /// By person: consultations, simple contacts, out of hours.
  private(set) var counts: [SIMD4<UInt8>]
  /// Where each person's contacts start; one more than there are persons.
  private(set) var starts: [UInt32]
  let use: UseCounts

  init(of people: People, on lists: Range<Int>, drawing model: ContactModel) {
    var use = UseCounts(rows: (Int(model.rowOfCell.max() ?? 0) / 2 + 1) * 2)
    var starts = [UInt32](repeating: 0, count: people.count + 1)
    let table = model.counts
    // What eight persons draw for each service, to be read lane by lane.
    let lanes = UnsafeMutablePointer<SIMD8<UInt32>>.allocate(capacity: 3)
    defer { lanes.deallocate() }
    counts = Array(unsafeUninitializedCapacity: people.count) { slots, filled in
      var total: UInt32 = 0
      for list in 0..<people.lists {
        let number = UInt32(truncatingIfNeeded: lists.lowerBound + list)
        let persons = people.starts[list]..<people.starts[list + 1]
        for first in stride(from: persons.lowerBound, to: persons.upperBound, by: 8) {
          let place = UInt32(truncatingIfNeeded: first &- persons.lowerBound)
          let draws = model.streams.counts.blocks(
            list: number, places: SIMD8(repeating: place) &+ SIMD8(0, 1, 2, 3, 4, 5, 6, 7))
          (lanes[0], lanes[1], lanes[2]) = (draws.0, draws.1, draws.2)
          for lane in 0..<min(8, persons.upperBound &- first) {
            let person = first &+ lane
            let row = Int(model.rowOfCell[Int(people.cells[person])])
            let place = row &* Frailty.ranks &+ Int(people.frailty[person])
            let own = SIMD4(
              table.count(at: lanes[0][lane], row: place, column: 0),
              table.count(at: lanes[1][lane], row: place, column: 1),
              table.count(at: lanes[2][lane], row: place, column: 2), 0)
            slots.initializeElement(at: person, to: own)
            total &+= UInt32(own[0]) &+ UInt32(own[1]) &+ UInt32(own[2])
            starts[person + 1] = total
            use.count(own, row: row)
          }
        }
      }
      filled = people.count
    }
    (self.starts, self.use) = (starts, use)
  }
}

/// Persons, contacts, and persons with at least one, by row group of the model and service.
struct UseCounts: Sendable {
  /// By row group.
  private(set) var persons: [Int]
  /// By row group: consultations, simple contacts, out of hours, and nothing.
  private var contactLanes: [SIMD4<Int32>]
  private var anyLanes: [SIMD4<Int32>]

  init(rows: Int) {
    persons = Array(repeating: 0, count: rows)
    contactLanes = Array(repeating: .zero, count: rows)
    anyLanes = contactLanes
  }

  /// Contacts of a row group with a service, by its place.
  func contacts(_ row: Int, _ service: Int) -> Int { Int(contactLanes[row][service]) }

  /// Persons of a row group with at least one.
  func withAny(_ row: Int, _ service: Int) -> Int { Int(anyLanes[row][service]) }

  static func += (a: inout Self, b: Self) {
    for row in a.persons.indices {
      a.persons[row] += b.persons[row]
      a.contactLanes[row] &+= b.contactLanes[row]
      a.anyLanes[row] &+= b.anyLanes[row]
    }
  }

  @inline(__always)
  fileprivate mutating func count(_ own: SIMD4<UInt8>, row: Int) {
    persons[row] &+= 1
    let lanes = SIMD4<Int32>(truncatingIfNeeded: own)
    contactLanes[row] &+= lanes
    anyLanes[row] &+= SIMD4<Int32>.zero.replacing(with: 1, where: lanes .> 0)
  }
}
