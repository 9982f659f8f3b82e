public import Units

/// One part of what a payment model pays a practice for a year.
///
/// ```
/// base   = Σ over groups of weight × units × share, or Σ of rate × earlier component
/// amount = scale of the base × times a year × multipliers ÷ divisors,
///          no less than the minimum and no more than the maximum
/// ```
///
/// - Unit: money per practice and year. Rounded once, in ``PaymentModel``.
public struct PaymentComponent: Hashable, Sendable {
  public var basis: Basis
  public var scale: PaymentScale
  /// Payments a year, multipliers, and one over each divisor.
  public var factors: [Ratio]
  public var minimum: Ratio?
  public var maximum: Ratio?
  /// Whether tiers, minimum and maximum are stated per person on the list.
  public var limitsPerPerson: Bool
  /// A component that is not paid is counted for others to be shares of.
  public var isPaid: Bool
  public var payers: PayerSplit
  /// Payments a year, which amounts per payer are multiplied by as well.
  public var timesAYear: Int

  /// What the scale is applied to.
  public enum Basis: Hashable, Sendable {
    case units(Units)
    /// Rates of components that stand earlier in the model, by place.
    case components([Part])
  }

  /// Persons, visits or other things that are counted and paid for.
  public struct Units: Hashable, Sendable {
    /// Multiplied with each other; at most one is divided among groups.
    public var counted: [CountedUnit]
    /// The weight of each group, `nil` for one that is left out; no weights when all are alike.
    public var weights: [Ratio?]?
    /// The share of them that is paid for.
    public var share: Ratio

    public init(counted: [CountedUnit], weights: [Ratio?]? = nil, share: Ratio = .one) {
      (self.counted, self.weights, self.share) = (counted, weights, share)
    }
  }

  public struct Part: Hashable, Sendable {
    public var component: Int
    public var rate: Ratio

    public init(component: Int, rate: Ratio) {
      (self.component, self.rate) = (component, rate)
    }
  }

  /// - Precondition: `minimum` is not above `maximum`.
  public init(
    basis: Basis, scale: PaymentScale, timesAYear: Int = 1, factors: [Ratio] = [],
    minimum: Ratio? = nil, maximum: Ratio? = nil, limitsPerPerson: Bool = false,
    isPaid: Bool = true, payers: PayerSplit = .shares([.init(payer: 0, number: .one)])
  ) {
    (self.basis, self.scale, self.timesAYear) = (basis, scale, timesAYear)
    self.factors = [Ratio(timesAYear)] + factors
    (self.minimum, self.maximum, self.limitsPerPerson) = (minimum, maximum, limitsPerPerson)
    (self.isPaid, self.payers) = (isPaid, payers)
  }
}

/// An amount or a number on the way to it that is beyond any practice's year.
public struct PaymentTooLarge: Error, Hashable, Sendable {
  /// The place of the component in its model.
  public var component: Int
}

extension PaymentComponent {
  /// What is paid for, before weights.
  ///
  /// - Returns: `nil` for a component that is a share of others.
  func units(in practice: PracticeYear) -> Ratio? {
    guard case .units(let units) = basis else { return nil }
    return units.number(in: practice) { $0.map { _ in .one } }
  }

  /// The amount of a year.
  ///
  /// - Parameters:
  ///   - practice: Whose year it is.
  ///   - earlier: The amounts of the components before this one.
  /// - Returns: Not rounded; `nil` when it is too large for exact money.
  func amount(for practice: PracticeYear, after earlier: [Ratio]) -> Ratio? {
    let base: Ratio
    switch basis {
    case .units(let units): base = units.number(in: practice) { $0 }
    case .components(let parts):
      base = parts.reduce(.zero) { $0 + earlier[$1.component] * $1.rate }
    }
    let limits = limitsPerPerson ? practice.persons : .one
    guard base.isWithin(Self.mostUnits) else { return nil }
    var amount = scale.amount(of: base, startsTimes: limits, in: practice)
    for factor in factors where amount.isWithin(Self.mostUnits) { amount = amount * factor }
    if let maximum { amount = min(amount, maximum * limits) }
    if let minimum { amount = max(amount, minimum * limits) }
    return amount.isWithin(Self.mostMoney) ? amount : nil
  }

  /// Numbers on the way may be this large: beyond, a `Ratio` has few bits left for decimals.
  private static let mostUnits = Ratio(1_000_000_000_000_000)
  /// A thousand components of this size still sum up to a whole number of cents.
  private static let mostMoney = Ratio(1_000_000_000_000)
}

extension PaymentComponent.Units {
  /// Everything counted, each group times its weight.
  fileprivate func number(
    in practice: PracticeYear, weighted: (Ratio?) -> Ratio?
  ) -> Ratio {
    guard let weights else { return share * product(in: practice, of: nil) }
    return weights.indices.reduce(.zero) { sum, group in
      guard let weight = weighted(weights[group]) else { return sum }
      return sum + share * weight * product(in: practice, of: group)
    }
  }

  private func product(in practice: PracticeYear, of group: Int?) -> Ratio {
    counted.reduce(.one) { $0 * practice.number(of: $1, in: group) }
  }
}

extension Ratio {
  fileprivate func isWithin(_ most: Ratio) -> Bool {
    self <= most && .zero - most <= self
  }
}
