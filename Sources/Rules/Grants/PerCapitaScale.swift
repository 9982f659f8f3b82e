public import Units

/// A yearly grant per listed person whose rate may fall with the place on the list.
///
/// The scale is marginal: each rate pays only the places inside its own tier, so one more person
/// never lowers the total.
///
/// ```
/// grant = need index × Σ over tiers of (places inside the tier) × (rate of the tier)
/// ```
///
/// - Unit: money per list per year, in whole øre; the product with the need index is rounded once.
public struct PerCapitaScale: Hashable, Sendable {
  /// The rate from one place on the list up to the start of the next tier.
  public struct Tier: Hashable, Sendable {
    /// The number of places already covered by the tiers below.
    public let above: Int
    /// Per person per year.
    public let rate: Money

    public init(above: Int, rate: Money) {
      (self.above, self.rate) = (above, rate)
    }
  }

  public let tiers: [Tier]
  /// The last place that is paid for; `nil` when every place is.
  public let paidUpTo: Int?
  /// Whether the amount is multiplied by the list's need index.
  public let isWeightedByNeed: Bool

  /// - Precondition: The first tier has `above` 0, and the starts increase strictly.
  public init(tiers: [Tier], paidUpTo: Int? = nil, isWeightedByNeed: Bool = false) {
    precondition(tiers.first?.above == 0, "the first tier must start above 0 places")
    precondition(
      zip(tiers, tiers.dropFirst()).allSatisfy { $0.above < $1.above },
      "the tiers must start at strictly increasing places")
    (self.tiers, self.paidUpTo) = (tiers, paidUpTo)
    self.isWeightedByNeed = isWeightedByNeed
  }

  /// The grant for a whole year with an unchanged list.
  ///
  /// - Parameters:
  ///   - persons: Persons on the list.
  ///   - needIndex: The list's need relative to the national average, which is 1. Ignored by a
  ///     scale that is not weighted by need.
  /// - Returns: Money per year.
  public func annualAmount(persons: Int, needIndex: Ratio = .one) -> Money {
    let paid = min(persons, paidUpTo ?? persons)
    var amount = Money.zero
    var top = paid
    // From the last tier down, so that each tier ends where the one after it began.
    for tier in tiers.reversed() where top > tier.above {
      amount += (top - tier.above) * tier.rate
      top = tier.above
    }
    return isWeightedByNeed ? amount.scaled(by: needIndex) : amount
  }

  /// The scale with the rate of its last tier for every paid place: the part of the grant that is not
  /// break-point supplement.
  public var atLastRate: PerCapitaScale {
    let rate = tiers.last?.rate ?? .zero
    return PerCapitaScale(
      tiers: [Tier(above: 0, rate: rate)], paidUpTo: paidUpTo, isWeightedByNeed: isWeightedByNeed)
  }

  /// What the person on one place of the list adds to the yearly grant.
  ///
  /// - Parameter place: Counted from 1.
  /// - Returns: Money per year at need index 1; zero above the last paid place.
  public func rate(ofPlace place: Int) -> Money {
    annualAmount(persons: place) - annualAmount(persons: place - 1)
  }
}

extension PerCapitaScale {
  public static var workedExamples: [WorkedExample] {
    let flat = PerCapitaScale(tiers: [Tier(above: 0, rate: .kroner(500))])
    let tiers = [Tier(above: 0, rate: .kroner(500)), Tier(above: 1_600, rate: .kroner(400))]
    let tiered = PerCapitaScale(tiers: tiers, paidUpTo: 2_000)
    let weighted = PerCapitaScale(tiers: tiers, isWeightedByNeed: true)
    return [
      WorkedExample("an empty list", flat.annualAmount(persons: 0), is: .zero),
      WorkedExample("a flat rate", flat.annualAmount(persons: 3), is: .kroner(1_500)),
      WorkedExample(
        "the last place of the first tier", tiered.annualAmount(persons: 1_600),
        is: .kroner(800_000)),
      WorkedExample(
        "the first place of the second tier", tiered.annualAmount(persons: 1_601),
        is: .kroner(800_400)),
      WorkedExample(
        "the last paid place", tiered.annualAmount(persons: 2_000), is: .kroner(960_000)),
      WorkedExample(
        "a place beyond the last paid", tiered.annualAmount(persons: 2_001), is: .kroner(960_000)),
      WorkedExample(
        "a third more need than average",
        weighted.annualAmount(persons: 1, needIndex: Ratio(4, over: 3)), is: Money(ore: 66_667)),
    ]
  }
}
