import Populations
import Statistics

/// Draws class and day of every contact of a block, two contacts to a block of random numbers.
///
/// Hot: for each list and service it first writes down which pairs there are, and then draws pair after
/// pair without a branch that depends on the person, so that a processor works at several at a time.
/// A person's contacts stand where ``PersonCounts`` says: consultations, simple contacts, out of hours.
struct ContactPairs {
  let model: ContactModel

  /// Two contacts with consecutive events, or one and nothing.
  private struct Pair {
    /// The person's place on the list.
    var person: UInt32
    /// Half the first event; from ``single`` on, of a pair that is only one.
    var half: UInt32
    /// Where the first contact stands.
    var slot: UInt32

    static let single: UInt32 = 1 << 31
  }

  /// - Parameters:
  ///   - slots: A place for each contact, and one more for the second of a pair that is only one.
  ///   - people: Whose contacts.
  ///   - lists: The places of their lists in the run's table.
  ///   - counts: How many contacts each has.
  func fill(
    _ slots: UnsafeMutableBufferPointer<UInt32>, for people: People, on lists: Range<Int>,
    _ counts: PersonCounts
  ) {
    guard let first = slots.baseAddress else { return }
    let longest = (0..<people.lists).map { people.starts[$0 + 1] - people.starts[$0] }.max() ?? 0
    // The most a list can need: 128 pairs a person, and two that are written ahead.
    let pairs = UnsafeMutablePointer<Pair>.allocate(capacity: longest * 128 + 2)
    defer { pairs.deallocate() }
    for list in 0..<people.lists {
      let persons = people.starts[list]..<people.starts[list + 1]
      for service in model.services.indices {
        let count = write(pairs, of: persons, counts, service: service)
        draw(
          pairs, count: count, of: service, list: UInt32(lists.lowerBound + list), into: first,
          spare: slots.count - 1)
      }
    }
  }

  /// - Returns: The number of pairs.
  private func write(
    _ pairs: UnsafeMutablePointer<Pair>, of persons: Range<Int>, _ counts: PersonCounts,
    service: Int
  ) -> Int {
    var end = 0
    for person in persons {
      let own = counts.counts[person]
      // The services before it stand before it.
      let before = (service > 0 ? UInt32(own[0]) : 0) &+ (service > 1 ? UInt32(own[1]) : 0)
      let (count, slot) = (UInt32(own[service]), counts.starts[person] &+ before)
      let place = UInt32(truncatingIfNeeded: person &- persons.lowerBound)
      func write(_ half: UInt32) {
        let single = half &* 2 &+ 1 == count ? Pair.single : 0
        pairs[end &+ Int(half)] = Pair(
          person: place, half: half | single, slot: slot &+ half &* 2)
      }
      // Two are written whether or not they are there: most persons have no more, and what is too
      // much the next person writes over.
      write(0)
      write(1)
      let there = (count &+ 1) / 2
      if there > 2 { for half in 2..<there { write(half) } }
      end &+= Int(there)
    }
    return end
  }

  private func draw(
    _ pairs: UnsafeMutablePointer<Pair>, count: Int, of service: Int, list: UInt32,
    into slots: UnsafeMutablePointer<UInt32>, spare: Int
  ) {
    let tables = model.services[service]
    let stream = model.streams.contacts[service]
    let (days, sameDay) = (UInt32(model.days), model.sameDay)
    let firstClass = UInt32(tables.firstClass)
    tables.guide.withUnsafeBufferPointer { guide in
      tables.classBounds.withUnsafeBufferPointer { bounds in
        @inline(__always)
        func picked(by draw: UInt32) -> UInt32 {
          var place = Int(guide[Int(draw &>> 24)])
          while UInt64(draw) >= bounds[place] { place &+= 1 }
          return firstClass &+ UInt32(truncatingIfNeeded: place)
        }
        for number in 0..<count {
          let pair = pairs[number]
          let half = pair.half & ~Pair.single
          let slot = Int(pair.slot)
          let draws = stream.block(list: list, place: pair.person, event: half)
          var day = ((draws[1] &>> 12) &* days) &>> 20
          // Rare, and only of a contact that is not the person's first with the service.
          if draws[1] & 0xfff < sameDay && half > 0 { day = slots[slot &- 1] &>> 16 }
          slots[slot] = day &<< 16 | picked(by: draws[0])
          let own = ((draws[3] &>> 12) &* days) &>> 20
          let next = draws[3] & 0xfff < sameDay ? day : own
          slots[half == pair.half ? slot &+ 1 : spare] = next &<< 16 | picked(by: draws[2])
        }
      }
    }
  }
}
