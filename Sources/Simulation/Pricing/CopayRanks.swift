import Practices

/// How many persons of each list of a block paid how much copay, that for other services included.
///
/// Only persons who pay and have contacts count.
struct CopayRanks: Sendable {
  /// Øre of a rank; the last has no end.
  private let width: Int
  /// Persons with a rank or a higher one, by list and rank.
  private let persons: [UInt32]

  private static let ranks = 128
  /// Ranks up to the ceiling; it may fall or copay rise a good deal before all persons count as near.
  private static let toCeiling = 48

  /// The persons of a list who pay so much, in øre, and those who share a rank with some of them.
  func persons(_ list: Int, paying least: Int) -> Int {
    Int(persons[list * Self.ranks + Self.rank(of: least, width)])
  }

  @inline(__always)
  private static func rank(of copay: Int, _ width: Int) -> Int {
    min(copay / width, ranks - 1)
  }

  /// Ranks the persons of a block.
  ///
  /// - Parameters:
  ///   - block: Persons and contacts.
  ///   - tally: What they paid.
  ///   - ceiling: In øre.
  /// - Returns: The ranks, and the persons list by list, from the highest rank to those who do not
  ///   count.
  static func of(
    _ block: DrawnBlock, _ tally: Tally, ceiling: Int
  ) -> (CopayRanks, order: [UInt32]) {
    let width = max(1, ceiling / toCeiling)
    var persons = [UInt32](repeating: 0, count: block.lists.count * ranks)
    var order = [UInt32](repeating: 0, count: block.people.count)
    // From the highest rank; the last place is that of who does not count.
    var (placeOf, starts) = ([Int](), [Int]())
    for list in 0..<block.lists.count {
      let own = block.people.starts[list]..<block.people.starts[list + 1]
      placeOf.removeAll(keepingCapacity: true)
      starts = Array(repeating: 0, count: ranks + 1)
      for person in own {
        let isCounted =
          tally.standings[person] == 0 && block.starts[person] < block.starts[person + 1]
        let place = isCounted ? ranks - 1 - rank(of: tally.copays[person], width) : ranks
        placeOf.append(place)
        starts[place] += 1
      }
      var sum = 0
      for place in starts.indices {
        (starts[place], sum) = (sum, sum + starts[place])
        if place < ranks { persons[list * ranks + ranks - 1 - place] = UInt32(sum) }
      }
      for (person, place) in zip(own, placeOf) {
        order[own.lowerBound + starts[place]] = UInt32(person)
        starts[place] += 1
      }
    }
    return (CopayRanks(width: width, persons: persons), order)
  }
}
