import Diagnostics
import Documents
import Foundation
import TestSupport
import Testing

@Suite("The folder results are written into")
struct OutputFolderTests {
  @Test("a folder that is not there is made, with those above it, and files are whole")
  func writes() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/a/b"
    try OutputFolder(path).write("kroner og øre\n", to: "x.csv")
    #expect(try String(contentsOfFile: path + "/x.csv", encoding: .utf8) == "kroner og øre\n")
    #expect(try FileManager.default.contentsOfDirectory(atPath: path) == ["x.csv"])
  }

  @Test("a file that stood there is replaced, whole, and no other is touched")
  func replaces() throws {
    let folder = try TemporaryFolder()
    let (old, other) = (try folder.file("x.csv", "a long old text"), try folder.file("y.csv", "y"))
    try OutputFolder(folder.path).write("new", to: "x.csv")
    #expect(try String(contentsOfFile: old, encoding: .utf8) == "new")
    #expect(try String(contentsOfFile: other, encoding: .utf8) == "y")
  }

  @Test("a path that is a file is refused")
  func isFile() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("taken", "text")
    #expect(
      message { _ = try OutputFolder(file) } == """
        refused: the folder '\(file)' cannot be made
          help: check the path and its permissions
        """)
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "text")
  }

  @Test("a path that leads through a file is refused")
  func throughFile() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("taken", "text") + "/results"
    #expect(
      message { _ = try OutputFolder(path) } == """
        refused: the folder '\(path)' cannot be made
          help: check the path and its permissions
        """)
  }

  @Test("a file that cannot be written is refused, and what stood there stays")
  func cannotWrite() throws {
    let folder = try TemporaryFolder()
    let output = try OutputFolder(folder.path)
    let taken = folder.path + "/x.csv"
    try FileManager.default.createDirectory(atPath: taken, withIntermediateDirectories: false)
    _ = try OutputFolder(taken).write("inside", to: "y")
    #expect(
      message { try output.write("text", to: "x.csv") } == """
        refused: '\(taken)' cannot be written
          help: check the permissions and the free space
        """)
    #expect(try String(contentsOfFile: taken + "/y", encoding: .utf8) == "inside")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["x.csv"])
  }

  @Test("of files that belong together none is written when one cannot be")
  func together() throws {
    let folder = try TemporaryFolder()
    let output = try OutputFolder(folder.path)
    let old = try folder.file("a.csv", "old")
    _ = try OutputFolder(folder.path + "/b.csv")
    #expect(
      message { try output.write([(name: "a.csv", text: "a"), (name: "b.csv", text: "b")]) } == """
        refused: '\(folder.path)/b.csv' cannot be written
          help: check the permissions and the free space
        """)
    #expect(try String(contentsOfFile: old, encoding: .utf8) == "old")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == [
        "a.csv", "b.csv",
      ])
  }

  @Test("files somebody has changed are left, with all that belong to them")
  func sparingly() throws {
    let folder = try TemporaryFolder()
    let output = try OutputFolder(folder.path)
    let files = [(name: "a.csv", text: "a"), (name: "b.csv", text: "b")]
    for _ in 0..<2 { try output.writeSparingly(files) }
    let edited = try folder.file("b.csv", "mine")
    try FileManager.default.removeItem(atPath: folder.path + "/a.csv")
    #expect(
      message { try output.writeSparingly(files) } == """
        refused: '\(edited)' is there already and says something else
          help: choose another folder, or take it away; nothing was written
        """)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["b.csv"])
    #expect(try String(contentsOfFile: edited, encoding: .utf8) == "mine")
  }

  private func message(_ work: () throws -> Void) -> String? {
    #expect(throws: Refusal.self, performing: work)?.description
  }
}
