import Documents
import TestSupport
import Testing

@Suite("Writing tables")
struct CSVTextTests {
  private static let pieces = [
    "a", "1.5", "ø", ",", "\"", "\n", "\r", "\r\n", " ", "\t", "\u{301}", "👩‍👩‍👧", "'", ";", "=",
    "-", "+", "@",
  ]

  private func cell(_ random: inout TestRandom) -> String {
    random.wholes(count: 0...6, in: 0...(Self.pieces.count - 1)).map { Self.pieces[$0] }.joined()
  }

  @Test("only cells that need quotes get them")
  func quotes() {
    #expect(csvText([["a", "1.5", "", "x y"]]) == "a,1.5,,x y\n")
    #expect(
      csvText([["a,b", "say \"x\"", " a", "b\t"]]) == "\"a,b\",\"say \"\"x\"\"\",\" a\",\"b\t\"\n")
    #expect(csvText([["a\nb"], ["a\rb"], ["a\r\nb"]]) == "\"a\nb\"\n\"a\rb\"\n\"a\r\nb\"\n")
    #expect(csvText([[""], ["x"]]) == "\"\"\nx\n")
    #expect(csvText([]) == "")
  }

  @Test("text that a spreadsheet would compute has an apostrophe before it")
  func formulas() {
    for text in ["=1+1", "+1-1", "-1+1", "@SUM(A1)", "-", "--1", "+x", "-inf", "\t=1", "'=1"] {
      #expect(csvText([[text]]) == "'\(text)\n")
    }
    #expect(csvText([["\r1"]]) == "\"'\r1\"\n")
  }

  @Test("numbers stay numbers, and text that begins with anything else is left alone")
  func numbers() {
    for text in ["-1", "-1.50", "+3", "-1e-05", "2E+3", "1-2", "a=b", "'a", "'", "−1", " =1"] {
      #expect(csvText([[text]]) == (text.first == " " ? "\"\(text)\"\n" : "\(text)\n"))
    }
  }

  @Test("whatever is written is read again as it was")
  func roundTrip() throws {
    let folder = try TemporaryFolder()
    try forEverySeed { random in
      let columns = random.whole(in: 1...3)
      let rows = (0..<random.whole(in: 1...4)).map { _ in
        (0..<columns).map { _ in cell(&random) }
      }
      let header = (0..<columns).map { "column-\($0)" }
      let table = try CSVTable(reading: folder.file("a.csv", csvText([header] + rows)))
      return table.header == header && table.rows.map(\.cells) == rows
    }
  }
}
