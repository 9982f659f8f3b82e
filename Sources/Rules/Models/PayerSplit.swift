public import Units

/// Who pays a component, and how much of it.
public enum PayerSplit: Hashable, Sendable {
  /// Shares of the amount; they sum to 1.
  case shares([Part])
  /// Amounts per unit, in the order in which they are paid; another payer pays the rest.
  case amounts([Part], rest: Int)

  /// A payer by place, with a share of the amount or an amount per unit.
  public struct Part: Hashable, Sendable {
    public var payer: Int
    public var number: Ratio

    public init(payer: Int, number: Ratio) {
      (self.payer, self.number) = (payer, number)
    }
  }

  /// What one payer pays.
  public struct Payment: Hashable, Sendable {
    public var payer: Int
    public var amount: Money
  }

  /// The payment of each payer.
  ///
  /// Shares are rounded by largest remainder, so that nothing is made or lost; twelve decimals of
  /// each share count. An amount per unit is rounded once for the year, and is never more than what
  /// is left to pay; of a negative component, whoever pays the rest gets all back.
  ///
  /// - Parameters:
  ///   - amount: The whole payment of the year.
  ///   - units: Units paid for, times the payments a year; before weights and multipliers.
  /// - Returns: One per payer of the split, in its order, the rest last. They sum to `amount`.
  public func payments(of amount: Money, units: Ratio) -> [Payment] {
    switch self {
    case .shares(let parts):
      let precision = Ratio(1_000_000_000_000)
      let split = amount.split(by: parts.map { ($0.number * precision).rounded })
      return zip(parts, split).map { Payment(payer: $0.payer, amount: $1) }
    case .amounts(let parts, let rest):
      var left = amount
      let own = parts.map { part in
        let asked = Money(ore: (part.number * units * Ratio(100)).rounded)
        let paid = min(asked, max(left, .zero))
        left -= paid
        return Payment(payer: part.payer, amount: paid)
      }
      return own + [Payment(payer: rest, amount: left)]
    }
  }
}
