import Rules
import TestSupport
import Testing
import Units

@Suite("Annuities and present values")
struct AnnuityTests {
  private func percent(_ number: Int) -> Ratio { Ratio(number, over: 100) }

  /// Payments per million by price × r / (1 − (1 + r)^−n), from a table of annuity factors.
  @Test(
    "a million is repaid as tables of annuities have it",
    arguments: [(5, 10, 12_950_457), (4, 30, 5_783_010), (8, 5, 25_045_645), (100, 1, 200_000_000)])
  func knownAnswers(interest: Int, years: Int, ore: Int) {
    let annuity = Annuity(interest: percent(interest), years: years)
    #expect(annuity.payment(for: .kroner(1_000_000)) == Money(ore: ore))
  }

  @Test("without interest the payments sum to the price, but for the rounding of each")
  func noInterest() {
    forEverySeed { random in
      let (price, years) = (random.price(), random.whole(in: 1...100))
      let payment = Annuity(interest: .zero, years: years).payment(for: price)
      return 2 * abs((years * payment - price).ore) <= years
    }
  }

  @Test("an interest too small to see costs no more than none")
  func smallInterest() {
    let least = Ratio(1, over: 1_000_000_000_000_000)
    for years in [1, 7, 100] {
      #expect(
        Annuity(interest: least, years: years).payment(for: .kroner(1_000_000))
          == Annuity(interest: .zero, years: years).payment(for: .kroner(1_000_000)))
    }
  }

  @Test("what is repaid is worth the price in the first year, but for the rounding of each")
  func isWorthThePrice() {
    forEverySeed { random in
      let (price, years) = (random.price(), random.whole(in: 1...40))
      let interest = Ratio(random.whole(in: 0...3_000), over: 10_000)
      let payment = Annuity(interest: interest, years: years).payment(for: price)
      let worth = (1...years).reduce(Money.zero) {
        $0 + DiscountRate(interest).presentValue(of: payment, after: $1)
      }
      return abs((worth - price).ore) <= years
    }
  }

  @Test("more interest costs more a year, and more years cost less a year")
  func order() {
    forEverySeed { random in
      let price = random.price()
      let (interest, years) = (Ratio(random.whole(in: 0...99), over: 100), random.whole(in: 1...99))
      let payment = Annuity(interest: interest, years: years).payment(for: price)
      let dearer = Annuity(interest: interest + percent(1), years: years).payment(for: price)
      let longer = Annuity(interest: interest, years: years + 1).payment(for: price)
      return dearer >= payment && longer <= payment
    }
  }

  @Test("later money is worth no more, and a repayment as much with the sign turned")
  func later() {
    forEverySeed { random in
      let (amount, years) = (random.price(), random.whole(in: 0...50))
      let rate = DiscountRate(random.share())
      let value = rate.presentValue(of: amount, after: years)
      return value >= rate.presentValue(of: amount, after: years + 1)
        && rate.presentValue(of: -amount, after: years) == -value
    }
  }
}
