import Diagnostics
import Documents
import Foundation
import TestSupport
import Testing
import Units
import Workbooks

@Suite("Writing workbooks")
struct SheetTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private let sheet = Sheet(
    name: "Bilag 1", header: ["Ydernummer", "Adresse", "Antal"],
    rows: [
      [.text("057584"), .text("Æblevej 1, \"st.\" <tv> & co."), .number(Ratio(3))],
      [.text("0101"), .empty, .number(Ratio(5, over: 2))],
    ])

  private func written(_ sheet: Sheet, _ name: String = "a.xlsx") throws -> SheetTable {
    try OutputFolder(folder.path).write(sheet, to: name)
    return try SheetTable(reading: folder.path + "/" + name)
  }

  @Test("text stays text and keeps its zeros, and a number is a number")
  func cells() throws {
    let table = try written(sheet)
    #expect(table.header == sheet.header)
    #expect(
      table.rows.map(\.cells) == [
        ["057584", "Æblevej 1, \"st.\" <tv> & co.", "3"], ["0101", "", "2.5"],
      ])
    #expect(table.rows.map(\.line) == [2, 3])
    #expect(table.headerLine == 1)
    #expect(table.position(line: 3, column: "Antal").description == "\(table.path):3:3")
  }

  private static let pieces = [
    "a", "0", "1.5", "æ", "Ø", "å", "\"", "'", "<", "&", ";", ",", "\n", "\r", "\r\n", " ", "\t",
    "\u{301}", "👩‍👩‍👧", "=1+1", "_x0041_", "_x000D_", "_x000D", "]]>",
  ]

  private func text(_ random: inout TestRandom) -> String {
    random.wholes(count: 0...6, in: 0...(Self.pieces.count - 1)).map { Self.pieces[$0] }.joined()
  }

  private func cell(_ random: inout TestRandom) -> SheetCell {
    switch random.whole(in: 0...3) {
    case 0: .empty
    case 1: .number(Ratio(random.whole(in: -9_999_999...9_999_999), over: random.whole(in: 1...9)))
    default: .text(text(&random))
    }
  }

  @Test("whatever is written is read again as it was, and twice gives the same bytes")
  func roundTrip() throws {
    try forEverySeed(in: 0..<200) { random in
      let width = random.whole(in: 1...4)
      let sheet = Sheet(
        name: "x", header: (0..<width).map { "column-\($0)" },
        rows: (0..<random.whole(in: 0...5)).map { _ in (0..<width).map { _ in cell(&random) } })
      let table = try written(sheet)
      let first = try Data(contentsOf: URL(fileURLWithPath: table.path))
      let again = try Data(contentsOf: URL(fileURLWithPath: written(sheet, "b.xlsx").path))
      let rows = sheet.rows.map { $0.map(\.text) }.filter { row in row.contains { !$0.isEmpty } }
      return table.header == sheet.header && table.rows.map(\.cells) == rows && first == again
    }
  }

  @Test("a second later the bytes are the same")
  func later() throws {
    let first = try Data(contentsOf: URL(fileURLWithPath: written(sheet).path))
    Thread.sleep(forTimeInterval: 2.1)
    #expect(try Data(contentsOf: URL(fileURLWithPath: written(sheet, "b.xlsx").path)) == first)
  }

  @Test("a file that cannot be written is refused, and nothing is left behind")
  func refused() throws {
    let place = folder.path + "/taken.xlsx"
    try FileManager.default.createDirectory(
      atPath: place + "/inside", withIntermediateDirectories: true)
    let output = try OutputFolder(folder.path)
    let refusal = #expect(throws: Refusal.self) { try output.write(sheet, to: "taken.xlsx") }
    #expect(
      refusal?.description == """
        refused: '\(place)' cannot be written
          help: check the permissions and the free space
        """)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["taken.xlsx"])
  }

  @Test("a text no sheet can hold is refused, and the old file stays")
  func longText() throws {
    let old = try Data(contentsOf: URL(fileURLWithPath: written(sheet).path))
    let output = try OutputFolder(folder.path)
    for text in [String(repeating: "x", count: 40_000), "a\0b"] {
      let broken = Sheet(name: "x", header: ["a"], rows: [[.text(text)]])
      let refusal = #expect(throws: Refusal.self) { try output.write(broken, to: "a.xlsx") }
      #expect(
        refusal?.description == """
          refused: '\(folder.path)/a.xlsx' cannot be written
            help: check the free space, here and where temporary files are kept
          """)
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path + "/a.xlsx")) == old)
  }
}
