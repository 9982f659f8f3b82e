import Diagnostics
import Documents
import Foundation
import TestSupport
import Testing

@Suite("Reading tables as users have them")
struct CSVTableTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func table(_ text: String) throws -> CSVTable {
    try CSVTable(reading: folder.file("a.csv", text))
  }

  private func message(_ bytes: Data) throws -> String {
    let path = try folder.file("a.csv", bytes)
    do throws(Faults) {
      _ = try CSVTable(reading: path)
      return ""
    } catch {
      return error.description.replacing(folder.path + "/", with: "")
    }
  }

  private func message(_ text: String) throws -> String { try message(Data(text.utf8)) }

  @Test("a header and rows are read, quotes and all")
  func read() throws {
    let table = try table("a, b \n1,\"x, \"\"y\"\"\"\n 2 ,\n")
    #expect(table.header == ["a", "b"])
    #expect(table.rows.map(\.cells) == [["1", "x, \"y\""], ["2", ""]])
    #expect(table.rows.map(\.line) == [2, 3])
    #expect(table.position(line: 3, column: "b").column == 2)
  }

  @Test("a byte order mark and line ends of every kind are read", arguments: ["\n", "\r\n", "\r"])
  func lineEnds(end: String) throws {
    let text = ["\u{feff}a,b", "1,2", "", "3,4"].joined(separator: end) + end
    let table = try table(text)
    #expect(table.header == ["a", "b"])
    #expect(table.rows.map(\.cells) == [["1", "2"], ["3", "4"]])
    #expect(table.rows.map(\.line) == [2, 4])
  }

  @Test("rows are counted past empty lines and past line breaks in cells")
  func lines() throws {
    #expect(
      try message("a,b\n\n\"x\ny\",1\n\n1,2,3\n4\n") == """
        a.csv:6:3: error: the row has 3 cells; the header has 2
          help: write one cell per column, and quotes around a cell that holds a comma
        a.csv:7:2: error: the row has 1 cells; the header has 2
          help: write one cell per column, and quotes around a cell that holds a comma
        """)
  }

  @Test("an empty file has no header")
  func empty() throws {
    for text in ["", "\n\n", "\u{feff}"] {
      #expect(
        try message(text) == """
          a.csv:1:1: error: the file is empty
            help: the first line names the columns
          """)
    }
  }

  @Test("a stray quote and an open quote are reported on the line where their row starts")
  func quotes() throws {
    for text in ["a,b\n1,2\n3,\"x\"y\n", "a,b\n1,2\n3,\"x\n4,5\n"] {
      #expect(
        try message(text) == """
          a.csv:3:2: error: a quote does not fit
            help: put the whole cell between quotes, and write a quote inside it twice
          """)
    }
  }

  @Test("a stray quote does not hide the faults before it")
  func faultsBeforeQuote() throws {
    let told = try message("a,b\n1\n3,\"x\"y\n")
    #expect(told.hasPrefix("a.csv:2:2: error: the row has 1 cells; the header has 2\n"))
    #expect(told.contains("a.csv:3:2: error: a quote does not fit\n"))
  }

  @Test("a huge cell is one fault, whatever letters it is cut between")
  func hugeCell() throws {
    for count in [5_001, 3_000_000] {
      let cell = "x" + String(repeating: "ø", count: count)
      #expect(
        try message("a,b\n1,\(cell)\n") == """
          a.csv:2:2: error: a cell has more than 10000 bytes
            help: check the quotes
          """)
    }
    #expect(try message("a\n\(String(repeating: "x", count: 10_000))\n") == "")
  }

  @Test("a file that is not what it was thought to be gives fifty faults and no more")
  func manyFaults() throws {
    let rows = String(repeating: "1\n", count: 200_000)
    for text in ["a,b\n" + rows, "a,b\n" + rows + "\"open"] {
      #expect(try message(text).split(separator: "\n").count == 100)
    }
  }

  @Test("a cell in another encoding is told so")
  func encoding() throws {
    #expect(
      try message(Data("a,b\n1,B".utf8) + Data([0xe6]) + Data("rum\n".utf8)) == """
        a.csv:2:2: error: a cell is not UTF-8 text
          help: save the file as UTF-8
        """)
  }
}
