import Foundation
import Statistics
import TestSupport
import Testing

@Suite("Indices of variance")
struct SobolIndicesTests {
  private func indices(
    dimensions: Int, hasPairs: Bool = true, blocks: Int = 4_096, resamples: Int = 200,
    seed: UInt64 = 1, of function: ([Double]) -> Double
  ) throws -> SobolIndices {
    var design = try SaltelliDesign(dimensions: dimensions, seed: seed, hasPairs: hasPairs)
    return SobolIndices(
      blocks: (0..<blocks).map { _ in design.next().map(function) }, factors: dimensions,
      hasPairs: hasPairs, resamples: resamples, seed: seed)
  }

  private func isNear(_ found: [Interval], _ known: [Double], within most: Double) -> Bool {
    zip(found, known).allSatisfy { abs($0.value - $1) < most }
  }

  private func covers(_ found: [Interval], _ known: [Double]) -> Bool {
    zip(found, known).allSatisfy { $0.low <= $1 && $1 <= $0.high }
  }

  /// With a = 7 and b = 1 ∕ 10. Ishigami and Homma (1990).
  private func ishigami(_ point: [Double]) -> Double {
    let x = point.map { (2 * $0 - 1) * .pi }
    return sin(x[0]) + 7 * sin(x[1]) * sin(x[1]) + 0.1 * pow(x[2], 4) * sin(x[0])
  }

  @Test("Ishigami's function: first, total and pairs, and limits around them")
  func ishigami() throws {
    let found = try indices(dimensions: 3, of: ishigami)
    let (first, total) = ([0.313_905, 0.442_411, 0], [0.557_589, 0.442_411, 0.243_684])
    #expect(isNear(found.first, first, within: 0.01))
    #expect(isNear(found.total, total, within: 0.01))
    #expect(covers(found.first, first) && covers(found.total, total))
    #expect(found.pairs.map { [$0.0, $0.1] } == [[0, 1], [0, 2], [1, 2]])
    #expect(isNear(found.pairs.map(\.2), [0, 0.243_684, 0], within: 0.02))
    #expect(covers(found.pairs.map(\.2), [0, 0.243_684, 0]))
  }

  /// The product of (|4x − 2| + a) ∕ (1 + a), whose parts have the variances 1 ∕ 3(1 + a)².
  private static let weights: [Double] = [0, 1, 4.5, 9, 99, 99, 99, 99]

  private func product(_ point: [Double]) -> Double {
    zip(point, Self.weights).reduce(1) { $0 * (abs(4 * $1.0 - 2) + $1.1) / (1 + $1.1) }
  }

  @Test("Sobol's function of eight factors, each less important than the one before")
  func product() throws {
    let found = try indices(dimensions: 8, hasPairs: false, of: product)
    let parts = Self.weights.map { 1 / (3 * (1 + $0) * (1 + $0)) }
    let all = parts.reduce(1) { $0 * (1 + $1) }
    let first = parts.map { $0 / (all - 1) }
    let total = parts.map { $0 * all / (1 + $0) / (all - 1) }
    #expect(zip(first, [0.716_2, 0.179, 0.023_7, 0.007_2]).allSatisfy { abs($0 - $1) < 5e-5 })
    #expect(zip(total, [0.787_1, 0.242_2, 0.034_3, 0.010_5]).allSatisfy { abs($0 - $1) < 5e-5 })
    #expect(isNear(found.first, first, within: 0.01))
    #expect(isNear(found.total, total, within: 0.01))
    #expect(covers(found.first, first) && covers(found.total, total))
    #expect(found.pairs.isEmpty)
  }

  /// Computed with SALib 1.6.0 from the same outcomes of eight blocks.
  @Test("estimates are those of SALib, to the last digits")
  func peer() {
    let outcomes = (0..<64).map { (number: Int) -> Double in
      let whole = 37 * number * number + 11 * number + 5
      return Double(whole % 101) / 10
    }
    let blocks = stride(from: 0, to: 64, by: 8).map { Array(outcomes[$0..<$0 + 8]) }
    let found = SobolIndices(blocks: blocks, factors: 3, hasPairs: true, resamples: 0, seed: 1)
    let first = [-0.781_066_211_899_102_1, -0.256_329_465_083_546_04, 0.045_256_770_410_517_24]
    let total = [1.043_691_560_129_187_8, 0.959_216_927_632_385_9, 1.117_793_754_343_75]
    let pairs = [0.174_865_526_243_553_56, 0.817_769_808_962_581, -0.077_883_812_338_295_3]
    #expect(isNear(found.first, first, within: 1e-13))
    #expect(isNear(found.total, total, within: 1e-13))
    #expect(isNear(found.pairs.map(\.2), pairs, within: 1e-13))
  }

  @Test("a sum of factors has first indices that are the total ones, whatever its level and unit")
  func additive() throws {
    try forEverySeed(in: 0..<20) { random in
      let slopes = (0..<3).map { _ in Double(random.whole(in: 1...9)) }
      let squares = slopes.reduce(0) { $0 + $1 * $1 }
      let found = try indices(
        dimensions: 3, blocks: 512, resamples: 0, seed: random.next()
      ) { point in 1e6 + 1e-3 * zip(point, slopes).reduce(0) { $0 + $1.0 * $1.1 } }
      let known = slopes.map { $0 * $0 / squares }
      return isNear(found.first, known, within: 0.01) && isNear(found.total, known, within: 0.01)
        && isNear(found.pairs.map(\.2), [0, 0, 0], within: 0.02)
    }
  }

  @Test("factors in a group have one index together")
  func groups() throws {
    var design = try SaltelliDesign(
      groups: [[0, 2], [1]], dimensions: 3, seed: 1, hasPairs: false)
    let found = SobolIndices(
      blocks: (0..<2_048).map { _ in design.next().map(ishigami) }, factors: 2, hasPairs: false,
      resamples: 0, seed: 1)
    #expect(isNear(found.first, [0.557_589, 0.442_411], within: 0.01))
    #expect(isNear(found.total, [0.557_589, 0.442_411], within: 0.01))
  }

  @Test("ninety-five in a hundred limits hold the true index, or more")
  func coverage() throws {
    let hits = try (0..<60).reduce(0) { hits, seed in
      let found = try indices(
        dimensions: 2, hasPairs: false, blocks: 256, resamples: 200, seed: UInt64(seed)
      ) { $0[0] + 2 * $0[1] * $0[0] }
      // Of the variance 4 ∕ 9, x₀ has 12 ∕ 16, x₁ 3 ∕ 16 and both together 1 ∕ 16.
      return hits + (covers(found.total, [13.0 / 16, 4.0 / 16]) ? 1 : 0)
    }
    #expect(hits >= 54, "\(hits) of 60")
  }

  @Test("the same seed gives the same limits")
  func reproducible() throws {
    let found = try (0..<2).map { _ in
      try indices(dimensions: 3, blocks: 64, of: ishigami)
    }
    #expect(found[0].first == found[1].first && found[0].total == found[1].total)
  }

  @Test("an outcome that never moves has no variance to account for")
  func constant() throws {
    let found = try indices(dimensions: 2, blocks: 8) { _ in 4.2 }
    #expect(found.isConstant && found.first == found.total)
    #expect(found.first == [Interval](repeating: Interval(value: 0, low: 0, high: 0), count: 2))
    #expect(try !indices(dimensions: 2, blocks: 8) { $0[0] }.isConstant)
  }
}
