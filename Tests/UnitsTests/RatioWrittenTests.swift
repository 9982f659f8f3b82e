import TestSupport
import Testing
import Units

@Suite("Decimal numbers as programs write them")
struct RatioWrittenTests {
  @Test(
    "an exponent and any number of digits are read, of which fifteen are kept",
    arguments: [
      ("0.85", 17, 20, true), ("1e-05", 1, 100_000, true), ("1E+3", 1_000, 1, true),
      ("9.310930635780097e-01", 931_093_063_578_010, 1_000_000_000_000_000, false),
      ("0.9310930635780097", 931_093_063_578_010, 1_000_000_000_000_000, false),
      ("-182000.00000000003", -182_000, 1, false), ("1.000000000000000000e+00", 1, 1, true),
      ("0.30000000000000004", 3, 10, false), ("2.5e0", 5, 2, true), ("0e-300", 0, 1, true),
      ("1e-300", 0, 1, false), ("0.0000000000000005", 1, 1_000_000_000_000_000, false),
      ("0.00000000000000049", 0, 1, false), ("999999999999999.4", 999_999_999_999_999, 1, false),
      ("1e14", 100_000_000_000_000, 1, true),
      ("00000000000000000000001.5", 3, 2, true),
    ])
  func good(text: String, numerator: Int, denominator: Int, isExact: Bool) {
    #expect(Ratio(written: text) == Ratio(numerator, over: denominator))
    #expect(Ratio.isRounded(text) == !isExact)
  }

  @Test(
    "what is no number is none, and neither is one of more than fifteen digits before the point",
    arguments: [
      "", "-", ".5", "5.", "1e", "e5", "1e5.0", "1e--5", "1e1000", "1.2.3", "1,5", "1 000", " 1",
      "0x10", "nan", "inf", "1_000", "½", "٣", "2021-05-01", "1e15", "1234567890123456",
      "99999999999999999999", String(repeating: "0", count: 401),
    ])
  func bad(text: String) {
    #expect(Ratio(written: text) == nil)
    #expect(!Ratio.isRounded(text))
  }

  @Test("what an author writes is read as it always was")
  func same() {
    forEverySeed { random in
      let number = Ratio(random.whole(in: -999_999_999...999_999_999), over: 1_000_000)
      let text = number.description
      return Ratio(written: text) == Ratio(decimal: text) && !Ratio.isRounded(text)
    }
  }

  @Test("a binary number, written with all its digits, is read to fifteen of them")
  func binary() {
    forEverySeed { random in
      let number = Double.random(in: 0...1, using: &random)
      guard let read = Ratio(written: "\(number)") else { return false }
      return abs(read.double - number) < 1e-15
    }
  }
}
