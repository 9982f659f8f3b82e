import Diagnostics
public import Scenarios
public import Work

/// A nation's year whose draws are kept, to be priced under one law after another.
///
/// - Complexity: About fifty bytes per person.
public struct DrawnNation: Sendable {
  public let year: NationalYear
  private let blocks: [KeptBlock]
  /// What the blocks were priced at.
  private let prices: PriceTable
  private let grants: NationalGrants
  /// The year under the law it was drawn with.
  public let run: NationalRun

  /// The most blocks that are priced again as one piece of work.
  private static let together = 8

  /// - Parameters:
  ///   - year: What is drawn.
  ///   - workers: How many cores work.
  /// - Throws: `Refusal` when the law has a gap, ``Interrupted`` when told to stop.
  public init(_ year: NationalYear, workers: Workers = Workers()) throws {
    self.year = year
    let prices = try year.prices(under: year.scenario)
    let parts = try concurrently(year.blocks.count, workers: workers) { place in
      let block = year.drawn(year.blocks[place]).inOrder()
      let priced = year.priced(block, at: prices)
      let kept = KeptBlock(block, priced, at: prices)
      return (kept: kept, sums: BlockSums(priced, of: block))
    }
    (blocks, self.prices) = (parts.map(\.kept), prices)
    grants = try NationalGrants(of: year)
    run = try NationalRun(of: year, parts: parts.map(\.sums), grants: grants)
  }

  /// The same persons and contacts under another law.
  ///
  /// - Parameters:
  ///   - scenario: One whose law and amounts differ, but neither what is drawn nor who holds lists.
  ///   - workers: How many cores work.
  /// - Throws: `Refusal` when the law has a gap, ``Interrupted`` when told to stop.
  /// - Returns: The year under that law.
  public func repriced(
    under scenario: NationalScenario, workers: Workers = Workers()
  ) throws -> NationalRun {
    try repriced(as: NationalYear(scenario, drawnLike: year), workers: workers)
  }

  /// The same persons and contacts in another year that draws no others.
  ///
  /// Nothing is drawn again. Contacts are counted again only when the days a price changes on, or the
  /// ages that are exempt, are others than before.
  ///
  /// - Parameters:
  ///   - year: One that ``NationalYear/draws(like:)`` the kept one.
  ///   - workers: How many cores work.
  /// - Throws: `Refusal` when the law has a gap, ``Interrupted`` when told to stop.
  /// - Returns: What that year came to.
  public func repriced(
    as year: NationalYear, workers: Workers = Workers()
  ) throws -> NationalRun {
    precondition(year.draws(like: self.year), "the year draws other persons or contacts")
    let prices = try year.prices(under: year.scenario)
    let change = PriceChange(from: self.prices, to: prices)
    // Several blocks at a time: what one is priced in is used again for the next while it is at hand.
    let together = min(Self.together, max(1, blocks.count / workers.count))
    let pieces = (blocks.count + together - 1) / together
    let parts = try concurrently(pieces, workers: workers) { piece in
      var sums = BlockSums(prices: prices)
      for kept in blocks[piece * together..<min((piece + 1) * together, blocks.count)] {
        let lists = kept.drawn.lists
        let again = change.again(
          kept, from: Array(self.year.kindOfList[lists]), to: Array(year.kindOfList[lists]))
        sums.append(
          BlockSums(year.priced(kept.drawn, at: prices, again: again), of: kept.drawn))
      }
      return sums
    }
    return try NationalRun(
      of: year, parts: parts, grants: NationalGrants(of: year, before: grants))
  }
}
