import Practices
import Scenarios
import Statistics

/// How many contacts each person has with each service.
struct PersonCounts {
  /// The most contacts of a person: as many as a byte counts with each service.
  static let most = 3 * 255

  /// By person: consultations, simple contacts, out of hours.
  let counts: [SIMD4<UInt8>]
  /// Where each person's contacts start; one more than there are persons.
  let starts: [UInt32]
  let use: UseCounts

  init(of people: People, on lists: Range<Int>, drawing model: ContactModel) {
    counts = Array(unsafeUninitializedCapacity: people.count) { counts, filled in
      Self.draw(people, on: lists, by: model, into: counts)
      filled = people.count
    }
    var use = UseCounts(rows: (Int(model.rowOfCell.max() ?? 0) / 2 + 1) * 2)
    let counts = counts
    starts = Array(unsafeUninitializedCapacity: people.count + 1) { starts, filled in
      var total: UInt32 = 0
      starts.initializeElement(at: 0, to: total)
      use.counting { use in
        for (person, own) in counts.enumerated() {
          use.count(own, row: Int(model.rowOfCell[Int(people.cells[person])]))
          total &+= UInt32(own[0]) &+ UInt32(own[1]) &+ UInt32(own[2])
          starts.initializeElement(at: person + 1, to: total)
        }
      }
      filled = people.count + 1
    }
    self.use = use
  }

  /// Hot: draws eight persons at a time, and looks the few counts up at the end that the table's near
  /// bounds do not tell, so that nothing on the way depends on the person.
  private static func draw(
    _ people: People, on lists: Range<Int>, by model: ContactModel,
    into counts: UnsafeMutableBufferPointer<SIMD4<UInt8>>
  ) {
    let (table, rowOfCell) = (model.counts, model.rowOfCell)
    // What eight persons draw for each service, to be read lane by lane.
    let lanes = UnsafeMutablePointer<SIMD8<UInt32>>.allocate(capacity: 3)
    // Counts to look up: the draw, the person and the service.
    let left = UnsafeMutablePointer<UInt64>.allocate(capacity: people.count * 3 + 1)
    defer {
      lanes.deallocate()
      left.deallocate()
    }
    var end = 0
    func row(of person: Int) -> Int {
      Int(rowOfCell[Int(people.cells[person])]) &* Frailty.ranks &+ Int(people.frailty[person])
    }
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
          let row = row(of: person)
          func count(_ service: Int) -> UInt8 {
            let draw = lanes[service][lane]
            let near = table.nearCount(at: draw, row: row, column: service)
            // Written in any case, and kept only when it is to be looked up.
            left[end] = UInt64(draw) &<< 32 | UInt64(truncatingIfNeeded: person &* 4 &+ service)
            end &+= near < PoissonTable.told ? 0 : 1
            return near
          }
          counts.initializeElement(at: person, to: SIMD4(count(0), count(1), count(2), 0))
        }
      }
    }
    for place in 0..<end {
      let (draw, person) = (UInt32(left[place] &>> 32), Int(left[place] & 0xffff_ffff) / 4)
      let service = Int(left[place] % 4)
      counts[person][service] = table.exactCount(at: draw, row: row(of: person), column: service)
    }
  }
}

/// Persons, contacts, and persons with at least one, by row group of the model and service.
struct UseCounts: Sendable {
  /// By row group: contacts with each of three services and persons.
  private var contacts: [SIMD4<Int>]
  /// By row group: persons with at least one contact with each of three services, and persons.
  private var withAny: [SIMD4<Int>]

  init(rows: Int) {
    contacts = Array(repeating: .zero, count: rows)
    withAny = contacts
  }

  var rows: Int { contacts.count }

  func persons(_ row: Int) -> Int { contacts[row][3] }

  /// Contacts of a row group with a service, by its place.
  func contacts(_ row: Int, _ service: Int) -> Int { contacts[row][service] }

  /// Persons of a row group with at least one.
  func withAny(_ row: Int, _ service: Int) -> Int { withAny[row][service] }

  /// Adds the counts of others; of no rows is nobody.
  static func += (a: inout Self, b: Self) {
    if a.rows == 0 {
      a = b
      return
    }
    for row in 0..<b.rows {
      a.contacts[row] &+= b.contacts[row]
      a.withAny[row] &+= b.withAny[row]
    }
  }

  /// Counts persons, without asking at each of them whose memory it is.
  fileprivate mutating func counting(_ body: (Counter) -> Void) {
    contacts.withUnsafeMutableBufferPointer { contacts in
      withAny.withUnsafeMutableBufferPointer { withAny in
        body(Counter(contacts: contacts, withAny: withAny))
      }
    }
  }

  fileprivate struct Counter {
    let contacts: UnsafeMutableBufferPointer<SIMD4<Int>>
    let withAny: UnsafeMutableBufferPointer<SIMD4<Int>>

    /// Counts a person with contacts with three services.
    @inline(__always)
    func count(_ own: SIMD4<UInt8>, row: Int) {
      let lanes = SIMD4<Int>(Int(own[0]), Int(own[1]), Int(own[2]), 1)
      contacts[row] &+= lanes
      // One where there is any: no count is above 255.
      withAny[row] &+= (lanes &+ SIMD4(repeating: 255)) &>> 8
    }
  }
}
