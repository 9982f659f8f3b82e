public import Units

/// What money of later years is worth in the first.
///
/// ```
/// value = amount / (1 + rate)^years
/// ```
///
/// The factors are whole numbers of 10⁻¹⁸, each rounded once, so a value is the same on every machine
/// and, of all the money of a nation, right to the øre.
public struct DiscountRate: Hashable, Sendable {
  /// Per year, dimensionless; 0 for no discounting.
  public let rate: Ratio

  /// - Precondition: The rate is not negative.
  public init(_ rate: Ratio) {
    precondition(rate >= .zero, "a discount rate below zero: \(rate)")
    self.rate = rate
  }

  /// 1, in the unit of factors.
  static let one: Int128 = 1_000_000_000_000_000_000

  /// The value of 1 after 0, 1, 2, … years, in parts of ``one``.
  func factors(years: Int) -> [Int128] {
    let (below, above) = (Int128(rate.denominator), Int128(rate.numerator))
    var factors = [Self.one]
    while factors.count <= years {
      factors.append((factors[factors.count - 1] * below + (below + above) / 2) / (below + above))
    }
    return factors
  }

  /// What an amount is worth in the first year.
  ///
  /// - Parameters:
  ///   - amount: Paid in a later year.
  ///   - years: How many years later; 0 for the first year itself.
  /// - Precondition: The years are not negative.
  /// - Returns: Money, rounded to the øre.
  public func presentValue(of amount: Money, after years: Int) -> Money {
    precondition(years >= 0, "a value of money before the first year: \(years)")
    let factor = factors(years: years)[years]
    return Money(ore: Ratio.rounded(Int128(amount.ore) * factor, over: Int(Self.one)))
  }
}

extension DiscountRate {
  public static var workedExamples: [WorkedExample] {
    func value(_ rate: Ratio, _ years: Int) -> Money {
      DiscountRate(rate).presentValue(of: .kroner(121), after: years)
    }
    let tenth = Ratio(1, over: 10)
    return [
      WorkedExample("the first year itself", value(tenth, 0), is: .kroner(121)),
      WorkedExample("a year later", value(tenth, 1), is: .kroner(110)),
      WorkedExample("two years later", value(tenth, 2), is: .kroner(100)),
      WorkedExample("no discounting", value(.zero, 2), is: .kroner(121)),
    ]
  }
}
