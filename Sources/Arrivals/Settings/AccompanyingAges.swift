import Practices
public import Scenarios
public import Units

/// The ages of those who accompany a person, from which follows how many must consent in person.
public enum AccompanyingAges: Sendable {
  /// Bands of ages, the youngest first. Ages are spread evenly over the years of a band.
  case bands([Band])
  /// The share who must consent, whatever age the law asks it from: for where no ages are known.
  case share(Estimate)

  /// A band of ages, in whole years, both ends included.
  public struct Band: Sendable {
    public var ages: ClosedRange<Int>
    /// The share of those who accompany; `nil` for what the other bands leave.
    public var estimate: Estimate?
  }
}

extension AccompanyingAges {
  /// The share of those who accompany who have reached an age.
  ///
  /// ```
  /// Σ over bands of (the band's share) × (its years from the age on) ÷ (its years)
  /// ```
  ///
  /// - Parameter age: Whole years.
  /// - Returns: A share from 0 to 1.
  public func share(from age: Int) -> Ratio {
    switch self {
    case .share(let share): return share.central
    case .bands(let bands):
      return bands.reduce(.zero) { sum, band in
        let reached = band.ages.count { $0 >= age }
        return sum + share(of: band) * Ratio(reached, over: band.ages.count)
      }
    }
  }

  /// The share of those who accompany in a band; of the band that is the rest, what the others leave.
  public func share(of band: Band) -> Ratio {
    guard case .bands(let bands) = self else { return .zero }
    return band.estimate?.central
      ?? bands.reduce(.one) { $0 - ($1.estimate?.central ?? .zero) }
  }

  /// What the author states of them.
  var estimates: [Estimate] {
    switch self {
    case .bands(let bands): bands.compactMap(\.estimate)
    case .share(let share): [share]
    }
  }
}
