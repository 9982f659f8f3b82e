import Foundation
import Statistics
import TestSupport
import Testing

@Suite("Scrambled Sobol' sequences")
struct SobolSequenceTests {
  private func points(_ count: Int, dimensions: Int, seed: UInt64) throws -> [[Double]] {
    var sequence = try SobolSequence(dimensions: dimensions, seed: seed)
    return (0..<count).map { _ in sequence.next() }
  }

  /// Whether each of some cells holds one point.
  private func isOneEach(_ cells: [Int]) -> Bool { Set(cells).count == cells.count }

  @Test("2ᵏ points have one in each interval of length 2⁻ᵏ, in all forty dimensions")
  func intervals() throws {
    for seed: UInt64 in [0, 1, 2, 0xffff_ffff_ffff_ffff] {
      let points = try self.points(1_024, dimensions: 40, seed: seed)
      for dimension in 0..<40 {
        for power in 0...10 {
          let cells = points[..<(1 << power)].map { Int($0[dimension] * Double(1 << power)) }
          #expect(isOneEach(cells), "seed \(seed), dimension \(dimension), 2^\(power) points")
        }
      }
    }
  }

  @Test("2ᵏ points have one in each rectangle of area 2⁻ᵏ of the first two dimensions")
  func rectangles() throws {
    for seed: UInt64 in 0..<20 {
      let points = try self.points(1_024, dimensions: 2, seed: seed)
      for power in 0...10 {
        for wide in 0...power {
          let cells = points[..<(1 << power)].map { point in
            Int(point[0] * Double(1 << wide)) << (power - wide)
              + Int(point[1] * Double(1 << (power - wide)))
          }
          #expect(isOneEach(cells), "seed \(seed), 2^\(power) points, \(wide)")
        }
      }
    }
  }

  @Test("every run of 2ᵏ points from a multiple of 2ᵏ is as even as the first")
  func laterRuns() throws {
    let points = try self.points(1_024, dimensions: 5, seed: 7)
    for first in stride(from: 0, to: 1_024, by: 64) {
      for dimension in 0..<5 {
        #expect(isOneEach(points[first..<first + 64].map { Int($0[dimension] * 64) }))
      }
    }
  }

  @Test("the mean of a smooth function is thirty times nearer than by independent points")
  func integration() throws {
    // The product of 1 + (x − ½) has the mean 1 and the variance (13 ∕ 12)⁶ − 1.
    let (count, seeds) = (4_096, 20)
    let errors = try (0..<seeds).map { seed in
      let points = try self.points(count, dimensions: 6, seed: UInt64(seed))
      return points.reduce(0) { $0 + $1.reduce(1) { $0 * ($1 + 0.5) } } / Double(count) - 1
    }
    let typical = (errors.reduce(0) { $0 + $1 * $1 } / Double(seeds)).squareRoot()
    let independent = ((pow(13.0 / 12, 6) - 1) / Double(count)).squareRoot()
    #expect(typical < independent / 30, "\(independent / typical) times nearer")
  }

  @Test(
    "over many seeds each point is uniform, and its coordinates have nothing to do with each other")
  func uniform() throws {
    for number in [0, 1, 5] {
      let drawn = try (0..<1_000).map { try points(6, dimensions: 2, seed: $0)[number] }
      for quarter in 0..<4 {
        for side in 0..<2 {
          let cell = drawn.count { Int($0[0] * 4) == quarter && Int($0[1] * 2) == side }
          // Five standard deviations of a count of 125 in a thousand.
          #expect(abs(cell - 125) < 53, "point \(number)")
        }
      }
    }
  }

  @Test(
    "points are the same whenever they are asked for, and those skipped are the ones in between")
  func skip() throws {
    try forEverySeed(in: 0..<100) { random in
      let (seed, skipped) = (random.next(), random.whole(in: 0...40))
      var sequence = try SobolSequence(dimensions: 3, seed: seed)
      let first = sequence.next()
      sequence.skip(skipped)
      let later = sequence.next()
      let all = try points(skipped + 10, dimensions: 3, seed: seed)
      return all[0] == first && all[skipped + 1] == later
    }
  }

  @Test("other seeds give other points, strictly inside the cube")
  func seeds() throws {
    let points = try (0..<100).flatMap { try self.points(8, dimensions: 4, seed: $0) }
    #expect(Set(points).count == 800)
    #expect(points.allSatisfy { $0.allSatisfy { $0 > 0 && $0 < 1 } })
  }

  /// Computed in Python from GSL's points and the published definition of Philox.
  @Test("the numbers are part of the results: these must never change")
  func known() throws {
    let known = [
      [0.10294568492099643, 0.9389297305606306], [0.6030564452521503, 0.3051880714483559],
      [0.9240921693854034, 0.7344369920901954],
    ]
    #expect(try points(3, dimensions: 2, seed: 1) == known)
  }

  @Test("no dimensions and too many are refused", arguments: [-1, 0, 41])
  func refused(dimensions: Int) {
    #expect(throws: NumericalError.dimensionsOutOfReach(dimensions, most: 40)) {
      _ = try points(1, dimensions: dimensions, seed: 1)
    }
    #expect(
      NumericalError.dimensionsOutOfReach(41, most: 40).description
        == "41 dimensions are out of reach of a Sobol' sequence here; it takes 1 to 40")
  }
}
