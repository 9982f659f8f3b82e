import Rules
import TestSupport
import Testing
import Units

@Suite("The equalisation grant")
struct EqualisationGrantTests {
  private let grant = EqualisationGrant(referenceList: 1_200, municipalityBelow: 5_000)

  @Test(
    "at 841.80 NOK it is the rate for every person a mean list is short of 1,200",
    arguments: [
      ("900", "252540.00"), ("943.5", "215921.70"), ("987.65", "178756.23"),
      ("1199.99", "8.42"), ("1200", "0.00"), ("1300", "0.00"),
    ])
  func amount(meanList: String, shown: String) throws {
    let mean = try #require(Ratio(decimal: meanList))
    let amount = grant.annualAmount(rate: Money(ore: 84_180), meanList: mean, inhabitants: 4_999)
    #expect(amount.description == shown)
  }

  @Test(
    "only municipalities with fewer than 5,000 inhabitants have it",
    arguments: [(0, 300_000), (4_999, 300_000), (5_000, 0), (717_710, 0)])
  func limit(inhabitants: Int, kroner: Int) {
    let amount = grant.annualAmount(
      rate: .kroner(1_000), meanList: Ratio(900), inhabitants: inhabitants)
    #expect(amount == .kroner(kroner))
  }

  @Test("longer lists never raise it, and it is never negative")
  func isMonotone() {
    forEverySeed { random in
      let mean = Ratio(random.whole(in: 0...200_000), over: 100)
      let longer = mean + Ratio(random.whole(in: 0...10_000), over: 100)
      let rate = Money(ore: random.whole(in: 0...100_000))
      let amount = grant.annualAmount(rate: rate, meanList: mean, inhabitants: 100)
      let less = grant.annualAmount(rate: rate, meanList: longer, inhabitants: 100)
      return .zero <= less && less <= amount
    }
  }
}
