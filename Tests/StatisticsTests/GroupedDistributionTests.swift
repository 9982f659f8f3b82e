import Statistics
import TestSupport
import Testing

@Suite("Distributions known by classes")
struct GroupedDistributionTests {
  /// Lists of Norwegian general practitioners in 2020, by length.
  private let lists = GroupedDistribution(
    limits: [0, 750, 1_000, 1_250, 1_500, 2_501], counts: [256, 788, 1_051, 694, 277])

  private static func random(_ random: inout TestRandom) -> GroupedDistribution {
    let counts = random.wholes(count: 2...9, in: 1...1_000)
    let limits = counts.reduce(into: [Double(random.whole(in: -100...100))]) { limits, _ in
      limits.append(limits[limits.count - 1] + Double(random.whole(in: 1...500)))
    }
    return GroupedDistribution(limits: limits, counts: counts)
  }

  @Test("the share below each limit is the share of the published counts")
  func cumulative() {
    let shares = [0, 256, 1_044, 2_095, 2_789, 3_066].map { Double($0) / 3_066 }
    #expect(lists.cumulative == shares)
  }

  @Test("the curve passes through every class limit")
  func limits() throws {
    try forEverySeed { random in
      let classes = Self.random(&random)
      let values = try classes.quantiles(at: classes.cumulative)
      return zip(values, classes.limits).allSatisfy { abs($0 - $1) < 1e-9 }
    }
  }

  @Test("the smallest and the largest case lie at the ends, and no share leads outside them")
  func ends() throws {
    let values = try lists.quantiles(at: [0, 1, -0.5, 1.5])
    #expect(zip(values, [0, 2_501, 0, 2_501]).allSatisfy { abs($0 - $1) < 1e-9 })
  }

  @Test("a larger share never has a smaller value")
  func isMonotone() throws {
    try forEverySeed { random in
      let classes = Self.random(&random)
      let values = try classes.quantiles(at: (0...1_000).map { Double($0) / 1_000 })
      return zip(values, values.dropFirst()).allSatisfy(<=)
    }
  }

  /// Computed in Python from Steffen's article, with straight ends as in GSL.
  @Test("between the limits the curve is Steffen's")
  func steffen() throws {
    let values = try lists.quantiles(at: [0.05, 0.25, 0.5, 0.8, 0.95])
    let known = [533.6469601, 936.0081696, 1113.6957369, 1342.6128130, 1837.3990540]
    #expect(zip(values, known).allSatisfy { abs($0 - $1) < 1e-6 })
  }

  @Test("the classes keep their counts when many quantiles are drawn")
  func countsAreKept() throws {
    let values = try lists.quantiles(at: (0..<30_660).map { (Double($0) + 0.5) / 30_660 })
    let counts = zip(lists.limits, lists.limits.dropFirst()).map { from, to in
      values.count { from <= $0 && $0 < to }
    }
    #expect(zip(counts, [2_560, 7_880, 10_510, 6_940, 2_770]).allSatisfy { abs($0 - $1) <= 1 })
  }

  @Test("quantiles come in the order they were asked for")
  func order() throws {
    let values = try lists.quantiles(at: [0.9, 0.1, 0.5])
    #expect(try lists.quantiles(at: [0.1, 0.5, 0.9]) == [values[1], values[2], values[0]])
  }

  @Test("two classes are enough")
  func twoClasses() throws {
    let values = try GroupedDistribution(limits: [0, 10, 20], counts: [1, 1]).quantiles(
      at: [0.25, 0.5, 0.75])
    #expect(zip(values, [5, 10, 15]).allSatisfy { abs($0 - $1) < 1e-9 })
  }

  @Test("one class is spread evenly")
  func oneClass() throws {
    let values = try GroupedDistribution(limits: [100, 200], counts: [7]).quantiles(
      at: [0, 0.25, 1])
    #expect(zip(values, [100, 125, 200]).allSatisfy { abs($0 - $1) < 1e-9 })
  }
}
