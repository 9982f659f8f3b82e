import Documents
import TestSupport
import Testing

@Suite("Writing tables")
struct CSVTextTests {
  private static let pieces = [
    "a", "1.5", "ø", ",", "\"", "\n", "\r", "\r\n", " ", "\t", "\u{301}", "👩‍👩‍👧", "'", ";", "=",
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
