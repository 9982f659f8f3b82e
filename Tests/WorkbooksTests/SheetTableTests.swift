import Diagnostics
import Documents
import Foundation
import TestSupport
import Testing

@testable import Workbooks

@Suite("Reading tables, whichever program wrote them")
struct TableFileTests {
  private func message(_ bytes: [UInt8]) -> String {
    do throws(Faults) {
      _ = try SheetTable(bytes, of: "a.xlsx")
      return ""
    } catch {
      return error.description
    }
  }

  private func message(_ workbook: HandmadeWorkbook) throws -> String {
    try message(workbook.bytes())
  }

  private func table(_ workbook: HandmadeWorkbook) throws -> SheetTable {
    try SheetTable(workbook.bytes(), of: "a.xlsx")
  }

  private let header = """
    <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>b</t></is></c></row>
    """

  private func workbook(_ rows: String, merges: String = "") -> HandmadeWorkbook {
    HandmadeWorkbook(
      sheet: "<sheetData>\(header)\(rows)</sheetData>\(merges)", strings: [" a ", "x_x000D_y"])
  }

  @Test("cells of every kind are read as text")
  func kinds() throws {
    let table = try table(
      workbook(
        """
        <row r="3"><c r="A3"><v>7.0</v></c><c r="B3" t="str"><v>t</v></c></row>
        <row r="4"><c r="B4" t="s"><v>1</v></c></row>
        <row><c><v>1E2</v></c><c t="b"><v>1</v></c></row>
        <row r="6"><c r="A6" t="inlineStr"><is><r><t>r</t></r><r><t>s</t></r><rPh><t>no</t></rPh></is></c></row>
        <row r="7"><c r="A7" s="3"><v>46204</v></c><c r="B7"><v>0.10000000000000001</v></c></row>
        <row r="900"><c r="A900"/><c r="ZZ900" s="1"/></row>
        """))
    #expect(table.header == ["a", "b"])
    #expect(
      table.rows.map(\.cells) == [
        ["7", "t"], ["", "x\ry"], ["100", "TRUE"], ["rs", ""], ["46204", "0.1"],
      ])
    #expect(table.rows.map(\.line) == [3, 4, 5, 6, 7])
  }

  @Test("prefixes of other programs, absolute links and hidden sheets are understood")
  func otherPrograms() throws {
    var book = workbook("")
    book["xl/workbook.xml"] = """
      <?xml version="1.0" encoding="utf-8"?><x:workbook xmlns:x="m" xmlns:d="r"><x:sheets>
      <x:sheet name="H" state="hidden" d:id="rId1"/><x:sheet name="V" d:id="rId2"/>
      </x:sheets></x:workbook>
      """
    book["xl/_rels/workbook.xml.rels"] = HandmadeWorkbook.links(["no.xml", "/xl/second.xml"])
    book["xl/second.xml"] = """
      \u{feff}<x:worksheet xmlns:x="m"><x:sheetData><x:row r="2"><x:c r="B2"><x:v>5</x:v></x:c></x:row>
      <x:row r="3"><x:c r="B3"><x:v>6</x:v></x:c></x:row></x:sheetData></x:worksheet>
      """
    let table = try table(book)
    #expect(table.header == ["", "5"])
    #expect(table.headerLine == 2)
    #expect(table.rows.map(\.cells) == [["", "6"]])
  }

  @Test("formulas, errors and merged cells are told all at once")
  func faults() throws {
    #expect(
      try message(
        workbook(
          """
          <row r="2"><c r="A2"><f>1+1</f><v>2</v></c><c r="B2" t="e"><v>#N/A</v></c></row>
          <row r="3"><c r="A3" t="s"><v>9</v></c><c r="B3"><v>1</v></c></row>
          """, merges: "<mergeCells><mergeCell ref=\"B3:C3\"/></mergeCells>")) == """
          a.xlsx:2:1: error: the cell holds a formula
            help: copy the cell and paste it as a value
          a.xlsx:2:2: error: the cell holds the error #N/A
            help: write its value
          a.xlsx:3:1: error: the cell names a text that is not in the file
            help: write it again
          a.xlsx:3:2: error: the cells B3:C3 are merged
            help: unmerge them and write each cell
          """)
  }

  @Test("a cell without a heading is told, in a workbook and in CSV")
  func nameless() throws {
    #expect(
      try message(workbook("<row r=\"2\"><c r=\"C2\"><v>1</v></c></row>")) == """
        a.xlsx:2:3: error: the cell stands in a column without a heading
          help: name the column in line 1, or empty the cell
        """)
    #expect(
      message(Array("a;b;\n1;2;\n3;4;x\n;;\n".utf8)) == """
        a.xlsx:3:3: error: the cell stands in a column without a heading
          help: name the column in line 1, or empty the cell
        """)
  }

  @Test("a sheet with nothing on it is told so")
  func empty() throws {
    #expect(
      try message(HandmadeWorkbook(sheet: "<sheetData/>")) == """
        a.xlsx:1:1: error: the sheet is empty
          help: the first line names the columns
        """)
  }

  @Test("what is too wide or too long is told")
  func limits() throws {
    #expect(
      try message(workbook("<row r=\"2\"><c r=\"ALM2\"><v>1</v></c></row>")) == """
        a.xlsx:2:1001: error: the sheet has more than 1000 columns
          help: keep the columns that are needed
        """)
    let long = String(repeating: "x", count: 10_001)
    #expect(
      try message(workbook("<row r=\"2\"><c r=\"A2\" t=\"str\"><v>\(long)</v></c></row>")) == """
        a.xlsx:2:1: error: a cell has more than 10000 bytes
          help: shorten it
        """)
    let rows = (2...2_001).map { "<row><c r=\"ALL\($0)\"><v>1</v></c></row>" }.joined()
    #expect(
      try message(workbook(rows)) == """
        a.xlsx: error: the sheet has more than 2000000 cells
          help: keep the rows and columns that are needed
        """)
  }

  @Test("a sheet of formulas gives fifty faults and no more")
  func manyFaults() throws {
    let rows = String(repeating: "<row><c><f>1</f></c></row>", count: 1_000)
    #expect(try message(workbook(rows)).split(separator: "\n").count == 100)
  }

  @Test("half a file is told, wherever it was cut")
  func half() throws {
    let bytes = try workbook("<row r=\"2\"><c r=\"A2\"><v>1</v></c></row>").bytes()
    for count in stride(from: 4, to: bytes.count, by: 50) {
      #expect(
        message(Array(bytes.prefix(count))) == """
          a.xlsx: error: the file is cut short or damaged
            help: save or fetch it once more
          """)
    }
  }

  @Test("whatever byte is changed, there is a table or a message, and never a crash")
  func damaged() throws {
    let bytes = try workbook("<row r=\"2\"><c r=\"A2\"><v>1</v></c></row>").bytes()
    for place in bytes.indices {
      var damaged = bytes
      damaged[place] ^= 0xff
      _ = message(damaged)
    }
  }

  @Test("a part that is no XML is told by name")
  func brokenPart() throws {
    #expect(
      try message(HandmadeWorkbook(sheet: "<sheetData><row>")) == """
        a.xlsx: error: the part 'xl/worksheets/sheet1.xml' of the file is damaged
          help: save or fetch it once more
        """)
  }

  @Test(
    "document types and other encodings are refused unread",
    arguments: [
      "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><worksheet>&a;</worksheet>",
      "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><worksheet>&a;</worksheet>",
      "<?xml version='1.0' encoding='UTF-7'?><worksheet/>",
      "<?xml version='1.0'\(String(repeating: " ", count: 300))encoding='UTF-7'?><worksheet/>",
      "<?xml version='1.0' encoding = \"UTF-16\"?><worksheet/>",
      "<?xml version='1.0' encoding='IBM037'?><worksheet/>",
      "\(String(repeating: " ", count: 300))<!DOCTYPE x><worksheet/>",
      "<worksheet \((0...100).map { "a\($0)='1'" }.joined(separator: " "))/>",
      "not xml",
    ])
  func documentType(text: String) throws {
    var book = workbook("")
    book["xl/worksheets/sheet1.xml"] = text
    #expect(
      try message(book) == """
        a.xlsx: error: the part 'xl/worksheets/sheet1.xml' of the file is not plain XML
          help: save the file again with a spreadsheet program
        """)
  }

  @Test("the same in UTF-16 is refused unread")
  func wide() throws {
    for encoding in [String.Encoding.utf16LittleEndian, .utf16BigEndian] {
      let text = "\u{feff}<?xml version='1.0' encoding='UTF-16'?><worksheet/>"
      let bytes = try #require(text.data(using: encoding))
      #expect(PlainXML(bytes) == nil)
    }
  }

  @Test("rows and cells that say where they stand, stand below and right of those before them")
  func places() throws {
    func told(_ rows: String) throws -> String {
      try message(workbook(rows)).replacing(
        "\n  help: save the file again with a spreadsheet program", with: "")
    }
    for number in ["9223372036854775807", "1048577", "1", "0", "-1", "x"] {
      #expect(
        try told("<row r=\"\(number)\"><c><v>1</v></c></row>")
          == "a.xlsx:2:1: error: the row is numbered \(number); it takes a number in 2...1048576")
    }
    #expect(try told("<row r=\"1048576\"><c><v>1</v></c></row>") == "")
    for name in ["A0", "a2", "A3", "A1048577", "AAAA2", "A99999999999999999999"] {
      #expect(
        try told("<row r=\"2\"><c r=\"\(name)\"><v>1</v></c></row>") == """
          a.xlsx:2:1: error: the cell is called '\(name)'; it takes a place in row 2, right of \
          the cells before it
          """)
    }
    #expect(
      try told("<row r=\"2\"><c r=\"B2\"><v>1</v></c><c r=\"B2\"><v>2</v></c></row>") == """
        a.xlsx:2:3: error: the cell is called 'B2'; it takes a place in row 2, right of \
        the cells before it
        """)
  }

  @Test("a workbook of a million tags is told before it is parsed")
  func tags() throws {
    let told = try message(workbook(String(repeating: "<row/>", count: 1_000_000)))
    #expect(
      told == """
        a.xlsx: error: the workbook has more than 1000000 tags, some 250000 cells
          help: keep the rows and columns that are needed, or save the table as CSV
        """)
  }

  @Test("a small file that unpacks to a huge one is told before it is unpacked")
  func bomb() throws {
    var book = workbook("")
    book["xl/worksheets/sheet1.xml"] = String(repeating: " ", count: (32 << 20) + 1)
    let bytes = try book.bytes()
    #expect(bytes.count < 1 << 20)
    #expect(
      message(bytes) == """
        a.xlsx: error: the file unpacks to more than 32 MiB
          help: keep one sheet with the table alone
        """)
  }

  @Test("files locked with a password, and those of old programs, are told apart")
  func locked() throws {
    #expect(
      try message(workbook("").bytes(password: "x")) == """
        a.xlsx: error: the file is locked with a password
          help: save it without a password
        """)
    #expect(
      message([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]) == """
        a.xlsx: error: the file is an old .xls workbook, or is locked with a password
          help: save it as .xlsx, without a password
        """)
  }

  @Test("a packed file that is no workbook, and a workbook without a sheet, are told")
  func noSheet() throws {
    var other = workbook("")
    other.parts = [("content.xml", "<x/>")]
    #expect(
      try message(other) == """
        a.xlsx: error: the file is packed, but is no .xlsx workbook
          help: save it as .xlsx or as CSV
        """)
    var hidden = workbook("")
    hidden["xl/workbook.xml"] = hidden["xl/workbook.xml"].replacing(
      "<sheet ", with: "<sheet state=\"veryHidden\" ")
    #expect(
      try message(hidden) == """
        a.xlsx: error: the workbook has no sheet that can be read
          help: put the table on the first sheet
        """)
  }

  @Test("CSV is read whatever the file is called, with commas or semicolons")
  func csv() throws {
    for text in ["a,b\n1,\"2;3\"\n", "\u{feff}a;b\r\n1;2;3\r\n", "\n\"a\";b\n1;\"2;3\"\n"] {
      let told = message(Array(text.utf8))
      guard told.isEmpty else {
        #expect(
          told == """
            a.xlsx:2:3: error: the row has 3 cells; the header has 2
              help: write one cell per column, and quotes around a cell that holds a semicolon
            """)
        continue
      }
      let table = try SheetTable(Array(text.utf8), of: "a.xlsx")
      #expect(table.header == ["a", "b"])
      #expect(table.rows.map(\.cells) == [["1", "2;3"]])
    }
  }

  @Test("a file above the limit, a missing file and a folder are told")
  func files() throws {
    let folder = try TemporaryFolder()
    let big = try folder.file("big.csv", Data(count: (64 << 20) + 1))
    let told: (String) -> String = { path in
      do throws(Faults) {
        _ = try SheetTable(reading: path)
        return ""
      } catch {
        return error.description.replacing(folder.path, with: ".")
      }
    }
    #expect(
      told(big) == """
        ./big.csv: error: the file is larger than 64 MiB
          help: keep one sheet with the table alone
        """)
    #expect(
      told(folder.path + "/no.csv") == """
        ./no.csv: error: there is no such file
          help: check the path
        """)
    #expect(
      told(folder.path) == """
        .: error: this is a directory
          help: name a file inside it
        """)
  }
}
