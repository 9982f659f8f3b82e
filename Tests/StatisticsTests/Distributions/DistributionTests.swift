import Foundation
import Statistics
import TestSupport
import Testing

@Suite("Distributions of uncertain numbers")
struct DistributionTests {
  private static func anyShape(
    _ random: inout TestRandom, _ thousandths: ClosedRange<Int>
  ) -> Double {
    // As often small as large.
    let range = log(Double(thousandths.lowerBound))...log(Double(thousandths.upperBound))
    return exp(Double.random(in: range, using: &random)) / 1_000
  }

  private static func sound(_ random: inout TestRandom) -> Distribution {
    let low = Double(random.whole(in: -10_000...10_000)) / 100
    let width = anyShape(&random, 1...1_000_000)
    let mode = low + width * Double(random.whole(in: 0...100)) / 100
    switch random.whole(in: 0...7) {
    case 0: return .uniform(low: low, high: low + width)
    case 1: return .logUniform(low: width, high: width * (1 + anyShape(&random, 1...1_000_000)))
    case 2: return .triangular(low: low, mode: min(mode, low + width), high: low + width)
    case 3: return .pert(low: low, mode: min(mode, low + width), high: low + width)
    case 4: return .normal(mean: low, deviation: width)
    case 5: return .lognormal(median: width, deviation: anyShape(&random, 1...2_000))
    case 6:
      return .beta(
        a: anyShape(&random, 500...1_000_000), b: anyShape(&random, 500...1_000_000), low: low,
        high: low + width)
    default:
      return .gamma(shape: anyShape(&random, 100...10_000_000), scale: width)
    }
  }

  private static let shares = [1e-9, 1e-4, 0.01, 0.2, 0.5, 0.7, 0.9, 0.99, 0.9999, 1 - 1e-9]

  @Test("the share up to a quantile is the share it was asked for, of any kind and shape")
  func roundTrip() {
    forEverySeed { random in
      let belief = Self.sound(&random)
      return belief.fault == nil
        && Self.shares.allSatisfy { share in
          let value = belief.quantile(share)
          // Near an end a value has no more bits to tell shares apart.
          let near = [value.nextDown, value, value.nextUp].map(belief.share(upTo:))
          return near.contains { $0 <= share + 1e-9 } && near.contains { $0 >= share - 1e-9 }
        }
    }
  }

  @Test("a larger share never has a smaller value, and ends are reached where there are any")
  func monotone() {
    forEverySeed { random in
      let belief = Self.sound(&random)
      let values = ([0] + Self.shares + [1]).map(belief.quantile)
      return values.allSatisfy(\.isFinite) && zip(values, values.dropFirst()).allSatisfy(<=)
    }
    #expect(Distribution.pert(low: 1, mode: 2, high: 5).quantile(0) == 1)
    #expect(Distribution.pert(low: 1, mode: 2, high: 5).quantile(1) == 5)
    #expect(Distribution.triangular(low: 1, mode: 1, high: 5).quantile(0) == 1)
    #expect(Distribution.logUniform(low: 0.1, high: 5).quantile(1) == 5)
  }

  @Test(
    "quantiles of tables and closed forms",
    arguments: [
      (.normal(mean: 0, deviation: 1), 0.975, 1.959_963_984_540_054),
      (.normal(mean: 10, deviation: 2), 0.95, 10 + 2 * 1.644_853_626_951_472_7),
      (.lognormal(median: 2, deviation: 0.5), 0.5, 2),
      (.lognormal(median: 2, deviation: 0.5), 0.975, 2 * exp(0.979_981_992_270_027)),
      // Chi-squared with 5 degrees of freedom, and the exponential distribution.
      (.gamma(shape: 2.5, scale: 2), 0.95, 11.070_497_693_516_35),
      (.gamma(shape: 1, scale: 3), 0.7, -3 * log(0.3)),
      (.beta(a: 2, b: 1, low: 0, high: 1), 0.49, 0.7),
      (.beta(a: 1, b: 1_000, low: 0, high: 1), 0.7, 1 - pow(0.3, 0.001)),
      (.beta(a: 3, b: 3, low: 10, high: 20), 0.5, 15),
      (.pert(low: 0, mode: 5, high: 10), 0.5, 5),
      (.pert(low: 0, mode: 0, high: 1), 0.5, 1 - pow(0.5, 0.2)),
      (.triangular(low: 0, mode: 1, high: 2), 0.125, 0.5),
      (.triangular(low: 0, mode: 2, high: 2), 0.25, 1),
      (.uniform(low: -1, high: 3), 0.25, 0),
      (.logUniform(low: 0.01, high: 100), 0.75, 10),
    ] as [(Distribution, Double, Double)])
  func known(belief: Distribution, share: Double, value: Double) {
    #expect(abs(belief.quantile(share) - value) <= 1e-12 * max(abs(value), 1))
  }

  @Test("the mean of many quantiles is the mean")
  func means() throws {
    let beliefs: [Distribution] = [
      .uniform(low: 2, high: 5), .logUniform(low: 1, high: 100),
      .triangular(low: 0, mode: 1, high: 9), .pert(low: 0, mode: 1, high: 9),
      .normal(mean: -4, deviation: 2), .lognormal(median: 3, deviation: 0.5),
      .beta(a: 2, b: 5, low: 10, high: 20), .gamma(shape: 3, scale: 2), .empirical([1, 2, 6]),
    ]
    for belief in beliefs {
      let values = (0..<30_000).map { belief.quantile((Double($0) + 0.5) / 30_000) }
      let mean = try #require(belief.mean)
      #expect(abs(values.reduce(0, +) / 30_000 - mean) < 1e-3, "\(belief)")
    }
    #expect(Distribution.truncated(beliefs[0], low: 3, high: nil).mean == nil)
  }

  @Test("of some values each comes equally often, in the order of size")
  func empirical() {
    let belief = Distribution.empirical([7, 3, 5, 3])
    let values = [0, 0.25, 0.26, 0.5, 0.51, 0.75, 0.76, 1].map(belief.quantile)
    #expect(values == [3, 3, 3, 3, 5, 5, 7, 7])
    #expect(belief.share(upTo: 3) == 0.5 && belief.share(upTo: 6.9) == 0.75)
    let limited = Distribution.truncated(belief, low: 4, high: 7)
    #expect([0, 0.5, 0.6, 1].map(limited.quantile) == [5, 5, 7, 7])
  }

  @Test("a truncated distribution keeps to its limits and to the proportions between them")
  func truncated() {
    forEverySeed { random in
      let whole = Self.sound(&random)
      let ends = [random.whole(in: 1...49), random.whole(in: 50...98)].map {
        whole.quantile(Double($0) / 100)
      }
      let belief = Distribution.truncated(whole, low: ends[0], high: ends[1])
      if belief.fault != nil { return ends[0] == ends[1] }
      let middle = belief.quantile(0.5)
      let (below, half) = (whole.share(upTo: ends[0]), whole.share(upTo: middle))
      let nearEnds = zip([belief.quantile(0), belief.quantile(1)], ends).allSatisfy {
        abs($0 - $1) <= 1e-9 * max(abs($1), ends[1] - ends[0])
      }
      return nearEnds && abs(half - below - (whole.share(upTo: ends[1]) - half)) < 1e-7
    }
    // The half of a normal distribution above its mean, and limits inside limits.
    let half = Distribution.truncated(.normal(mean: 0, deviation: 1), low: 0, high: nil)
    #expect(abs(half.quantile(0.5) - 0.674_489_750_196_082) < 1e-12)
    #expect(half.quantile(1).isFinite)
    #expect(abs(Distribution.truncated(half, low: nil, high: 1).quantile(1) - 1) < 1e-12)
  }

  @Test(
    "what is wrong is said in a sentence",
    arguments: [
      (.uniform(low: 3, high: 2), "the low end 3.0 is not below the high end 2.0"),
      (.uniform(low: 1, high: 1), "the low end 1.0 is not below the high end 1.0"),
      (.uniform(low: 0, high: .nan), "nan is not a finite number"),
      (.logUniform(low: 0, high: 2), "the low end 0.0 is not above zero"),
      (.triangular(low: 0, mode: 3, high: 2), "the mode 3.0 does not lie between 0.0 and 2.0"),
      (.pert(low: 0, mode: -1, high: 2), "the mode -1.0 does not lie between 0.0 and 2.0"),
      (.normal(mean: 0, deviation: 0), "the deviation 0.0 is not above zero"),
      (.lognormal(median: -1, deviation: 1), "the median -1.0 is not above zero"),
      (.beta(a: 0, b: 1, low: 0, high: 1), "the shape a 0.0 does not lie between 0.1 and 1000.0"),
      (.gamma(shape: 1, scale: -1), "the scale -1.0 is not above zero"),
      (.empirical([]), "there are no values"),
      (.empirical([1, .infinity]), "inf is not a finite number"),
      (
        .truncated(.normal(mean: 0, deviation: 1), low: 9, high: nil),
        "the limits leave less than one part in a million of the distribution"
      ),
      (
        .truncated(.normal(mean: 0, deviation: -1), low: 9, high: nil),
        "the deviation -1.0 is not above zero"
      ),
    ] as [(Distribution, String)])
  func faults(belief: Distribution, message: String) { #expect(belief.fault == message) }
}
