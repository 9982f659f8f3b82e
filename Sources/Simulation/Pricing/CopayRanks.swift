import Populations

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
  ///   - standings: ``Rules/Patient/Standing`` of each person.
  ///   - prices: The law.
  ///   - kinds: The kind of practice of each list of the block.
  /// - Returns: The ranks, and the persons list by list, from the highest rank to those who do not
  ///   count.
  static func of(
    _ block: DrawnBlock, _ standings: [UInt8], at prices: PriceTable, kinds: [UInt8]
  ) -> (CopayRanks, order: [UInt32]) {
    let width = max(1, prices.ceiling / toCeiling)
    var persons = [UInt32](repeating: 0, count: kinds.count * ranks)
    var order = [UInt32](repeating: 0, count: block.people.count)
    // Places after the last rank are those of who does not count.
    var (rankOf, places) = ([Int](), [Int]())
    for list in kinds.indices {
      let own = block.people.starts[list]..<block.people.starts[list + 1]
      rankOf.removeAll(keepingCapacity: true)
      places = Array(repeating: 0, count: ranks + 1)
      for person in own {
        let hasContacts = block.starts[person] < block.starts[person + 1]
        let copay = block.copay(of: person, at: prices, kind: Int(kinds[list]))
        let isCounted = standings[person] == 0 && hasContacts
        rankOf.append(
          isCounted ? ranks - 1 - rank(of: copay + Int(block.otherCopay[person]), width) : ranks)
        places[rankOf[rankOf.count - 1]] += 1
      }
      var sum = 0
      for place in places.indices {
        (places[place], sum) = (sum, sum + places[place])
        if place < ranks { persons[list * ranks + ranks - 1 - place] = UInt32(sum) }
      }
      for (person, rank) in zip(own, rankOf) {
        order[own.lowerBound + places[rank]] = UInt32(person)
        places[rank] += 1
      }
    }
    return (CopayRanks(width: width, persons: persons), order)
  }
}

extension DrawnBlock {
  /// What the contacts of a person cost, with nothing above a ceiling, in øre.
  @inline(__always)
  fileprivate func copay(of person: Int, at prices: PriceTable, kind: Int) -> Int {
    var copay = 0
    for contact in contacts[Int(starts[person])..<Int(starts[person + 1])] {
      let row = prices.row(of: kind, on: Int(contact &>> 16))
      copay &+= Int(prices.copay[row &+ Int(contact & 0xffff)])
    }
    return copay
  }
}
