import Diagnostics
import Documents
import Foundation
import TestSupport
import Testing

@Suite("Files that are written beside their place")
struct ResultFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("every file is whole or not there")
  func partly() throws {
    let place = folder.path + "/table.csv"
    do {
      let file = try ResultFile(place)
      try file.write("a,b\n")
      try file.write(String(repeating: "1,2\n", count: 100_000))
      #expect(!FileManager.default.fileExists(atPath: place))
    }
    #expect(!FileManager.default.fileExists(atPath: place + ".part"))
    let file = try ResultFile(place)
    try file.write("a,b\n")
    try file.finish()
    #expect(try String(contentsOfFile: place, encoding: .utf8) == "a,b\n")
    #expect(!FileManager.default.fileExists(atPath: place + ".part"))
  }

  @Test("files that belong together are there once all are whole")
  func together() throws {
    let places = ["a.csv", "b.csv"].map { folder.path + "/" + $0 }
    let files = try places.map { try ResultFile($0) }
    for file in files { try file.write("x\n") }
    #expect(places.allSatisfy { !FileManager.default.fileExists(atPath: $0) })
    try ResultFile.finish(files)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == [
        "a.csv", "b.csv",
      ])
  }

  @Test("what a killed process left beside the place is replaced, and where a link led to stays")
  func leftover() throws {
    let other = try folder.file("other.csv", "mine")
    let place = folder.path + "/table.csv"
    try FileManager.default.createSymbolicLink(
      atPath: place + ".part", withDestinationPath: other)
    let file = try ResultFile(place)
    try file.write("new")
    try file.finish()
    #expect(try String(contentsOfFile: other, encoding: .utf8) == "mine")
    #expect(try String(contentsOfFile: place, encoding: .utf8) == "new")
  }

  @Test("a device is not written over")
  func device() {
    #expect(
      refusal { _ = try ResultFile("/dev/null") } == """
        refused: '/dev/null' cannot be written
          help: check the permissions and the free space
        """)
  }

  @Test("a file that was read is not written over, whatever path leads to it")
  func input() throws {
    let input = try folder.file("scenario.yaml", "a: 1\n")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/link", withDestinationPath: folder.path)
    #expect(throws: Never.self) { try ResultFile.checkFree(input) }
    _ = try InputFile(
      reading: folder.path + "/link/../" + (folder.path as NSString).lastPathComponent
        + "/scenario.yaml")
    for path in ["", "/.", "/link"].map({ folder.path + $0 + "/scenario.yaml" }) {
      #expect(
        refusal { _ = try ResultFile(path) } == """
          refused: '\(path)' would be written over, and this is computed from it
            help: choose another place for '--out'
          """)
    }
    #expect(try String(contentsOfFile: input, encoding: .utf8) == "a: 1\n")
    #expect(throws: Never.self) { try ResultFile.checkFree(folder.path + "/other.yaml") }
  }

  private func refusal(_ work: () throws -> Void) -> String? {
    #expect(throws: Refusal.self, performing: work)?.description
  }
}
