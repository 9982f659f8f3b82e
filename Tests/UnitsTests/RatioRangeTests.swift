import TestSupport
import Testing
import Units

@Suite("Ratios that outgrow their bits")
struct RatioRangeTests {
  private static func large(_ random: inout TestRandom) -> Ratio {
    let numerator = random.whole(in: 1...(.max)) * (random.whole(in: 0...1) * 2 - 1)
    return Ratio(numerator, over: random.whole(in: 1...(.max)))
  }

  /// The arithmetic keeps the last bits of neither term, so only the leading digits are promised.
  private static func isNear(_ ratio: Ratio, _ exact: Double, of terms: [Double]) -> Bool {
    let size = terms.map(\.magnitude).reduce(1, +)
    return abs(ratio.double - exact) <= 1e-12 * size * size * max(1, exact.magnitude)
  }

  @Test("sums and products of the largest ratios are near the exact ones and never trap")
  func largeTerms() {
    forEverySeed { random in
      let (a, b) = (Self.large(&random), Self.large(&random))
      let (x, y) = (a.double, b.double)
      return Self.isNear(a + b, x + y, of: [x, y])
        && Self.isNear(a - b, x - y, of: [x, y])
        && Self.isNear(a * b, x * y, of: [x, y])
        && Self.isNear(a / b, x / y, of: [x, 1 / y])
    }
  }

  @Test("whatever is computed stays in lowest terms, so equal numbers are equal")
  func lowestTerms() {
    forEverySeed { random in
      let (a, b) = (Self.large(&random), Self.large(&random))
      return [a + b, a - b, a * b, a / b].allSatisfy { result in
        result.denominator > 0 && Ratio(result.numerator, over: result.denominator) == result
      }
    }
  }

  @Test("a long product of decimals keeps fifteen digits")
  func longProduct() throws {
    let factor = try #require(Ratio(decimal: "0.99999999999999"))
    let product = (0..<20).reduce(Ratio.one) { product, _ in product * factor }
    #expect(abs(product.double - 0.999_999_999_999_8) < 1e-15)
  }

  @Test(
    "the largest numbers an author can write are shown whole",
    arguments: ["999999999999999", "-999999999999999", "9300000000000"])
  func description(text: String) throws {
    #expect(try #require(Ratio(decimal: text)).description == text)
  }

  @Test("the largest ratio there is can be shown")
  func largestDescription() {
    #expect(Ratio(.max).description == "9223372036854775807")
  }
}
