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

  @Test("semicolons separate cells where the header has them and no comma")
  func semicolons() throws {
    for text in ["a;b\n\"1,5\";2\n", "\"a\";\"b\"\r\n1,5;2\r\n", "\n\na;b\n1,5;2"] {
      let table = try table(text)
      #expect(table.header == ["a", "b"])
      #expect(table.rows.map(\.cells) == [["1,5", "2"]])
    }
    #expect(try table("a;b,c\n1,2\n").header == ["a;b", "c"])
    #expect(try table("\"a;b\"\n1\n").header == ["a;b"])
    #expect(
      try message("a;b\n1;2;3\n") == """
        a.csv:2:3: error: the row has 3 cells; the header has 2
          help: write one cell per column, and quotes around a cell that holds a semicolon
        """)
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

  @Test("a cell that does not end is one fault at its place")
  func openCell() throws {
    #expect(
      try message("a,b\n1,2\n3,\"\(String(repeating: "x\n", count: 1 << 20))") == """
        a.csv:3:2: error: a cell has more than 10000 bytes
          help: check the quotes
        """)
  }

  /// What a command writes without end, and what its reader is told after a while.
  static let endless = [
    ("cat /dev/zero", "1:1: error: a cell has more than 10000 bytes\n  help: check the quotes"),
    (
      "printf 'a,b\\n1,\"'; exec yes x",
      "2:2: error: a cell has more than 10000 bytes\n  help: check the quotes"
    ),
    (
      "yes '' | tr '\\n' ' '",
      "1:1: error: there are more than 1000000 bytes without a cell\n"
        + "  help: save the table as CSV"
    ),
    (
      "yes a, | tr -d '\\n'",
      "1:1001: error: the row has more than 1000 cells\n"
        + "  help: end each row with a line feed, and keep the columns that are needed"
    ),
  ]

  @Test("a pipe without end is read no further than its first fault", arguments: endless)
  func endlessPipe(command: String, told: String) throws {
    let path = folder.path + "/pipe.csv"
    try #require(mkfifo(path, 0o600) == 0)
    let writer = Process()
    writer.executableURL = URL(fileURLWithPath: "/bin/sh")
    writer.arguments = ["-c", "exec > '\(path)'; \(command)"]
    try writer.run()
    defer { writer.terminate() }
    let start = ContinuousClock.now
    let faults = #expect(throws: Faults.self) { try CSVTable(reading: path) }
    #expect(faults?.description == "\(path):\(told)")
    #expect(ContinuousClock.now - start < .seconds(60))
  }

  @Test("a device without end is read no further than its first fault")
  func endlessDevice() {
    let start = ContinuousClock.now
    let faults = #expect(throws: Faults.self) { try CSVTable(reading: "/dev/zero") }
    #expect(
      faults?.description == """
        /dev/zero:1:1: error: a cell has more than 10000 bytes
          help: check the quotes
        """)
    #expect(ContinuousClock.now - start < .seconds(60))
  }

  @Test("a file that breaks off is not taken for a short one")
  func readError() throws {
    // Linux gives no byte of a process at address zero.
    let path = "/proc/self/mem"
    guard FileManager.default.fileExists(atPath: path) else { return }
    let faults = #expect(throws: Faults.self) { try CSVTable(reading: path) }
    #expect(
      faults?.description == """
        /proc/self/mem: error: the file cannot be read
          help: check its permissions and its disk
        """)
  }

  @Test("too many rows are told once")
  func tooManyRows() throws {
    let path = try folder.file("long.csv", String(repeating: "1\n", count: 60))
    #expect(try CSVTable(reading: path, atMost: 59).rows.count == 59)
    let faults = #expect(throws: Faults.self) { try CSVTable(reading: path, atMost: 5) }
    #expect(
      faults?.description == """
        \(path):7:1: error: the file has more than 5 rows
          help: split the file
        """)
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
