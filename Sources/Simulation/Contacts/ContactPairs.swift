import Practices
import Statistics

/// Draws class and day of every contact of a block, two contacts to a block of random numbers.
///
/// Hot: for each list and service it first writes down which pairs there are, and then draws eight
/// pairs at a time, almost without a branch that depends on the person. A person's contacts stand
/// where ``PersonCounts`` says: consultations, simple contacts, out of hours.
struct ContactPairs {
  private let model: ContactModel
  /// Two contacts with consecutive events each, or one and nothing: the person's place on the list,
  /// half the first event, whether it is only one, and where the first contact stands.
  private let pairs: UnsafeMutablePointer<UInt64>
  /// What eight pairs draw, to be read lane by lane: class and day of the first, then of the second.
  private let lanes: UnsafeMutablePointer<UInt32>

  /// Places of the persons of a list, below the bits of a pair that say something else.
  private static let places: UInt64 = 1 << 24
  private static let single: UInt64 = 1 << 31

  /// Fills in the contacts of some persons.
  ///
  /// - Parameters:
  ///   - contacts: A place for each contact, and one more for the second of a pair that is only one.
  ///   - people: Whose contacts.
  ///   - lists: The places of their lists in the run's table.
  ///   - counts: How many contacts each has.
  ///   - model: What they are drawn from.
  static func fill(
    _ contacts: UnsafeMutableBufferPointer<UInt32>, for people: People, on lists: Range<Int>,
    _ counts: PersonCounts, by model: ContactModel
  ) {
    guard let first = contacts.baseAddress else { return }
    let longest = (0..<people.lists).map { people.starts[$0 + 1] - people.starts[$0] }.max() ?? 0
    let pairs = ContactPairs(model: model, persons: longest)
    defer { pairs.free() }
    for list in 0..<people.lists {
      let persons = people.starts[list]..<people.starts[list + 1]
      for service in model.services.indices {
        let count = pairs.write(
          persons, counts, service: service, spare: contacts.count - 1)
        pairs.draw(
          count, of: service, list: UInt32(lists.lowerBound + list), into: first,
          spare: contacts.count - 1)
      }
    }
  }

  private init(model: ContactModel, persons: Int) {
    self.model = model
    precondition(persons < Self.places, "a list of sixteen million persons")
    // The most a list can need: 128 pairs a person, and eight that are written or read ahead.
    pairs = .allocate(capacity: persons * 128 + 8)
    lanes = .allocate(capacity: 32)
  }

  private func free() {
    pairs.deallocate()
    lanes.deallocate()
  }

  /// Writes down the pairs of a service.
  ///
  /// - Returns: Their number.
  private func write(
    _ people: Range<Int>, _ counts: PersonCounts, service: Int, spare: Int
  ) -> Int {
    let halves = SIMD8<UInt64>(0, 1, 2, 3, 4, 5, 6, 7)
    // Half a contact further is two slots further.
    let step: UInt64 = 1 << 33 | Self.places
    let steps = halves &* step
    let odd = halves &* 2 &+ 1
    var end = 0
    for person in people {
      let own = counts.counts[person]
      // The services before it stand before it.
      let before = (service > 0 ? UInt32(own[0]) : 0) &+ (service > 1 ? UInt32(own[1]) : 0)
      var left = UInt64(own[service])
      var first =
        UInt64(counts.starts[person] &+ before) &<< 32
        | UInt64(truncatingIfNeeded: person &- people.lowerBound)
      // Eight are written whether or not they are there: most persons have no more, and what is too
      // much the next person writes over.
      let there = Int(left &+ 1) / 2
      var written = 0
      repeat {
        // All bits are set where as many contacts are left as go before and into the pair's first.
        let isLast = (SIMD8(repeating: left) ^ odd) &- 1
        put((SIMD8(repeating: first) &+ steps) | (isLast & Self.single), at: end &+ written)
        first &+= step &* 8
        left &-= 16
        written &+= 8
      } while written < there
      end &+= there
    }
    // What is read ahead writes to the spare slot alone.
    put(SIMD8(repeating: UInt64(spare) &<< 32 | Self.single), at: end)
    return end
  }

  @inline(__always)
  private func put(_ eight: SIMD8<UInt64>, at place: Int) {
    UnsafeMutableRawPointer(pairs + place).storeBytes(of: eight, as: SIMD8<UInt64>.self)
  }

  private func draw(
    _ count: Int, of service: Int, list: UInt32, into contacts: UnsafeMutablePointer<UInt32>,
    spare: Int
  ) {
    let (picks, stream) = (model.services[service].picks, model.streams.contacts[service])
    let days = SIMD8(repeating: UInt32(model.days))
    let firstClass = UInt32(model.services[service].firstClass)
    for first in stride(from: 0, to: count, by: 8) {
      let eight = UnsafeRawPointer(pairs + first).loadUnaligned(as: SIMD8<UInt64>.self)
      let words = SIMD8<UInt32>(truncatingIfNeeded: eight)
      let half = (words &>> 24) & 0x7f
      let draws = stream.blocks(list: list, places: words & 0xff_ffff, events: half)
      // The day above the class, as contacts are kept.
      let day = (((draws.1 &>> 12) &* days) &>> 20) &<< 16
      let other = (((draws.3 &>> 12) &* days) &>> 20) &<< 16
      // Not the first contact of all.
      let isLikeBefore = (draws.1 & 0xfff).bits(below: model.sameDay) & ~half.bits(below: 1)
      let isLikeFirst = (draws.3 & 0xfff).bits(below: model.sameDay)
      put(draws.0, at: 0)
      put(day, at: 8)
      put(draws.2, at: 16)
      put((other & ~isLikeFirst) | (day & isLikeFirst), at: 24)
      for lane in 0..<8 {
        let pair = pairs[first &+ lane]
        let slot = Int(pair &>> 32)
        contacts[slot] = lanes[lane &+ 8] | (firstClass &+ picks.outcome(at: lanes[lane]))
        contacts[pair & Self.single > 0 ? spare : slot &+ 1] =
          lanes[lane &+ 24] | (firstClass &+ picks.outcome(at: lanes[lane &+ 16]))
      }
      // Rare, and only of a contact that is not the person's first with the service.
      guard isLikeBefore.wrappedSum() != 0 else { continue }
      for lane in 0..<8 where isLikeBefore[lane] > 0 {
        let pair = pairs[first &+ lane]
        let slot = Int(pair &>> 32)
        let day = contacts[slot &- 1] & 0xffff_0000
        contacts[slot] = day | contacts[slot] & 0xffff
        guard isLikeFirst[lane] > 0, pair & Self.single == 0 else { continue }
        contacts[slot &+ 1] = day | contacts[slot &+ 1] & 0xffff
      }
    }
  }

  @inline(__always)
  private func put(_ words: SIMD8<UInt32>, at place: Int) {
    UnsafeMutableRawPointer(lanes + place).storeBytes(of: words, as: SIMD8<UInt32>.self)
  }
}
