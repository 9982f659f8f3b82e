import Foundation
import Statistics
import TestSupport
import Testing

@Suite("Summaries")
struct SummaryTests {
  /// The digits two numbers share: the logarithm of the relative error.
  private func digits(_ value: Double, _ certified: Double) -> Double {
    value == certified ? 17 : -log10(abs(value - certified) / abs(certified))
  }

  @Test("means and deviations agree with NIST's to these digits", arguments: ReferenceData.all)
  func certified(data: ReferenceData) {
    let summary = Summary(of: data.values)
    let found = (
      mean: digits(summary.mean, data.mean), deviation: digits(summary.deviation, data.deviation)
    )
    #expect(found.mean >= data.digits.mean, "\(found)")
    #expect(found.deviation >= data.digits.deviation, "\(found)")
  }

  @Test("quantiles are those of R's type 7")
  func quantiles() {
    // R: quantile(c(3, 1, 4, 1, 5, 9, 2, 6), c(0, .1, .25, .5, .9, 1)).
    let summary = Summary(of: [3, 1, 4, 1, 5, 9, 2, 6])
    let found = [0, 0.1, 0.25, 0.5, 0.9, 1].map(summary.quantile)
    #expect(zip(found, [1, 1, 1.75, 3.5, 6.9, 9]).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect(Summary(of: [7]).quantile(0.3) == 7)
  }

  @Test("order does not matter, and a constant added moves all but the spread")
  func properties() {
    forEverySeed { random in
      let values = random.wholes(count: 2...50, in: -1_000...1_000).map(Double.init)
      let (summary, moved) = (Summary(of: values), Summary(of: values.map { $0 + 1e9 }))
      let turned = Summary(of: values.reversed())
      return abs(turned.mean - summary.mean) < 1e-12
        && turned.quantile(0.3) == summary.quantile(0.3)
        && abs(moved.mean - summary.mean - 1e9) < 1e-6
        && abs(moved.deviation - summary.deviation) <= 1e-9 * summary.deviation
        && summary.minimum == values.min() && summary.maximum == values.max()
        && summary.count == values.count
    }
  }

  @Test("the standard error is the deviation over the root of the count, unknown for one number")
  func standardError() {
    #expect(abs(Summary(of: [1, 2, 3, 4]).standardError - (5.0 / 12).squareRoot()) < 1e-15)
    #expect(Summary(of: [4]).deviation.isNaN && Summary(of: [4]).mean == 4)
    #expect(Summary(of: [4, 4, 4]).deviation == 0)
  }
}
