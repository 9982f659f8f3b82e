import TestSupport
import Testing
import Units

@Suite("Amounts of money")
struct MoneyTests {
  @Test(
    "an amount is shown in kroner with two decimals",
    arguments: [
      (0, "0.00"), (9, "0.09"), (-1, "-0.01"), (100, "1.00"), (1_205, "12.05"),
      (-1_205, "-12.05"), (Int.min, "-92233720368547758.08"),
    ])
  func description(ore: Int, shown: String) {
    #expect(Money(ore: ore).description == shown)
  }

  @Test(
    "kroner with at most two decimals are an amount, and more decimals are not",
    arguments: [
      ("675", 67_500), ("841.8", 84_180), ("-0.01", -1), ("841.805", nil), ("0.001", nil),
      ("999999999999999", 99_999_999_999_999_900),
    ])
  func kroner(text: String, ore: Int?) throws {
    let kroner = try #require(Ratio(decimal: text))
    #expect(Money(kroner: kroner)?.ore == ore)
  }

  @Test(
    "an amount times a ratio is rounded once, halves away from zero",
    arguments: [(1, 1), (-1, -1), (3, 2), (-3, -2), (2, 1), (-2, -1)])
  func halves(ore: Int, half: Int) {
    #expect(Money(ore: ore).scaled(by: Ratio(1, over: 2)) == Money(ore: half))
  }

  @Test("an amount times a ratio is half an øre from the exact product at most")
  func scaling() {
    forEverySeed { random in
      let amount = random.money()
      let (top, bottom) = (random.whole(in: -5_000...5_000), random.whole(in: 1...5_000))
      let scaled = amount.scaled(by: Ratio(top, over: bottom))
      return 2 * abs(scaled.ore * bottom - amount.ore * top) <= bottom
    }
  }

  @Test("a sum does not depend on the order of its terms")
  func order() {
    forEverySeed { random in
      let terms = (0..<20).map { _ in random.money() }
      return terms.reduce(.zero, +) == terms.shuffled(using: &random).reduce(.zero, +)
    }
  }
}
