public import Diagnostics
public import Practices
import RateBooks
import Rules
public import Scenarios
import Units
public import Work

/// A year of a nation, ready to be drawn and priced.
///
/// Lists are worked in blocks, one after another on each core; a block draws its persons and their
/// contacts, prices them and adds its sums up. No result depends on the number of workers or on the
/// size of blocks.
public struct NationalYear: Sendable {
  public internal(set) var scenario: NationalScenario
  public let nation: Nation
  var model: ContactModel
  let draw: PersonDraw
  /// The kinds of practice there are, and which one each list is of.
  let kinds: [KindOfYear]
  let kindOfList: [UInt8]
  /// The places of the lists of each block.
  let blocks: [Range<Int>]

  /// - Parameters:
  ///   - scenario: The year.
  ///   - nation: Its lists and inhabitants.
  ///   - replicate: Which repetition of the run, from 0.
  ///   - personsPerBlock: About how many persons are worked at at a time by a core.
  ///   - before: Another year, whose tables are taken over where they follow from the same numbers;
  ///     most of the time to make a year goes into them, and no number depends on it.
  /// - Throws: ``Refusal`` when the published figures contradict each other.
  public init(
    _ scenario: NationalScenario, of nation: Nation, replicate: Int = 0,
    personsPerBlock: Int = 10_000, before: NationalYear? = nil
  ) throws(Refusal) {
    (self.scenario, self.nation) = (scenario, nation)
    model = try ContactModel(
      of: scenario, in: nation.country, replicate: replicate, before: before?.model)
    draw = PersonDraw(
      seed: scenario.seed, replicate: replicate,
      exempt: scenario.population.exemptShare.central.double,
      uninsured: scenario.population.uninsuredShare.central.double,
      sameRank: scenario.otherCopay.sameRankShare.central.double)
    var kinds: [KindOfYear] = []
    kindOfList = nation.lists.map { list in
      let kind = KindOfYear(list, in: scenario.year)
      if let place = kinds.firstIndex(of: kind) { return UInt8(place) }
      kinds.append(kind)
      return UInt8(kinds.count - 1)
    }
    self.kinds = kinds
    blocks = Self.blocks(of: nation.lists, personsPerBlock: personsPerBlock)
  }

  private static func blocks(of lists: [PatientList], personsPerBlock: Int) -> [Range<Int>] {
    var blocks: [Range<Int>] = []
    var (first, persons) = (0, 0)
    for (place, list) in lists.enumerated() {
      persons += list.length
      if persons >= personsPerBlock || place == lists.count - 1 {
        blocks.append(first..<place + 1)
        (first, persons) = (place + 1, 0)
      }
    }
    return blocks
  }

  var firstOutOfHours: Int { model.services[2].firstClass }

  func drawn(_ lists: Range<Int>) -> DrawnBlock {
    DrawnBlock(lists, people: people(on: lists), drawing: model)
  }

  func people(on lists: Range<Int>) -> People {
    let count = nation.lists[lists].reduce(0) { $0 + $1.length }
    var people = People(expecting: count, on: lists.count)
    for list in lists {
      let own = nation.lists[list]
      people.addList(of: own.length, number: list, in: nation.mixes[own.municipality], by: draw)
    }
    return people
  }

  /// - Throws: ``Refusal`` when the law has a gap, or a contact costs more than can be summed up.
  func prices(under scenario: NationalScenario) throws(Refusal) -> PriceTable {
    let prices = PriceTable(of: model.classes, at: kinds, under: try YearLaw(of: scenario))
    guard prices.dearest <= PriceTable.mostOre else {
      throw Refusal(
        "a contact costs \(Money(ore: prices.dearest)) \(scenario.law.currency) by its fees and "
          + "adjustments; at most \(Money(ore: PriceTable.mostOre)) can be reckoned with",
        help: "look at 'adjustments' whose factors multiply, and at the amounts of fees")
    }
    return prices
  }

  /// Draws and prices the year once, block by block; no more than a block a worker is in memory.
  ///
  /// - Throws: ``Refusal`` when the law has a gap, ``Interrupted`` when told to stop.
  public func run(workers: Workers = Workers()) throws -> NationalRun {
    let prices = try prices(under: scenario)
    let parts = try concurrently(blocks.count, workers: workers) { place in
      let block = drawn(blocks[place])
      return BlockSums(priced(block, at: prices), of: block)
    }
    return try NationalRun(of: self, parts: parts, grants: NationalGrants(of: self))
  }

  /// What a block is paid; with less work where something stands of an earlier pricing.
  func priced(
    _ block: DrawnBlock, at prices: PriceTable, again: PricedAgain? = nil
  ) -> PricedBlock {
    PricedBlock(
      block, at: prices, kinds: Array(kindOfList[block.lists]), firstOutOfHours: firstOutOfHours,
      again: again)
  }
}

/// What is kept of a block, or of blocks one after another: sums by list and class, and counts by age.
struct BlockSums: Sendable {
  private(set) var byList: [PaymentVector]
  private(set) var byClass: [PaymentVector]
  /// As ``PricedBlock/beforeStaff``.
  private(set) var beforeStaff: [PaymentVector]
  private(set) var use: UseCounts
  private(set) var atCeiling: Int
  private(set) var contacts: Int

  init(_ priced: PricedBlock, of block: DrawnBlock) {
    (byList, byClass, beforeStaff) = (priced.byList, priced.byClass, priced.beforeStaff)
    (use, atCeiling, contacts) = (block.use, priced.atCeiling, block.contacts.count)
  }

  /// Those of no block.
  init(prices: PriceTable) { self.init(classes: prices.classes, kinds: prices.kinds) }

  /// Those of no block, for so many classes of contact and kinds of practice.
  init(classes: Int, kinds: Int) {
    (byList, byClass) = ([], Array(repeating: .zero, count: classes * kinds))
    beforeStaff = []
    (use, atCeiling, contacts) = (UseCounts(rows: 0), 0, 0)
  }

  /// Takes the next blocks in, whose lists come after these.
  mutating func append(_ next: BlockSums) {
    byList += next.byList
    for place in byClass.indices { byClass[place] &+= next.byClass[place] }
    if beforeStaff.isEmpty {
      beforeStaff = next.beforeStaff
    } else {
      for place in next.beforeStaff.indices { beforeStaff[place] &+= next.beforeStaff[place] }
    }
    use += next.use
    atCeiling += next.atCeiling
    contacts += next.contacts
  }
}
