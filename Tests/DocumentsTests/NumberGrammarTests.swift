import Diagnostics
import Documents
import Testing
import Units

@Suite("Reading numbers")
struct NumberGrammarTests {
  /// What is typed for a number in 0...10,000,000, and the help that is given.
  private static let mends: [(typed: String, help: String)] = [
    ("\"1700\"", "remove the quotes: 1700"),
    ("0,5", "with a decimal point: 0.5"),
    ("1.234,5", "with a decimal point: 1234.5"),
    ("1,234.5", "with a decimal point: 1234.5"),
    ("1,700", "without a thousands separator: 1700; with a decimal point: 1.700"),
    ("1,234,567", "without separators: 1234567"),
    ("1.234.567", "without separators: 1234567"),
    ("1 700", "without separators: 1700"),
    ("1\u{a0}700", "without separators: 1700"),
    ("1\u{202f}700", "without separators: 1700"),
    ("1_700", "without separators: 1700"),
    ("1'700", "without separators: 1700"),
    (".5", "with a zero before the point: 0.5"),
    ("12 months", "write the number alone: 12"),
    ("kr 500", "write the number alone: 500"),
    ("500,-", "write the number alone: 500"),
    ("1 700 persons", "without separators: 1700"),
    ("1234567890123456", "write at most fifteen digits"),
    ("12/365", ""),
    ("1,7e3", "write the number in full: 1700"),
    ("1e3 kr", "write the number in full: 1000"),
    ("1e300", ""),
    ("2.5 million", "write the number in full: 2500000"),
    ("2.5 mill.", "write the number in full: 2500000"),
    ("2,5 mill. kr", "write the number in full: 2500000"),
    ("2.5mio.", "write the number in full: 2500000"),
    ("0.0000005 millioner", "write the number in full: 0.5"),
    ("kr 3 mrd", "write the number in full: 3000000000"),
    ("12 thousand", "write the number in full: 12000"),
    ("2 billion", "write the number in full, with all its zeros"),
    ("1,500 million", "write the number in full, with all its zeros"),
    ("3 mills", "write the number alone: 3"),
    ("-3", ""),
    ("many", ""),
    ("[1]", "write one number"),
  ]

  @Test("a number of the wrong form is quoted as typed, and mended where the mend is clear")
  func numbers() {
    for (typed, help) in Self.mends {
      let quoted = typed == "[1]" ? "a list" : typed
      let error = "a.yaml:1:9: error: 'uptake' is \(quoted); it takes a number in 0...10000000"
      #expect(
        message(for: typed, as: .number(in: 0...10_000_000))
          == (help.isEmpty ? error : "\(error)\n  help: \(help)"))
    }
  }

  @Test("an exact decimal number is read exactly, both ends of its range included")
  func exact() throws {
    #expect(try Grammar.number(in: 0...3).read(document("0.1")) == Ratio(1, over: 10))
    #expect(try Grammar.number(in: 0...3).read(document("0")) == .zero)
    #expect(try Grammar.number(in: 0...3).read(document("+3.000")) == Ratio(3))
    #expect(message(for: "3.001", as: .number(in: 0...3)).hasSuffix("takes a number in 0...3"))
    #expect(message(for: "-0.001", as: .number(in: 0...3)).hasSuffix("takes a number in 0...3"))
  }

  @Test("a number with an exponent is the number written out")
  func exponents() throws {
    for (typed, number) in [
      ("1e6", Ratio(1_000_000)), ("1.7e3", Ratio(1_700)), ("1.7E+3", Ratio(1_700)),
      ("25e-1", Ratio(5, over: 2)), ("1e-05", Ratio(1, over: 100_000)),
    ] {
      #expect(try Grammar.number(in: 0...10_000_000).read(document(typed)) == number)
    }
    #expect(
      message(for: "1e9", as: .share)
        == "a.yaml:1:9: error: 'uptake' is 1e9; it takes a share in 0...1")
  }

  @Test("of more digits fifteen are kept, which is told once a file")
  func digits() throws {
    let text = "[0.25, 0.9310930635780097, 9.310930635780097e-01, 0.30000000000000004]"
    let (numbers, notices) = try Grammar<[Ratio]>.list(of: .share).readTelling(document(text))
    #expect(
      numbers == [
        Ratio(1, over: 4), Ratio(93_109_306_357_801, over: 100_000_000_000_000),
        Ratio(93_109_306_357_801, over: 100_000_000_000_000), Ratio(3, over: 10),
      ])
    #expect(
      notices.map(\.description) == [
        "a.yaml:1:8: note: numbers keep 15 digits: 0.9310930635780097 is read as 0.93109306357801"
      ])
    #expect(try Grammar.whole(in: 0...1_000_000).read(document("182000.00000000003")) == 182_000)
    #expect(
      try Grammar.money(upTo: 1_000).read(document("841.80000000000007")) == Money(ore: 84_180))
  }

  @Test("a whole number or an amount that may be a thousand or one is not read as either")
  func thousands() throws {
    for typed in ["1.000", "12.000", "182.000.000"] {
      let help = "write \(typed.filter { $0 != "." }), without a sign between thousands"
      let whole = typed == "182.000.000" ? "without separators: 182000000" : help
      #expect(
        message(for: typed, as: .whole(in: 0...1_000_000)) == """
          a.yaml:1:9: error: 'uptake' is \(typed); it takes a whole number in 0...1000000
            help: \(whole)
          """)
      #expect(message(for: typed, as: .money(upTo: 1_000_000)).hasSuffix(whole))
    }
    #expect(try Grammar.whole(in: 0...1_000_000).read(document("182000.000")) == 182_000)
    #expect(try Grammar.whole(in: 0...1_000_000).read(document("12.0")) == 12)
    #expect(try Grammar.number(in: 0...10).read(document("1.250")) == Ratio(5, over: 4))
  }

  @Test("a percentage is told which share to write")
  func percentage() {
    for (typed, percent, share) in [
      ("70", "70", "0.7"), ("1.5", "1.5", "0.015"), ("100", "100", "1"), ("70%", "70", "0.7"),
      ("70 %", "70", "0.7"), ("0.5 %", "0.5", "0.005"),
    ] {
      #expect(
        message(for: typed, as: .share) == """
          a.yaml:1:9: error: 'uptake' is \(typed); it takes a share in 0...1
            help: for \(percent) percent, write \(share)
          """)
    }
  }

  @Test("what is no share and no percentage is offered no percentage")
  func noPercentage() {
    for typed in ["-0.1", "101", "half"] {
      #expect(
        message(for: typed, as: .share)
          == "a.yaml:1:9: error: 'uptake' is \(typed); it takes a share in 0...1")
    }
    #expect(
      message(for: "70,5 %", as: .share) == """
        a.yaml:1:9: error: 'uptake' is 70,5 %; it takes a share in 0...1
          help: with a decimal point: 70.5
        """)
    #expect(
      message(for: "\"0.5\"", as: .share) == """
        a.yaml:1:9: error: 'uptake' is "0.5"; it takes a share in 0...1
          help: remove the quotes: 0.5
        """)
  }

  @Test("both ends of a share are shares")
  func ends() throws {
    #expect(try Grammar.share.read(document("0")) == .zero)
    #expect(try Grammar.share.read(document("1")) == .one)
    #expect(message(for: "1.000001", as: .share) != "")
  }

  @Test("a whole number is whole and inside its range")
  func whole() throws {
    #expect(try Grammar.whole(in: 1...12).read(document("12")) == 12)
    #expect(try Grammar.whole(in: 1...12).read(document("12.0")) == 12)
    for typed in ["0", "13", "2.5", "99999999999999999999"] {
      #expect(
        message(for: typed, as: .whole(in: 1...12)).hasPrefix(
          "a.yaml:1:9: error: 'uptake' is \(typed); it takes a whole number in 1...12"))
    }
  }

  @Test("an amount has at most two decimals, is not negative and not above its bound")
  func money() throws {
    let amount = Grammar.money(upTo: 1_000_000)
    #expect(try amount.read(document("841.8")) == Money(ore: 84_180))
    #expect(try amount.read(document("0")) == .zero)
    #expect(try amount.read(document("1000000.00")) == Money(ore: 100_000_000))
    for typed in ["0.005", "-1", "1000000.01", "1000000000000"] {
      #expect(
        message(for: typed, as: amount) == "a.yaml:1:9: error: 'uptake' is \(typed); "
          + "it takes an amount in 0...1000000 with at most two decimals")
    }
  }
}
