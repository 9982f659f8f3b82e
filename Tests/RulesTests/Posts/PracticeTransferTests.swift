import Rules
import TestSupport
import Testing
import Units

@Suite("Practices that are handed over")
struct PracticeTransferTests {
  private func transfer(
    _ random: inout TestRandom, _ regime: PracticeTransfer.Regime
  ) -> PracticeTransfer {
    PracticeTransfer(
      regime: regime, marketPrice: random.price(), regulatedPrice: random.price(),
      municipalShare: random.share())
  }

  @Test(
    "entrant and municipality pay the price, and price and loss are the market's",
    arguments: PracticeTransfer.Regime.allCases)
  func sums(regime: PracticeTransfer.Regime) {
    forEverySeed { random in
      let transfer = self.transfer(&random, regime)
      return transfer.entrantPays + transfer.municipalityPays == transfer.price
        && transfer.price + transfer.sellersLoss == transfer.marketPrice
        && min(transfer.entrantPays, transfer.municipalityPays, transfer.sellersLoss) >= .zero
    }
  }

  @Test("in the market nobody is recruited, and for nothing as many as the whole price makes")
  func recruits() {
    forEverySeed { random in
      let price = random.price()
      func recruits(_ regime: PracticeTransfer.Regime) -> Ratio {
        PracticeTransfer(
          regime: regime, marketPrice: price, regulatedPrice: .zero, municipalShare: .zero
        ).recruits(perMillion: Ratio(10))
      }
      return recruits(.marketPrice) == .zero
        && recruits(.none) == Ratio(10) * Ratio(price.ore, over: 100_000_000)
        && recruits(.municipalPurchase) == .zero
    }
  }

  @Test("a lower ceiling never lets the entrant pay more or the seller have more")
  func ceilings() {
    forEverySeed { random in
      let (market, low) = (random.price(), random.price())
      let high = low + random.price()
      func under(_ ceiling: Money) -> PracticeTransfer {
        PracticeTransfer(
          regime: .regulatedPrice, marketPrice: market, regulatedPrice: ceiling,
          municipalShare: .zero)
      }
      return under(low).entrantPays <= under(high).entrantPays
        && under(low).sellersLoss >= under(high).sellersLoss
    }
  }
}
