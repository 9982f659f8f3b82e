import Statistics
import TestSupport
import Testing

@Suite("Exponential distributions with an end")
struct TruncatedExponentialTests {
  private static let shares = (0..<2_000).map { (Double($0) + 0.5) / 2_000 }

  @Test("the mean of many quantiles is the mean that was asked for")
  func mean() throws {
    try forEverySeed(in: 0..<200) { random in
      let from = Double(random.whole(in: -100...100)) / 100
      let width = Double(random.whole(in: 1...500)) / 100
      let mean = from + width * Double(random.whole(in: 20...490)) / 1_000
      let spread = try TruncatedExponential(range: from...(from + width), mean: mean)
      let values = Self.shares.map(spread.quantile(at:))
      return abs(values.reduce(0, +) / 2_000 - mean) < 1e-3 * width
    }
  }

  @Test("the median is the one of the formula")
  func knownMedian() throws {
    // With scale 1 on 0...1 the mean is 1 − 1/(e − 1), and the median −ln((1 + 1/e) / 2).
    let spread = try TruncatedExponential(range: 0...1, mean: 0.418_023_293_130_674)
    #expect(abs(spread.quantile(at: 0.5) - 0.379_885_493_041_722) < 1e-6)
  }

  @Test("values stay in their range, rise with the share, and reach both ends")
  func range() throws {
    let spread = try TruncatedExponential(range: 0.005...0.9, mean: 0.07)
    let values = ([-1, 0] + Self.shares + [1, 2]).map(spread.quantile(at:))
    #expect(zip(values, values.dropFirst()).allSatisfy(<=))
    #expect(abs((values.first ?? 0) - 0.005) < 1e-12)
    #expect(abs((values.last ?? 0) - 0.9) < 1e-9)
    #expect(values.allSatisfy { $0 >= 0.005 && $0 <= 0.9 })
  }

  @Test("the largest case lies at the end, however far the mean lies from it")
  func farEnd() throws {
    for thousandths in 2...490 {
      let spread = try TruncatedExponential(range: 0...1, mean: Double(thousandths) / 1_000)
      #expect((0.0...1).contains(spread.quantile(at: 1)), "mean 0.\(thousandths)")
    }
  }

  @Test(
    "a mean outside the range or above its middle is refused",
    arguments: [-1, 0, 0.005, 0.6, 0.9, 2, .nan])
  func impossibleMean(mean: Double) {
    #expect(throws: NumericalError.self) {
      try TruncatedExponential(range: 0.005...0.9, mean: mean)
    }
  }
}
