import Diagnostics
import Documents
import Testing
import Units

@Suite("Reading lists, names and alternatives")
struct CollectionGrammarTests {
  private let shares = Grammar<[Ratio]>.list(of: .share)
  private let named = Grammar<[Named<Ratio>]>.names(of: .share)

  @Test("a list keeps the order of the file and has at least one item")
  func list() throws {
    #expect(try shares.read(document("[0.5, 0.25]")) == [Ratio(1, over: 2), Ratio(1, over: 4)])
    for (typed, shown) in [("[]", "empty"), ("{ a: 1 }", "a mapping"), ("0.5", "0.5")] {
      #expect(
        message(for: typed, as: shares) == """
          a.yaml:1:9: error: 'uptake' is \(shown); it takes a list
            help: write one item a line, each after '- '
          """)
    }
  }

  @Test("every unsound item of a list is reported at its own place")
  func items() {
    #expect(
      message(for: "[0.5, 70, x]", as: shares) == """
        a.yaml:1:15: error: 'uptake' is 70; it takes a share in 0...1
          help: for 70 percent, write 0.7
        a.yaml:1:19: error: 'uptake' is x; it takes a share in 0...1
        """)
  }

  @Test("names keep the order of the file, their characters and their places")
  func names() throws {
    let read = try named.read(document("oslo: 0.5\n2ad: 1\n"))
    #expect(read.map(\.name.value) == ["oslo", "2ad"])
    #expect(read.map(\.value) == [Ratio(1, over: 2), .one])
    #expect(read[1].name.position == SourcePosition(file: "a.yaml", line: 2, column: 1))
  }

  @Test("a name is letters, digits and hyphens, so that paths can be made of names")
  func badNames() {
    for name in ["nord oslo", "a.b", "-a", "bærum", "\"\""] {
      let text = name == "\"\"" ? "" : name
      #expect(
        message(reading: "\(name): 1", as: named) == """
          a.yaml:1:1: error: '\(text)' is not a name
            help: use letters, digits and hyphens
          """)
    }
    #expect(
      message(for: "{}", as: named)
        == "a.yaml:1:9: error: 'uptake' is empty; it takes one or more names, each with a value"
    )
  }

  @Test("a number cut at its comma is told how to be written, and not that a name lacks a value")
  func cutNumber() {
    #expect(
      message(reading: "{ oslo: 0,82, baerum: 1 }", as: named) == """
        a.yaml:1:11: error: '82' is a name without a value
          help: write numbers without thousands separators and with a decimal point: 1700 or 3.5
        """)
    #expect(
      message(reading: "{ oslo: 0,5, baerum: 0,5 }", as: named) == """
        a.yaml:1:11: error: '5' stands twice in one mapping
          help: write numbers without thousands separators and with a decimal point: 1700 or 3.5
        """)
    #expect(
      message(reading: "{ 1900: }", as: named)
        == "a.yaml:1:3: error: '1900' is a name without a value\n"
        + "  help: write numbers without thousands separators and with a decimal point: 1700 or 3.5"
    )
  }

  @Test("null is a value of its own only where it may be, and only without quotes")
  func orNull() throws {
    #expect(try Grammar.share.orNull.read(document("null")) == nil)
    #expect(try Grammar.share.orNull.read(document("~")) == nil)
    #expect(try Grammar.share.orNull.read(document("1")) == .one)
    #expect(
      message(for: "\"null\"", as: Grammar.share.orNull)
        == "a.yaml:1:9: error: 'uptake' is \"null\"; it takes a share in 0...1")
    #expect(
      message(for: "null", as: Grammar.share)
        == "a.yaml:1:9: error: 'uptake' is null; it takes a share in 0...1")
  }

  @Test("of two ways to write a value, the faults are those of the way that was begun")
  func either() throws {
    let both = Grammar<[Ratio]>.either(
      shares, when: { if case .sequence = $0.content { true } else { false } },
      or: Grammar.share.map { [$0] })
    #expect(try both.read(document("[0.5, 1]")) == [Ratio(1, over: 2), .one])
    #expect(try both.read(document("1")) == [.one])
    #expect(
      message(for: "[x]", as: both)
        == "a.yaml:1:10: error: 'uptake' is x; it takes a share in 0...1")
    #expect(
      message(for: "x", as: both) == "a.yaml:1:9: error: 'uptake' is x; it takes a share in 0...1")
  }

  @Test("a located value remembers the characters it was written as, and where")
  func located() throws {
    let share = try Grammar.share.located.read(document("# a comment\n0.500"))
    #expect(
      share
        == Located(
          Ratio(1, over: 2), written: "0.500",
          at: SourcePosition(file: "a.yaml", line: 2, column: 1)))
  }

  @Test("columns are counted in characters and not in bytes")
  func columns() {
    #expect(
      message(reading: "{ øæå: 1, b: x }", as: named) == """
        a.yaml:1:3: error: 'øæå' is not a name
          help: use letters, digits and hyphens
        a.yaml:1:14: error: 'b' is x; it takes a share in 0...1
        """)
  }
}
