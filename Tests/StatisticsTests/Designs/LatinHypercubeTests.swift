import Statistics
import TestSupport
import Testing

@Suite("Latin hypercubes and independent points")
struct LatinHypercubeTests {
  @Test("each dimension has one point in every stratum")
  func strata() {
    forEverySeed { random in
      let (count, dimensions) = (random.whole(in: 1...300), random.whole(in: 1...6))
      let design = LatinHypercube(points: count, dimensions: dimensions, seed: random.next())
      let points = (0..<count).map(design.point)
      return points.allSatisfy { $0.allSatisfy { $0 > 0 && $0 < 1 } }
        && (0..<dimensions).allSatisfy { dimension in
          Set(points.map { Int($0[dimension] * Double(count)) }).count == count
        }
    }
  }

  @Test("many points keep to their strata as well")
  func many() {
    let design = LatinHypercube(points: 200_003, dimensions: 1, seed: 3)
    #expect(Set((0..<200_003).map { Int(design.point($0)[0] * 200_003) }).count == 200_003)
  }

  @Test("dimensions, seeds and places in a stratum have nothing to do with each other")
  func independence() {
    let (first, second) = (
      LatinHypercube(points: 2_000, dimensions: 2, seed: 1),
      LatinHypercube(points: 2_000, dimensions: 2, seed: 2)
    )
    let columns = [first, second].flatMap { design in
      (0..<2).map { dimension in (0..<2_000).map { design.point($0)[dimension] } }
    }
    let inside = columns.map { $0.map { ($0 * 2_000).truncatingRemainder(dividingBy: 1) } }
    for a in 0..<8 {
      for b in 0..<a {
        // Four and a half standard deviations of the correlation of 2,000 independent pairs.
        #expect(abs(rankCorrelation((columns + inside)[a], (columns + inside)[b])) < 0.1)
      }
    }
  }

  @Test("the orders of three points come equally often")
  func orders() {
    let orders = (UInt64(0)..<6_000).map { seed in
      let design = LatinHypercube(points: 3, dimensions: 1, seed: seed)
      return (0..<3).map { Int(design.point($0)[0] * 3) }
    }
    for order in Set(orders) { #expect(abs(orders.count { $0 == order } - 1_000) < 145) }
    #expect(Set(orders).count == 6)
  }

  @Test("independent points are known by their number, uniform, and the same for more dimensions")
  func monteCarlo() {
    let (narrow, wide) = (MonteCarlo(dimensions: 3, seed: 9), MonteCarlo(dimensions: 7, seed: 9))
    let points = (0..<8_000).map(narrow.point)
    #expect(points == (0..<8_000).reversed().map { Array(wide.point($0)[..<3]) }.reversed())
    #expect(points.allSatisfy { $0.allSatisfy { $0 > 0 && $0 < 1 } })
    let cells = points.map { $0.reduce(0) { $0 * 2 + Int($1 * 2) } }
    for cell in 0..<8 { #expect(abs(cells.count { $0 == cell } - 1_000) < 150) }
    #expect(MonteCarlo(dimensions: 3, seed: 9 + 1 << 40).point(0) != narrow.point(0))
    #expect(narrow.point(1 << 32) != narrow.point(0))
  }

  /// Computed in Python from the published definitions of Philox and Fisher and Yates's shuffle.
  @Test("the numbers are part of the results: these must never change")
  func known() {
    #expect(
      LatinHypercube(points: 4, dimensions: 2, seed: 1).point(0) == [
        0.06343280524015427, 0.5998662933707237,
      ])
    #expect(
      MonteCarlo(dimensions: 3, seed: 1).point(0) == [
        0.6208403744646062, 0.713946225917009, 0.45205136143602254,
      ])
  }
}
