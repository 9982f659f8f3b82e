import TestSupport
import Testing
import Units

@Suite("Exact ratios")
struct RatioTests {
  @Test("0.9 × 577 is 519.3, and not the nearest binary fraction")
  func decimalsAreExact() throws {
    let (share, rate) = (try #require(Ratio(decimal: "0.9")), Ratio(577))
    #expect(share * rate == Ratio(decimal: "519.3"))
    #expect(0.9 * 577 != 519.3)
  }

  @Test("a ratio is kept in lowest terms over a positive denominator")
  func lowestTerms() {
    #expect((Ratio(6, over: -4).numerator, Ratio(6, over: -4).denominator) == (-3, 2))
    #expect(Ratio(-6, over: -4) == Ratio(3, over: 2))
    #expect(Ratio(0, over: -9) == .zero)
  }

  @Test("sums, differences, products and quotients are those of whole numbers over a denominator")
  func arithmetic() {
    forEverySeed { random in
      let (a, c) = (random.whole(in: -9_999...9_999), random.whole(in: -9_999...9_999))
      let (b, d) = (random.whole(in: 1...9_999), random.whole(in: 1...9_999))
      let (x, y) = (Ratio(a, over: b), Ratio(c, over: d))
      return x + y == Ratio(a * d + c * b, over: b * d)
        && x - y == Ratio(a * d - c * b, over: b * d)
        && x * y == Ratio(a * c, over: b * d)
        && (c == 0 || x / y == Ratio(a * d, over: b * c))
        && (x < y) == (a * d < c * b)
    }
  }

  @Test("the same number in other terms is equal and hashes alike")
  func equality() {
    forEverySeed { random in
      let (a, b) = (random.whole(in: -9_999...9_999), random.whole(in: 1...9_999))
      let (number, expanded) = (Ratio(a, over: b), Ratio(a * 210, over: b * 210))
      return number == expanded && number.hashValue == expanded.hashValue
    }
  }

  @Test(
    "the nearest whole number is taken, halves away from zero",
    arguments: [
      (1, 2, 1), (-1, 2, -1), (3, 2, 2), (-5, 2, -3), (1, 3, 0), (2, 3, 1), (-2, 3, -1),
      (49, 100, 0), (50, 100, 1), (7, 1, 7), (Int.max, 1, Int.max),
    ])
  func rounding(numerator: Int, denominator: Int, whole: Int) {
    #expect(Ratio(numerator, over: denominator).rounded == whole)
  }

  @Test("only a whole number has a whole number")
  func wholeNumbers() {
    #expect(Ratio(6, over: 3).wholeNumber == 2)
    #expect(Ratio(7, over: 3).wholeNumber == nil)
  }

  @Test(
    "a ratio is shown with the decimals it needs, at most six",
    arguments: [
      (0, 1, "0"), (17, 20, "0.85"), (-1, 2, "-0.5"), (1_090, 1, "1090"), (1, 3, "0.333333"),
      (2, 3, "0.666667"), (-1, 3_000_000, "0"), (1, 1_000_000, "0.000001"),
      (19_999_999, 10_000_000, "2"), (4_209, 5, "841.8"),
    ])
  func description(numerator: Int, denominator: Int, shown: String) {
    #expect(Ratio(numerator, over: denominator).description == shown)
  }
}
