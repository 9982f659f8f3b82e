import Diagnostics
import Documents
import Foundation
import TestSupport
import Testing

@Suite("Reading files as users have them")
struct InputFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func message(_ path: String) -> String {
    do throws(Faults) {
      _ = try InputFile(reading: path)
      return ""
    } catch {
      return error.description.replacing(folder.path + "/", with: "")
    }
  }

  private func message(_ name: String, _ bytes: Data) throws -> String {
    message(try folder.file(name, bytes))
  }

  @Test("a file that is not there, and a folder, are told apart")
  func places() {
    #expect(
      message(folder.path + "/a.yaml") == """
        a.yaml: error: there is no such file
          help: check the path
        """)
    #expect(
      message(folder.path + "/.") == """
        .: error: this is a directory
          help: name a file inside it
        """)
  }

  @Test("text in UTF-16 or Latin-1 is asked for in UTF-8")
  func encodings() throws {
    let marked = try #require("scenario: x".data(using: .utf16))
    let latin = try #require("scenario: Bærum".data(using: .isoLatin1))
    for bytes in [marked, latin] {
      #expect(
        try message("a.yaml", bytes) == """
          a.yaml: error: the file is not UTF-8 text
            help: save it as UTF-8
          """)
    }
  }

  @Test("a zero byte is reported on its line")
  func zero() throws {
    #expect(
      try message("a.yaml", Data("a: 1\nb: \0\n".utf8)) == """
        a.yaml:2:1: error: the file holds a zero byte
          help: save it as plain text
        """)
    let unmarked = try #require("a: 1\n".data(using: .utf16LittleEndian))
    #expect(try message("b.yaml", unmarked).contains("error: the file holds a zero byte"))
  }

  @Test("a byte order mark is passed over and moves nothing")
  func byteOrderMark() throws {
    let path = try folder.file("a.yaml", Data([0xef, 0xbb, 0xbf]) + Data("a: 1\n".utf8))
    let node = try Node(parsing: InputFile(reading: path))
    #expect(node.entries.map(\.key.value) == ["a"])
    #expect(node.entries[0].key.position.column == 1)
  }

  @Test("a MiB is read and one byte more is not")
  func size() throws {
    let full = Data(repeating: UInt8(ascii: "#"), count: 1 << 20)
    #expect(try message("a.yaml", full) == "")
    #expect(
      try message("b.yaml", full + Data([10])) == """
        b.yaml: error: the file is larger than 1 MiB
          help: move long tables into a CSV file and name it here
        """)
  }

  @Test("lines that end as on Windows are lines")
  func windows() throws {
    let path = try folder.file("a.yaml", "a: 1\r\nb: 2\r\n")
    let node = try Node(parsing: InputFile(reading: path))
    #expect(node["a"]?.asTyped == "1")
    #expect(node["b"]?.position == SourcePosition(file: path, line: 2, column: 4))
  }
}
