import Foundation
import Testing

@Suite("Files that are no table of lists")
struct ListTableFileTests {
  private let table: BadTable
  private let header = "list,municipality,length,cap"

  init() throws {
    table = try BadTable()
  }

  @Test("an empty file is called empty")
  func emptyFile() throws {
    #expect(
      try table.message(about: "") == """
        lists.csv:1:1: error: the file is empty
          help: the first line names the columns
        """)
  }

  @Test("a header alone has no rows")
  func headerOnly() throws {
    #expect(
      try table.message(about: "\(header)\n") == """
        lists.csv:1:1: error: the table has no rows
          help: write one row per list below the header
        """)
  }

  @Test("a row with too few or too many cells is told how many the header has")
  func raggedRows() throws {
    #expect(
      try table.message(about: "\(header)\na,oslo,900\nb,oslo,1,000,1000\n") == """
        lists.csv:2:4: error: the row has 3 cells; the header has 4
          help: write one cell per column, and quotes around a cell that holds a comma
        lists.csv:3:5: error: the row has 5 cells; the header has 4
          help: write one cell per column, and quotes around a cell that holds a comma
        """)
  }

  @Test("a quote that is never closed is refused at its cell")
  func unclosedQuote() throws {
    #expect(
      try table.message(about: "\(header)\na,\"oslo,900,1000\nb,oslo,900,1000\n") == """
        lists.csv:2:2: error: a quote does not fit
          help: put the whole cell between quotes, and write a quote inside it twice
        """)
  }

  @Test("a quote in the middle of a cell is refused")
  func strayQuote() throws {
    #expect(
      try table.message(about: "\(header)\na,os\"lo,900,1000\n") == """
        lists.csv:2:2: error: a quote does not fit
          help: put the whole cell between quotes, and write a quote inside it twice
        """)
  }

  @Test("a cell in another encoding is asked to be saved as UTF-8")
  func notUTF8() throws {
    let latin1 = Data("\(header)\n".utf8) + Data([0xc5, 0x73]) + Data(",oslo,900,1000\n".utf8)
    #expect(
      try table.message(about: latin1) == """
        lists.csv:2:1: error: a cell is not UTF-8 text
          help: save the file as UTF-8
        """)
  }

  @Test("a file that is not there is called missing")
  func missingFile() {
    #expect(
      table.message(atName: "nowhere.csv") == """
        nowhere.csv: error: there is no such file
          help: check the path
        """)
  }

  @Test("a directory is called one")
  func directory() {
    #expect(
      table.message(atName: "") == """
        folder: error: this is a directory
          help: name a file inside it
        """)
  }

  @Test("a picture is refused, and does not end the process")
  func bytes() throws {
    let bytes = Data((0..<4_096).map { UInt8(truncatingIfNeeded: $0 * $0 / 7) })
    #expect(try table.message(about: bytes).hasPrefix("lists.csv:"))
  }
}
