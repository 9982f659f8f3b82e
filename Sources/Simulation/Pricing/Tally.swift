import Practices
import Rules

/// Contacts of a block by list, standing, segment of the year and class.
///
/// Hot: one pass over the contacts counts them and finds who comes near the ceiling.
struct Tally: Sendable {
  private(set) var counts: [UInt32]
  /// ``Rules/Patient/Standing`` of each person, or ``changing``.
  private(set) var standings: [UInt8]
  /// The standing of persons who are exempt because of age for a part of the year.
  static let changing: UInt8 = 3
  /// What each person's contacts and other services cost with nothing above a ceiling, in øre; empty
  /// when kept.
  private(set) var copays: [Int]
  /// What ``counts(in:)`` was for the prices they were first counted for: most laws change their prices on
  /// the same one or two days, and so much less memory is read. Empty unless kept.
  private var keptCounts: [UInt32] = []
  private var keptPeriods: [Range<Int>] = []
  /// The counts of segments with the same prices together.
  ///
  /// - Returns: By list, standing, period and class.
  func counts(in prices: PriceTable) -> [UInt32] {
    if prices.periods == keptPeriods { return keptCounts }
    let classes = prices.classes
    let perStanding = prices.segments * classes
    let standings = counts.count / max(1, perStanding)
    let perPeriods = prices.periods.count * classes
    return Array(unsafeUninitializedCapacity: standings * perPeriods) { sums, filled in
      sums.initialize(repeating: 0)
      counts.withUnsafeBufferPointer { counts in
        for standing in 0..<standings {
          for (number, period) in prices.periods.enumerated() {
            let sum = standing * perPeriods + number * classes
            for segment in period {
              let first = standing * perStanding + segment * classes
              for place in 0..<classes { sums[sum &+ place] &+= counts[first &+ place] }
            }
          }
        }
      }
      filled = sums.count
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
    let (count, least) = (people.count, prices.ceilings.least)
    counts = [UInt32](
      repeating: 0, count: kinds.count * 3 * prices.segments * prices.classes)
    (standings, copays) = (Self.standings(of: people, in: prices), [])
    let standings = standings
    var near: [UInt32] = []
    copays = Array(unsafeUninitializedCapacity: count) { copays, ready in
      near = Array(unsafeUninitializedCapacity: count) { near, filled in
        counts.withUnsafeMutableBufferPointer { counts in
          let counter = ContactCounter(block, at: prices, counts: counts)
          defer { counter.free() }
          for list in kinds.indices {
            counter.count(list, kind: Int(kinds[list]), of: people, standings)
            for person in people.starts[list]..<people.starts[list + 1] {
              let copay = counter.copay(of: person)
              copays.initializeElement(at: person, to: copay)
              near.initializeElement(at: filled, to: UInt32(truncatingIfNeeded: person))
              filled &+= standings[person] == 0 && copay >= least ? 1 : 0
            }
          }
        }
      }
      ready = count
    }
    nearCeiling = near
  }

  /// ``Rules/Patient/Standing`` of each person: what is drawn, or follows from the age.
  private static func standings(of people: People, in prices: PriceTable) -> [UInt8] {
    // Who is not insured pays in person, exempt or not.
    let drawn: SIMD4<UInt8> = [0, 1, 2, 2]
    let exemptByAge: SIMD4<UInt8> = [1, 1, 2, 2]
    let changing: SIMD4<UInt8> = [Self.changing, 1, 2, 2]
    let ofCell = zip(prices.isExempt, prices.changesExemption).map { isExempt, changes in
      changes ? changing : isExempt ? exemptByAge : drawn
    }
    return people.cells.indices.map { person in
      ofCell[Int(people.cells[person])][Int(people.standings[person].rawValue & 3)]
    }
  }

  /// The same counts to be kept, of persons who stand in another order on their lists.
  ///
  /// - Parameters:
  ///   - order: The persons, each named by the place it has now.
  ///   - prices: What they were counted for.
  /// - Returns: The counts, with those of ``counts(in:)`` beside them.
  func kept(arrangedBy order: [UInt32], for prices: PriceTable) -> Tally {
    var kept = self
    (kept.keptCounts, kept.keptPeriods) = (counts(in: prices), prices.periods)
    kept.standings = order.map { standings[Int($0)] }
    kept.copays = []
    return kept
  }
}
