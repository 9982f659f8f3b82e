public import Units

/// How a payer pays practices for a year: components that are added up.
///
/// Each component is rounded to the nearest cent once for the practice's year, halves away from
/// zero; shares of other components are shares of rounded amounts. So the components sum to the
/// total, and the payers to each component, exactly.
public struct PaymentModel: Hashable, Sendable {
  public var components: [PaymentComponent]

  public init(components: [PaymentComponent]) {
    self.components = components
  }

  /// What one component pays a practice for a year.
  public struct Payment: Hashable, Sendable {
    /// What is paid for, before weights; `nil` for a share of other components.
    public var units: Ratio?
    public var amount: Money
    public var isPaid: Bool
    /// Of each payer of the component.
    public var payers: [PayerSplit.Payment]
  }

  /// Every component's payment, also of those that are only counted.
  ///
  /// - Parameter practice: Whose year it is.
  /// - Throws: ``PaymentTooLarge`` when an amount outgrows exact money.
  /// - Returns: One per component, in their order.
  public func payments(to practice: PracticeYear) throws(PaymentTooLarge) -> [Payment] {
    let amounts = try amounts(for: practice) { Ratio(($0 * Ratio(100)).rounded, over: 100) }
    return zip(components, amounts).map { component, exact in
      let amount = Money(ore: (exact * Ratio(100)).rounded)
      let units = component.units(in: practice)
      return Payment(
        units: units, amount: amount, isPaid: component.isPaid,
        payers: component.payers.payments(
          of: amount, units: (units ?? .zero) * Ratio(component.timesAYear)))
    }
  }

  /// What is paid in all.
  public func total(to practice: PracticeYear) throws(PaymentTooLarge) -> Money {
    try payments(to: practice).reduce(.zero) { $1.isPaid ? $0 + $1.amount : $0 }
  }

  /// What is paid in all without any rounding, for finding where two models pay the same.
  public func exactTotal(to practice: PracticeYear) throws(PaymentTooLarge) -> Ratio {
    let amounts = try amounts(for: practice) { $0 }
    return zip(components, amounts).reduce(.zero) { $1.0.isPaid ? $0 + $1.1 : $0 }
  }

  private func amounts(
    for practice: PracticeYear, rounded: (Ratio) -> Ratio
  ) throws(PaymentTooLarge) -> [Ratio] {
    var amounts: [Ratio] = []
    for (place, component) in components.enumerated() {
      guard let amount = component.amount(for: practice, after: amounts) else {
        throw PaymentTooLarge(component: place)
      }
      amounts.append(rounded(amount))
    }
    return amounts
  }
}

extension PaymentModel {
  public static var workedExamples: [WorkedExample] {
    func practice(_ persons: Int, visits: Int = 2) -> PracticeYear {
      PracticeYear(
        persons: Ratio(persons), visitsPerPerson: Ratio(visits),
        groups: [
          .init(share: Ratio(3, over: 4), use: .one),
          .init(share: Ratio(1, over: 4), use: Ratio(3)),
        ])
    }
    func paid(_ components: PaymentComponent..., to practice: PracticeYear) -> Money {
      // The examples are small, so that no amount is too large; one that is would not compare equal.
      (try? PaymentModel(components: components).total(to: practice)) ?? Money(ore: -1)
    }
    let monthly = PaymentComponent(
      basis: .units(.init(counted: [.person])), scale: .flat(Ratio(10)), timesAYear: 12)
    let fee = PaymentComponent(
      basis: .units(.init(counted: [.visit])), scale: .flat(Ratio(50)),
      factors: [Ratio(6, over: 5)])
    let tiers = PaymentScale.tiers([
      .init(start: .zero, value: Ratio(50)), .init(start: Ratio(1_000), value: Ratio(40)),
    ])
    let tiered = PaymentComponent(basis: .units(.init(counted: [.person])), scale: tiers)
    let weighted = PaymentComponent(
      basis: .units(.init(counted: [.person], weights: [.one, Ratio(2)])),
      scale: .flat(Ratio(100)))
    let bonus = PaymentComponent(
      basis: .components([.init(component: 0, rate: Ratio(1, over: 10))]), scale: .flat(.one),
      maximum: Ratio(1_000))
    return [
      WorkedExample(
        "10 per person and month", paid(monthly, to: practice(100)), is: .kroner(12_000)),
      WorkedExample(
        "50 per visit, times 1.2", paid(fee, to: practice(100)), is: .kroner(12_000)),
      WorkedExample(
        "the last place of the first tier", paid(tiered, to: practice(1_000)), is: .kroner(50_000)),
      WorkedExample(
        "the first place of the second tier", paid(tiered, to: practice(1_001)),
        is: .kroner(50_040)),
      WorkedExample(
        "a quarter of the persons weigh double", paid(weighted, to: practice(100)),
        is: .kroner(12_500)),
      WorkedExample(
        "a tenth more, below its maximum", paid(monthly, bonus, to: practice(80)),
        is: .kroner(10_560)),
      WorkedExample(
        "a tenth more, at its maximum", paid(monthly, bonus, to: practice(100)),
        is: .kroner(13_000)),
    ]
  }
}
