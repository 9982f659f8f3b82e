import TestSupport
import Testing
import Units

@Suite("Decimal numbers as an author writes them")
struct RatioDecimalTests {
  @Test(
    "digits with an optional sign, point and decimals are read exactly",
    arguments: [
      ("0", 0, 1), ("-0", 0, 1), ("+7", 7, 1), ("-3", -3, 1), ("1090", 1_090, 1), ("007", 7, 1),
      ("0.85", 17, 20), ("-0.5", -1, 2), ("841.8", 4_209, 5), ("1.000", 1, 1),
      ("999999999999999", 999_999_999_999_999, 1),
      ("0.00000000000001", 1, 100_000_000_000_000),
    ])
  func good(text: String, numerator: Int, denominator: Int) {
    #expect(Ratio(decimal: text) == Ratio(numerator, over: denominator))
  }

  @Test(
    "anything else is not a number",
    arguments: [
      "", "-", "+", ".", "-.", ".5", "5.", "1.2.3", "--1", "+-1", "1-", "1e5", "1,5", "1 000",
      " 1", "1 ", "1\n", "1_000", "0x10", "nan", "inf", "½", "٣", "−1", "1\u{301}",
      "1234567890123456", "0.123456789012345",
    ])
  func bad(text: String) {
    #expect(Ratio(decimal: text) == nil)
  }

  @Test("a number that is shown can be read again")
  func roundTrip() {
    forEverySeed { random in
      let number = Ratio(random.whole(in: -999_999_999...999_999_999), over: 1_000_000)
      return Ratio(decimal: number.description) == number
    }
  }
}
