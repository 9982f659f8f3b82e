public import Practices
import Scenarios
import Units

// What Benchmarks, a package of its own, sees of a national year and nobody else does.

/// One block of lists, to time each step of a year by itself.
@_spi(Benchmarks) public struct BlockSteps: Sendable {
  private let year: NationalYear
  private let prices: PriceTable
  private let lists: Range<Int>
  private let people: People
  private let block: DrawnBlock

  /// - Parameter year: Whose first block is worked at.
  /// - Throws: `Refusal` when the law has a gap.
  public init(_ year: NationalYear) throws {
    self.year = year
    prices = try year.prices(under: year.scenario)
    lists = year.blocks[0]
    people = year.people(on: lists)
    block = DrawnBlock(lists, people: people, drawing: year.model)
  }

  /// Persons of the block.
  public var persons: Int { people.count }
  /// Contacts of the block.
  public var contacts: Int { block.contacts.count }

  /// Draws every person again.
  public func drawPersons() -> People { year.people(on: lists) }

  /// Draws the contacts of the persons again.
  ///
  /// - Returns: How many there are.
  public func drawContacts() -> Int {
    DrawnBlock(lists, people: people, drawing: year.model).contacts.count
  }

  /// Counts the contacts, prices the counts and follows persons to the ceiling.
  ///
  /// - Returns: How many persons reach the ceiling.
  public func countAndPrice() -> Int {
    year.priced(block, at: prices).atCeiling
  }
}

/// The sums a program that draws the same year with other random numbers must come near.
@_spi(Benchmarks) public struct LaneTotal: Sendable {
  /// `practice` or `out-of-hours`.
  public let payee: String
  public let lane: String
  /// Øre, or a number of contacts.
  public let amount: Int
}

extension NationalRun {
  /// The sums over all lists, by payee and lane of payment.
  @_spi(Benchmarks) public var laneTotals: [LaneTotal] {
    ["practice", "out-of-hours"].enumerated().flatMap { group, payee in
      let sum = stride(from: group, to: byList.count, by: 2).reduce(PaymentVector.zero) {
        $0 &+ byList[$1]
      }
      return YearTables.lanes.enumerated().map { place, lane in
        LaneTotal(payee: payee, lane: lane, amount: sum[place])
      }
    }
  }
}

/// Everything a national year is drawn and priced from, for programs in other languages.
///
/// Arrays of several dimensions are
/// flat, the last dimension the closest together.
@_spi(Benchmarks) public struct YearTables: Encodable, Sendable {
  /// The lanes of a payment, in order; the last counts contacts.
  static let lanes = [
    "refund", "certificates", "copay", "ceiling-copay", "exempt-copay", "uninsured",
    "patient-payment", "contacts",
  ]

  let lanes = Self.lanes
  let days: Int
  let classes: Int
  let segments: Int
  /// The first class of each service, and the number of classes.
  let firstClass: [Int]
  /// Persons on each list, the kind of its practice and its place among the mixes.
  let lengths: [Int]
  let kindOfList: [UInt8]
  let mixOfList: [Int]
  /// Persons by mix and cell, where cell is age × 2 + sex.
  let mixes: [[Int]]
  let rowOfCell: [UInt16]
  let isExempt: [Bool]
  let exemptShare: Double
  let uninsuredShare: Double
  /// Of persons whose other copay ranks as their use does.
  let sameRankShare: Double
  let ranks = 256
  /// Expected contacts by service, and by row and rank.
  let means: [[Double]]
  /// Øre over the year by row and rank.
  let otherCopay: [Int32]
  /// Chances among the contacts of the service, by class.
  let chances: [Double]
  let sameDayShare: Double
  let segmentOfDay: [UInt8]
  /// Øre by standing (paying, exempt, uninsured), kind, segment, class and lane.
  let payments: [Int]
  /// Øre by kind, segment and class.
  let copay: [Int32]
  /// Øre.
  let ceiling: Int

  /// - Parameter year: The year.
  /// - Throws: `Refusal` when the law has a gap, ``HasStruckLines``.
  public init(of year: NationalYear) throws {
    let model = year.model
    let prices = try year.prices(under: year.scenario)
    guard !prices.isFollowed, prices.ceilings.isOne, prices.ceilings.leastRepaid == 0,
      !prices.changesExemption.contains(true)
    else { throw HasStruckLines() }
    (days, classes, segments) = (prices.days, prices.classes, prices.segments)
    firstClass = model.services.map(\.firstClass) + [prices.classes]
    lengths = year.nation.lists.map(\.length)
    kindOfList = year.kindOfList
    mixOfList = year.nation.lists.map(\.municipality)
    mixes = year.nation.mixes.map(\.persons)
    rowOfCell = model.rowOfCell
    isExempt = Array(prices.isExempt.prefix(PersonCell.count))
    exemptShare = year.scenario.population.exemptShare.central.double
    uninsuredShare = year.scenario.population.uninsuredShare.central.double
    sameRankShare = year.scenario.otherCopay.sameRankShare.central.double
    means = model.services.map(\.means)
    otherCopay = model.otherCopay
    chances = model.classes.map(\.chance)
    sameDayShare = Double(model.sameDay) / 4_096
    segmentOfDay = prices.segmentOfDay
    payments = prices.payments.flatMap { vector in (0..<Self.lanes.count).map { vector[$0] } }
    copay = prices.copay
    ceiling = prices.ceilings.ceilings[0]
  }
}

/// Programs in other languages know no cap per day and no yearly maximum.
@_spi(Benchmarks) public struct HasStruckLines: Error, CustomStringConvertible {
  public let description =
    "the scenario has a cap per day, a yearly maximum, a law of copay that changes within the year or "
    + "a least amount that is repaid, which the peers do not know"
}
