import Populations
import Rules

/// Contacts of a block by list, standing, segment of the year and class.
///
/// Hot: one pass over the contacts counts them and finds who comes near the ceiling.
struct Tally: Sendable {
  private(set) var counts: [UInt32]
  /// ``Rules/Patient/Standing`` of each person.
  private(set) var standings: [UInt8]
  /// What each person's contacts and other services cost with nothing above a ceiling, in øre; empty
  /// when kept.
  private(set) var copays: [Int]
  /// What the counts depend on beside the contacts.
  let segmentOfDay: [UInt8]
  let isExempt: [Bool]

  /// Whether prices of another law can be put on these counts.
  func fits(_ prices: PriceTable) -> Bool {
    segmentOfDay == prices.segmentOfDay && isExempt == prices.isExempt
  }

  /// The counts of some segments together, by class.
  @inline(__always)
  func add(
    _ segments: Range<Int>, of classes: Int, from first: Int, into sums: inout [UInt32]
  ) {
    for place in 0..<classes { sums[place] = 0 }
    for segment in segments {
      let start = first &+ segment &* classes
      for place in 0..<classes { sums[place] &+= counts[start &+ place] }
    }
  }

  /// Counts the contacts of a block.
  ///
  /// - Parameters:
  ///   - block: Persons and contacts.
  ///   - prices: The law.
  ///   - kinds: The kind of practice of each list of the block.
  ///   - nearCeiling: Persons who pay, and whose copay of the whole year reaches the ceiling.
  init(of block: DrawnBlock, in prices: PriceTable, kinds: [UInt8], nearCeiling: inout [UInt32]) {
    let people = block.people
    let isExempt = prices.isExempt
    let standings = people.standings.indices.map { person -> UInt8 in
      let standing = people.standings[person]
      if standing.contains(.uninsured) { return 2 }
      return isExempt[Int(people.cells[person])] || standing.contains(.exempt) ? 1 : 0
    }
    let perStanding = prices.segments * prices.classes
    let (starts, others) = (block.starts, block.otherCopay)
    let (rowOfDay, ceiling) = (prices.rowOfDay, prices.ceiling)
    var counts = [UInt32](repeating: 0, count: kinds.count * 3 * perStanding)
    var near: [UInt32] = []
    copays = Array(unsafeUninitializedCapacity: people.count) { sums, ready in
      near = Array(unsafeUninitializedCapacity: people.count) { near, filled in
        counts.withUnsafeMutableBufferPointer { counts in
          block.contacts.withUnsafeBufferPointer { contacts in
            for list in kinds.indices {
              let copays = prices.copay[
                Int(kinds[list]) * perStanding..<(Int(kinds[list]) + 1) * perStanding]
              copays.withUnsafeBufferPointer { copays in
                for person in people.starts[list]..<people.starts[list + 1] {
                  let standing = Int(standings[person])
                  let base = (list * 3 + standing) * perStanding
                  var copay = Int(others[person])
                  for contact in contacts[Int(starts[person])..<Int(starts[person + 1])] {
                    let place = Int(rowOfDay[Int(contact &>> 16)]) &+ Int(contact & 0xffff)
                    counts[base &+ place] &+= 1
                    copay &+= Int(copays[place])
                  }
                  sums[person] = copay
                  near[filled] = UInt32(truncatingIfNeeded: person)
                  filled &+= standing == 0 && copay >= ceiling ? 1 : 0
                }
              }
            }
          }
        }
      }
      ready = people.count
    }
    nearCeiling = near
    (self.counts, self.standings) = (counts, standings)
    (segmentOfDay, self.isExempt) = (prices.segmentOfDay, isExempt)
  }

  /// The same counts to be kept, of persons who stand in another order on their lists.
  func kept(arrangedBy order: [UInt32]) -> Tally {
    var kept = self
    kept.standings = order.map { standings[Int($0)] }
    kept.copays = []
    return kept
  }
}
