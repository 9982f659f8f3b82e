/// How much of an outcome's variance each uncertain factor accounts for, alone and with others.
///
/// Outcomes are centred and scaled first, as SALib does. With A, B and ABⱼ of ``SaltelliDesign`` and the
/// variance V of the outcomes of all A and B:
///
/// - first: mean of B(ABⱼ − A) ∕ V (Saltelli and others, 2010): the variance that would go if the
///   factor were known;
/// - total: mean of (A − ABⱼ)² ∕ 2V (Jansen, 1999): the variance that would stay if all others were;
/// - pairs: mean of (BAⱼABₖ − AB) ∕ V less the first of both (Saltelli, 2002): what two factors do
///   together that neither does alone.
///
/// Indices are shares of the variance. Estimates of small ones may be negative. Limits are percentiles
/// of a bootstrap over blocks; since the points are more even than independent ones, they are rather
/// too wide than too narrow.
public struct SobolIndices: Sendable {
  /// One per factor.
  public let first: [Interval]
  /// One per factor.
  public let total: [Interval]
  /// One per pair of factors, the earlier before the later; empty without pairs.
  public let pairs: [(Int, Int, Interval)]
  /// All outcomes are the same, so there is no variance to account for and every index is 0.
  public let isConstant: Bool

  /// - Parameters:
  ///   - blocks: The outcomes of each block, in the order of its points. At least one block.
  ///   - factors: The number of factors, or of groups of them.
  ///   - hasPairs: Whether the blocks have what pairs need.
  ///   - resamples: How many resamples the limits stand on; 0 for limits equal to the estimates.
  ///   - seed: The seed of the resamples.
  ///   - confidence: The share of resampled estimates between the limits.
  public init(
    blocks: [[Double]], factors: Int, hasPairs: Bool, resamples: Int = 1_000, seed: UInt64,
    confidence: Double = 0.95
  ) {
    let size = SaltelliDesign.blockSize(factors: factors, hasPairs: hasPairs)
    precondition(!blocks.isEmpty, "indices are estimated from at least one block")
    precondition(blocks.allSatisfy { $0.count == size }, "a block has an outcome for each point")
    let scale = Summary(of: blocks.flatMap { $0 })
    let terms = VarianceTerms(factors: factors, hasPairs: hasPairs)
    isConstant = scale.minimum == scale.maximum
    let rows: [Double] =
      scale.minimum == scale.maximum
      ? blocks.flatMap { _ in terms.row(of: [Double](repeating: 0, count: size)) }
      : blocks.flatMap { block in
        terms.row(of: block.map { ($0 - scale.mean) / scale.deviation })
      }
    let estimates = terms.indices(from: terms.sums(of: rows), blocks: blocks.count)
    let resampled = Bootstrap(resamples: resamples, seed: seed)
      .sums(of: rows, columns: terms.columns)
      .map { terms.indices(from: $0, blocks: blocks.count) }
    let intervals = estimates.indices.map { place in
      Interval(
        value: estimates[place], resampled: resampled.map { $0[place] }, confidence: confidence)
    }
    first = Array(intervals[..<factors])
    total = Array(intervals[factors..<2 * factors])
    pairs = zip(terms.pairs, intervals[(2 * factors)...]).map { ($0.0, $0.1, $1) }
  }
}

/// What is summed over blocks: all indices are functions of sums, so that a resample is a weighting.
private struct VarianceTerms {
  let factors: Int
  let pairs: [(Int, Int)]

  init(factors: Int, hasPairs: Bool) {
    self.factors = factors
    pairs =
      hasPairs
      ? (0..<factors).flatMap { first in (first + 1..<factors).map { (first, $0) } } : []
  }

  /// The outcomes of A and B and their squares, two terms per factor and one per pair.
  var columns: Int { 2 + 2 * factors + pairs.count }

  func row(of block: [Double]) -> [Double] {
    let (a, b) = (block[0], block[block.count - 1])
    let mixed = block[1...factors]
    return [a + b, a * a + b * b]
      + mixed.map { b * ($0 - a) }
      + mixed.map { (a - $0) * (a - $0) / 2 }
      + pairs.map { block[1 + factors + $0] * block[1 + $1] - a * b }
  }

  func sums(of rows: [Double]) -> [Double] {
    rows.enumerated().reduce(into: [Double](repeating: 0, count: columns)) { sums, term in
      sums[term.offset % columns] += term.element
    }
  }

  /// The first indices, the total ones and those of pairs. Without variance they are 0.
  func indices(from sums: [Double], blocks: Int) -> [Double] {
    let mean = sums[0] / Double(2 * blocks)
    let variance = sums[1] / Double(2 * blocks) - mean * mean
    guard variance > 0 else { return [Double](repeating: 0, count: columns - 2) }
    let shares = sums[2...].map { $0 / Double(blocks) / variance }
    let together = zip(pairs, shares[(2 * factors)...]).map { $1 - shares[$0.0] - shares[$0.1] }
    return shares[..<(2 * factors)] + together
  }
}
