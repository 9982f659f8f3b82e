import Documents
import Testing

@Suite("Whole numbers in the cells of tables")
struct WholeCellTests {
  @Test("a whole number is one with zeros after its point or comma too, as data frames write it")
  func whole() {
    for (text, number) in [
      ("0", 0), ("12", 12), ("12.0", 12), ("12,0", 12), ("182000.00", 182_000), ("-3", -3),
      ("1000.000", 1_000), ("0.000", 0),
    ] { #expect(Int(cell: text) == number, "\(text)") }
  }

  @Test("what may be a thousand or one is neither, and is told how it is written")
  func thousands() {
    for (text, plain) in [
      ("1.000", "1000"), ("1,000", "1000"), ("12.345", "12345"), ("182.000.000", "182000000"),
      ("1 000", "1000"), ("1\u{a0}000", "1000"), ("1\u{202f}000", "1000"), ("1'000", "1000"),
      ("-1.000", "-1000"),
    ] {
      #expect(Int(cell: text) == nil, "\(text)")
      #expect(text.thousandsHelp == "write \(plain), without a sign between thousands")
    }
  }

  @Test("anything else is no whole number, and no sign parts its thousands")
  func others() {
    for text in ["", "1.5", "1,5", "1e3", "many", "1.000,5", "0x10", "1..000", ".000", "1.00.000"] {
      #expect(Int(cell: text) == nil, "\(text)")
      #expect(text.thousandsHelp == nil, "\(text)")
    }
  }
}
