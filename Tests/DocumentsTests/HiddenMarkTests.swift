import Diagnostics
import Documents
import TestSupport
import Testing

@Suite("What nobody sees")
struct HiddenMarkTests {
  private static let marks: [(String, code: String, kind: String, symbol: String)] = [
    ("\u{0}", "U+0000", "a control character", "␀"), ("\t", "U+0009", "a tab", "␉"),
    ("\n", "U+000A", "a line break", "␊"), ("\r", "U+000D", "a line break", "␍"),
    ("\u{1b}", "U+001B", "a control character", "␛"),
    ("\u{1f}", "U+001F", "a control character", "␟"),
    ("\u{7f}", "U+007F", "a control character", "␡"),
    ("\u{80}", "U+0080", "a control character", "<U+0080>"),
    ("\u{9f}", "U+009F", "a control character", "<U+009F>"),
    ("\u{200e}", "U+200E", "a mark that turns the direction of text", "<U+200E>"),
    ("\u{2028}", "U+2028", "a line break", "<U+2028>"),
    ("\u{202e}", "U+202E", "a mark that turns the direction of text", "<U+202E>"),
    ("\u{2066}", "U+2066", "a mark that turns the direction of text", "<U+2066>"),
    ("\u{2069}", "U+2069", "a mark that turns the direction of text", "<U+2069>"),
    ("\u{feff}", "U+FEFF", "a byte order mark", "<U+FEFF>"),
  ]

  @Test("each has a code point, a kind and a symbol")
  func marks() {
    for (text, code, kind, symbol) in Self.marks {
      let found = "a\(text)b".hiddenMarks
      #expect(found.map(\.code) == [code] && found.map(\.kind) == [kind])
      #expect("a\(text)b".withSymbols() == "a\(symbol)b")
    }
    #expect("a\nb\t".withSymbols(keepingLines: true) == "a\nb␉")
  }

  @Test("their neighbours are seen, and left alone")
  func neighbours() {
    let seen = ["~", "\u{a0}", "æøå", "👩‍👩‍👧", "\u{2010}", "\u{202f}", "\u{2065}", "\u{206a}"]
    for text in seen {
      #expect(text.hiddenMarks.isEmpty && text.withSymbols() == text)
    }
  }

  @Test("in a name or text of a document it is a fault, with its place and code point")
  func documents() {
    #expect(
      message(parsing: "name: \"a\\u202Eb\"\n\"k\\e\": [x, \"\\u2066\"]\n") == """
        a.yaml:1:7: error: the text holds U+202E, a mark that turns the direction of text
          help: delete it; where it does not show, write the text anew
        a.yaml:2:1: error: the name holds U+001B, a control character
          help: delete it; where it does not show, write the text anew
        a.yaml:2:12: error: the text holds U+2066, a mark that turns the direction of text
          help: delete it; where it does not show, write the text anew
        """)
    #expect(
      message(parsing: "name: \"a\\nb\"\n") == """
        a.yaml:1:7: error: the text holds U+000A, a line break
          help: write it on one line
        """)
  }

  @Test("a control character that is written as it is, is told with its place as well")
  func raw() {
    #expect(
      message(parsing: "a: 1\nname: a\u{1b}b\n") == """
        a.yaml:2:8: error: the text holds U+001B, a control character
          help: delete it; where it does not show, write the text anew
        """)
  }

  @Test("a text over several lines may have them")
  func blocks() {
    #expect(message(parsing: "note: >\n  a\n  b\n\n  c\n").isEmpty)
    #expect(message(parsing: "note: |\n  a\n  b\n").isEmpty)
  }

  @Test("in a table it is a fault in any cell; tabs and line breaks are when a name is read")
  func tables() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("a.csv", "a,b\n1,x\u{202e}\n\u{1b},2\n\"x\ny\",\tz\n")
    let told = #expect(throws: Faults.self) { try CSVTable(reading: path) }
    #expect(
      told?.description.replacing(folder.path + "/", with: "") == """
        a.csv:2:2: error: the cell holds U+202E, a mark that turns the direction of text
          help: delete it; where it does not show, write the text anew
        a.csv:3:1: error: the cell holds U+001B, a control character
          help: delete it; where it does not show, write the text anew
        """)
  }

  @Test("messages show symbols for it, wherever it stands")
  func messages() {
    let place = SourcePosition(file: "a\u{1b}.yaml", line: 1, column: 2)
    #expect(
      Diagnostic("'x\ny' is wrong", at: place, help: "write \u{202e}").description == """
        a␛.yaml:1:2: error: 'x␊y' is wrong
          help: write <U+202E>
        """)
    #expect(Notice("'\u{7}' is", at: place).description == "a␛.yaml:1:2: note: '␇' is")
    #expect(Refusal("no '\r'", help: "\u{9b}").description == "refused: no '␍'\n  help: <U+009B>")
  }

  @Test("in JSON it is escaped, and reads as it was")
  func json() {
    let text = JSONValue.object(["a": .string("x\u{202e}\u{7f}\u{1b}\ny")]).text(isPretty: false)
    #expect(text == #"{"a":"x\u202E\u007F\u001b\ny"}"#)
  }
}
