public import Units

/// What is paid when a general practitioner hands a practice over, and by whom.
///
/// ```
/// price  = market price, or the lower of market and regulated price, or nothing
/// entrant pays price − municipality's part; the seller loses market price − price
/// ```
///
/// - Unit: øre per transfer; the municipality's part is rounded, and the entrant pays the rest.
/// - Source: the prices are the scenario's. The expert committee of 2023 wants transfers regulated and
///   is divided on how; the regimes are the alternatives.
public struct PracticeTransfer: Hashable, Sendable {
  /// Who may ask which price of whom.
  public enum Regime: String, CaseIterable, Sendable {
    /// Seller and entrant agree.
    case marketPrice = "market-price"
    /// The same under a ceiling. A ceiling above the market price changes nothing.
    case regulatedPrice = "regulated-price"
    /// The municipality buys at the market price; the entrant pays what is not its share.
    case municipalPurchase = "municipal-purchase"
    /// Practices are handed over without payment.
    case none
  }

  public let regime: Regime
  public let marketPrice: Money
  public let regulatedPrice: Money
  /// The share of the price the municipality pays where it buys. 0 to 1.
  public let municipalShare: Ratio

  public init(
    regime: Regime, marketPrice: Money, regulatedPrice: Money, municipalShare: Ratio
  ) {
    (self.regime, self.marketPrice) = (regime, marketPrice)
    (self.regulatedPrice, self.municipalShare) = (regulatedPrice, municipalShare)
  }

  /// What the seller is paid.
  public var price: Money {
    switch regime {
    case .marketPrice, .municipalPurchase: marketPrice
    case .regulatedPrice: min(marketPrice, regulatedPrice)
    case .none: .zero
    }
  }

  /// The part of the price the municipality pays.
  public var municipalityPays: Money {
    regime == .municipalPurchase ? price.scaled(by: municipalShare) : .zero
  }

  /// The part of the price the entrant pays.
  public var entrantPays: Money { price - municipalityPays }

  /// What the seller would have had in the market and does not get.
  public var sellersLoss: Money { marketPrice - price }

  /// How many more general practitioners are recruited because entry is cheaper than in the market.
  ///
  /// - Parameter perMillion: Recruits in the country and year per million kroner lower price.
  /// - Returns: Persons a year, in proportion to what the entrant is spared.
  public func recruits(perMillion: Ratio) -> Ratio {
    let spared = marketPrice - entrantPays
    return perMillion * Ratio(spared.ore, over: Money.kroner(1_000_000).ore)
  }
}

extension PracticeTransfer {
  public static var workedExamples: [WorkedExample] {
    func transfer(
      _ regime: Regime, regulated: Int = 40_000, share: Ratio = Ratio(3, over: 4)
    ) -> PracticeTransfer {
      PracticeTransfer(
        regime: regime, marketPrice: .kroner(800), regulatedPrice: Money(ore: regulated),
        municipalShare: share)
    }
    let bought = transfer(.municipalPurchase)
    return [
      WorkedExample("in the market", transfer(.marketPrice).entrantPays, is: .kroner(800)),
      WorkedExample("under a ceiling", transfer(.regulatedPrice).entrantPays, is: .kroner(400)),
      WorkedExample(
        "an øre below the market price", transfer(.regulatedPrice, regulated: 79_999).sellersLoss,
        is: Money(ore: 1)),
      WorkedExample(
        "a ceiling above it", transfer(.regulatedPrice, regulated: 80_001).price, is: .kroner(800)),
      WorkedExample("the municipality's part", bought.municipalityPays, is: .kroner(600)),
      WorkedExample("the entrant's part", bought.entrantPays, is: .kroner(200)),
      WorkedExample("a purchase costs the seller nothing", bought.sellersLoss, is: .zero),
      WorkedExample("handed over for nothing", transfer(.none).entrantPays, is: .zero),
      WorkedExample("what the seller then loses", transfer(.none).sellersLoss, is: .kroner(800)),
    ]
  }
}
