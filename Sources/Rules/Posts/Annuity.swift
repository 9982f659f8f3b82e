public import Units

/// Equal yearly payments that repay a price with interest, each at the end of a year.
///
/// ```
/// payment = price × r / (1 − (1 + r)^−n) = price / Σ (1 + r)^−k, k = 1 … n
/// ```
///
/// The sum is what is computed: it is the same number, has nothing that cancels out when the interest
/// is small, and is price / n when there is none.
///
/// - Unit: øre per year, rounded once, halves away from zero. All payments are the same; a lender
///   would let the last one make up for the roundings of the others.
public struct Annuity: Hashable, Sendable {
  /// Per year, dimensionless.
  public let interest: DiscountRate
  /// How many payments.
  public let years: Int

  /// - Precondition: The interest is not negative, and there is at least one payment.
  public init(interest: Ratio, years: Int) {
    precondition(years > 0, "an annuity of \(years) payments")
    (self.interest, self.years) = (DiscountRate(interest), years)
  }

  /// The yearly payment for a price.
  public func payment(for price: Money) -> Money {
    let sum = interest.factors(years: years).dropFirst().reduce(0, +)
    let exact = Int128(price.ore) * DiscountRate.one
    return Money(ore: Int((exact + (exact < 0 ? -sum : sum) / 2) / sum))
  }
}

extension Annuity {
  public static var workedExamples: [WorkedExample] {
    func payment(_ interest: Ratio, _ years: Int) -> Money {
      Annuity(interest: interest, years: years).payment(for: .kroner(210))
    }
    let tenth = Ratio(1, over: 10)
    return [
      WorkedExample("one payment", payment(tenth, 1), is: .kroner(231)),
      WorkedExample("two payments", payment(tenth, 2), is: .kroner(121)),
      WorkedExample("no interest", payment(.zero, 2), is: .kroner(105)),
      WorkedExample("no interest, an odd øre", payment(.zero, 8), is: Money(ore: 2_625)),
      WorkedExample(
        "nothing to repay", Annuity(interest: tenth, years: 2).payment(for: .zero), is: .zero),
    ]
  }
}
