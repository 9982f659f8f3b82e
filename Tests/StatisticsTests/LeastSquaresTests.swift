import Foundation
import Statistics
import Testing

@Suite("Least squares")
struct LeastSquaresTests {
  @Test("three entangled numbers are found")
  func found() throws {
    let fit = LeastSquares(ranges: [0...10, 0...100, 0...1])
    let best = try fit.fit(from: [5, 50, 0.5], residuals: 3) { x in
      [x[0] + x[1] / 10 - 7, x[0] * x[2] - 0.8, x[1] * x[2] - 12]
    }
    let left = [best[0] + best[1] / 10 - 7, best[0] * best[2] - 0.8, best[1] * best[2] - 12]
    #expect(left.allSatisfy { abs($0) < 0.001 })
  }

  @Test("functions that move in steps are fitted to the step")
  func steps() throws {
    let fit = LeastSquares(ranges: [0...100])
    let best = try fit.fit(from: [80], residuals: 1) { [($0[0] * 20).rounded() / 20 / 30 - 1] }
    #expect(abs(best[0] - 30) < 0.1)
  }

  @Test("what cannot be met is met as nearly as the range allows")
  func bounded() throws {
    let best = try LeastSquares(ranges: [1...2]).fit(from: [1.5], residuals: 1) { [$0[0] - 5] }
    #expect(best[0] > 1.9 && best[0] <= 2)
  }

  @Test("an error inside comes out as it was thrown")
  func thrown() {
    struct Stop: Error {}
    #expect(throws: Stop.self) {
      try LeastSquares(ranges: [0...1]).fit(from: [0.5], residuals: 1) { _ in throw Stop() }
    }
  }
}
