import Diagnostics
public import Scenarios

/// A nation's year whose draws are kept, to be priced under one law after another.
///
/// - Complexity: About forty bytes per person.
public struct DrawnNation: Sendable {
  public let year: NationalYear
  private var blocks: [(block: DrawnBlock, tally: Tally)]
  /// The year under the law it was drawn with.
  public let run: NationalRun

  /// - Parameters:
  ///   - year: What is drawn.
  ///   - workers: How many blocks at a time.
  /// - Throws: `Refusal` when the law has a gap, ``Interrupted`` when told to stop.
  public init(_ year: NationalYear, workers: Workers = Workers()) throws {
    self.year = year
    let prices = try year.prices(under: year.scenario)
    let parts = try concurrently(year.blocks.count, workers: workers) { place in
      let block = year.drawn(year.blocks[place]).inOrder()
      let (sums, tally) = year.part(of: block, at: prices, counted: nil)
      return (block: block, tally: tally, sums: sums)
    }
    blocks = parts.map { ($0.block, $0.tally) }
    run = try NationalRun(scenario: year.scenario, year: year, parts: parts.map(\.sums))
  }

  /// The same persons and contacts under another law.
  ///
  /// Nothing is drawn again. Contacts are counted again only when the days a price changes on, or the
  /// ages that are exempt, are others than before.
  ///
  /// - Parameters:
  ///   - scenario: One whose law and amounts differ, but not what is drawn.
  ///   - workers: How many blocks at a time.
  /// - Throws: `Refusal` when the law has a gap, ``Interrupted`` when told to stop.
  /// - Returns: The year under that law.
  public func repriced(
    under scenario: NationalScenario, workers: Workers = Workers()
  ) throws -> NationalRun {
    let prices = try year.prices(under: scenario)
    let parts = try concurrently(blocks.count, workers: workers) { place in
      let (block, tally) = blocks[place]
      return year.part(of: block, at: prices, counted: tally.fits(prices) ? tally : nil).sums
    }
    return try NationalRun(scenario: scenario, year: year, parts: parts)
  }
}
