import Practices

/// A drawn block that is kept to be priced again: its contacts counted, and what was above the ceiling.
///
/// Hot: the persons of each list stand in the order of what they paid, so that those who may reach a
/// ceiling under another law stand together, and nobody else is looked at. A class, because to hand over
/// a dozen arrays costs as much as to price a list.
final class KeptBlock: Sendable {
  /// Its persons in that order, and their contacts in the order of time.
  let drawn: DrawnBlock
  let tally: Tally
  /// `nil` where lines were struck out.
  let above: AboveCeiling?
  private let ranks: CopayRanks

  /// - Parameters:
  ///   - block: Persons, and their contacts in the order of time.
  ///   - priced: What they were paid.
  ///   - prices: The law they were paid under.
  init(_ block: DrawnBlock, _ priced: PricedBlock, at prices: PriceTable) {
    let order: [UInt32]
    (ranks, order) = CopayRanks.of(block, priced.tally, ceiling: prices.ceilings.least)
    drawn = block.arranged(by: order)
    tally = priced.tally.kept(arrangedBy: order, for: prices)
    above = priced.above
  }

  /// The persons of a list who pay and whose copay reaches a ceiling, and some more: all whose copay,
  /// that for other services included, was so much.
  func persons(_ list: Int, paying least: Int) -> Range<Int> {
    let first = drawn.people.starts[list]
    return first..<first + ranks.persons(list, paying: least)
  }
}
