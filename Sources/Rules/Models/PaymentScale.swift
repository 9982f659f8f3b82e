public import Units

/// What one unit is paid, and how that changes with the number of units or the kind of practice.
///
/// A scale of amounts pays for persons, visits and the like; a scale of rates, in shares of money,
/// is multiplied by the money of other components.
public enum PaymentScale: Hashable, Sendable {
  /// Every unit alike.
  case flat(Ratio)
  /// Marginal: each value pays only the units inside its own tier.
  case tiers([Level])
  /// Every unit is paid the value of the one level that the practice has reached.
  case steps([Level], by: Measure)

  /// A value and where it begins.
  public struct Level: Hashable, Sendable {
    /// The units already covered by the tiers below; or the measure from which a step counts, the
    /// number itself included.
    public var start: Ratio
    public var value: Ratio

    public init(start: Ratio, value: Ratio) {
      (self.start, self.value) = (start, value)
    }
  }

  /// What decides which step a practice is on.
  public enum Measure: Hashable, Sendable {
    case listLength
    case visitsPerPerson
    /// A count that is stated per practice.
    case count(Int)
  }
}

extension PaymentScale {
  /// The money, or share of money, for so many units.
  ///
  /// ```
  /// flat:  units × value
  /// tiers: Σ over tiers of (units inside the tier) × (value of the tier)
  /// steps: units × value of the last step whose start is reached
  /// ```
  ///
  /// Units below zero, as a sum of components can be, all lie in the first tier. A practice below the
  /// first step is paid nothing.
  ///
  /// - Parameters:
  ///   - units: What is paid for, weights included.
  ///   - unit: How many units one unit of `start` is: 1, or the list's length where tiers are
  ///     stated per person. Steps do not use it.
  ///   - practice: Whose year it is.
  /// - Returns: Not rounded.
  func amount(of units: Ratio, startsTimes unit: Ratio, in practice: PracticeYear) -> Ratio {
    switch self {
    case .flat(let value): return units * value
    case .tiers(let levels):
      guard units > .zero else { return units * (levels.first?.value ?? .zero) }
      var (amount, top) = (Ratio.zero, units)
      // From the last tier down, so that each tier ends where the one after it began.
      for level in levels.reversed() where top > level.start * unit {
        amount = amount + (top - level.start * unit) * level.value
        top = level.start * unit
      }
      return amount
    case .steps(let levels, let measure):
      let reached = practice.number(of: measure)
      return units * (levels.last { $0.start <= reached }?.value ?? .zero)
    }
  }
}

extension PracticeYear {
  fileprivate func number(of measure: PaymentScale.Measure) -> Ratio {
    switch measure {
    case .listLength: persons
    case .visitsPerPerson: visitsPerPerson
    case .count(let place): number(of: .count(place), in: nil)
    }
  }
}
