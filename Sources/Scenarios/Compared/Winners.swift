import Rules
public import Units

/// Who gains and who loses by a reform, practice by practice.
///
/// A practice is a list or a clinic; who makes these says which of the baseline and of the reform are the
/// same. What it gains is what it is paid less what it was paid; costs are not in it.
public struct Winners: Sendable {
  /// The places in the baseline of the lists that are compared; none where the reform brings others.
  public let lists: [Int]
  /// By list compared: payments in the baseline, and what the reform adds.
  public let before: [Money]
  public let gains: [Money]

  /// - Parameters:
  ///   - lists: The places of the practices that are compared.
  ///   - before: What each is paid in the baseline, in their order.
  ///   - after: What each is paid in the reform.
  public init(of lists: [Int], before: [Money], after: [Money]) {
    (self.lists, self.before) = (lists, before)
    gains = zip(before, after).map { $1 - $0 }
  }

  /// The share of practices that gain; zero when there are none.
  public var gaining: Ratio {
    Ratio(gains.count { $0 > .zero }, over: max(gains.count, 1))
  }

  /// What some of the practices gain.
  public struct Group: Sendable {
    public var practices: Int
    public var gaining: Int
    public var losing: Int
    /// Together.
    public var before: Money
    public var gain: Money
    /// Of the practices in rising order of what they gain; `nil` when there are none.
    public var quantiles: Quantiles?

    public struct Quantiles: Sendable {
      public var p5: Money
      public var p25: Money
      public var median: Money
      public var p75: Money
      public var p95: Money
    }
  }

  /// - Parameter isIn: Told the place of a list.
  /// - Returns: What the chosen practices gain.
  public func group(where isIn: (Int) -> Bool) -> Group {
    let own = lists.indices.filter { isIn(lists[$0]) }
    let sorted = own.map { gains[$0] }.sorted()
    return Group(
      practices: own.count, gaining: sorted.count { $0 > .zero },
      losing: sorted.count { $0 < .zero },
      before: own.reduce(.zero) { $0 + before[$1] }, gain: sorted.reduce(.zero, +),
      quantiles: sorted.isEmpty ? nil : .init(of: sorted))
  }

  /// Practices in ten parts of equal size, from those that lose most to those that gain most; the
  /// first parts have one more where the number does not divide by ten.
  public func deciles() -> [Group] {
    let order = lists.indices.sorted { (gains[$0], $0) < (gains[$1], $1) }
    let sizes = largestRemainder(order.count, by: Array(repeating: 1, count: 10))
    var first = 0
    return sizes.map { size in
      let places = Set(order[first..<first + size].map { lists[$0] })
      first += size
      return group { places.contains($0) }
    }
  }
}

extension Winners.Group.Quantiles {
  /// Type 7 of Hyndman and Fan (1996), as R and NumPy do unless told otherwise, to the nearest øre: what
  /// is gained lies evenly spaced between the least and the most, joined by straight lines. Gains with
  /// their signs turned have the same quantiles with theirs turned, from the other end.
  fileprivate init(of sorted: [Money]) {
    func value(_ percent: Int) -> Money {
      let (below, part) = (percent * (sorted.count - 1)).quotientAndRemainder(dividingBy: 100)
      guard part > 0 else { return sorted[below] }
      let weighted =
        Int128(sorted[below].ore) * Int128(100 - part) + Int128(sorted[below + 1].ore)
        * Int128(part)
      return Money(ore: Ratio.rounded(weighted, over: 100))
    }
    self.init(p5: value(5), p25: value(25), median: value(50), p75: value(75), p95: value(95))
  }
}
