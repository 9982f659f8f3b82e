import Foundation
import SweepSupport
import TestSupport
import Testing

/// What a user has made is not written over by what is computed from it.
@Suite("What is written over, and what not")
struct OverwritingTests {
  private let folder: SweepFolder

  init() throws { folder = try SweepFolder() }

  /// Runs a command that would write over a file, and finds the file as it was.
  private func refuses(_ arguments: [String], writingOver name: String) throws {
    let path = folder.out(name)
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    let result = try Program.run(arguments)
    #expect(result.status == 1, "\(result.errors)")
    #expect(
      result.errors.hasSuffix(
        """
        refused: '\(path)' would be written over, and this is computed from it
          help: choose another place for '--out'

        """), "\(result.errors)")
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
  }

  @Test("found numbers are not written over the reform, nor over a base of it")
  func solve() throws {
    let base = Repository.path("Scenarios/norway/base-share-50.yaml")
    let middle = try folder.file("middle.yaml", "reform: Half\nbase: \(base)\nchange: {}\n")
    let own = try folder.file("own.yaml", "reform: Own\nbase: middle.yaml\nchange: {}\n")
    for out in ["own.yaml", "middle.yaml"] {
      try refuses(["solve", own, "--out", folder.out(out)], writingOver: out)
    }
    try refuses(
      ["calibrate", middle, "--out", folder.out("middle.yaml")], writingOver: "middle.yaml")
  }

  @Test("tables are not written over the table a run was read from, nor any beside it")
  func run() throws {
    let lists = try String(contentsOfFile: folder.out("lists.csv"), encoding: .utf8)
    try folder.file("payers.csv", lists)
    let own = try folder.file(
      "own.yaml", "reform: Own\nbase: lists.yaml\nchange: { lists: { file: payers.csv } }\n")
    try refuses(
      ["run", own, "--format", "csv", "--out", folder.path, "--quiet"], writingOver: "payers.csv")
    #expect(!FileManager.default.fileExists(atPath: folder.out("tidy.csv")))
  }

  @Test("a sweep is refused before it runs when its tables would take the place of its points")
  func sweep() throws {
    try folder.make("out")
    try folder.file("out/experiments.csv", "arrivals.diplomats.uptake\n0.5\n")
    let file = try folder.write("{ points: out/experiments.csv }", vary: "")
    try refuses(["sweep", file, "--out", folder.out("out")], writingOver: "out/experiments.csv")
    #expect(!FileManager.default.fileExists(atPath: folder.out("out/sweep.sqlite")))
  }

  @Test("the tables of an example that somebody has edited are left")
  func example() throws {
    let command = ["capacity", "example", "--out", folder.out("denmark"), "--quiet"]
    for _ in 0..<2 { #expect(try Program.run(command).status == 0) }
    let clinics = try folder.file("denmark/example-clinics.csv", "mine\n")
    let result = try Program.run(command)
    #expect(result.status == 1)
    #expect(
      result.errors == """
        refused: '\(clinics)' is there already and says something else
          help: choose another folder, or take it away; nothing was written

        """)
    #expect(try String(contentsOfFile: clinics, encoding: .utf8) == "mine\n")
  }

  @Test("on a full disk all tables are there or none")
  func fullDisk() throws {
    try folder.make("disk")
    let disk = folder.out("disk")
    // Only where a test may mount.
    guard FileManager.default.fileExists(atPath: "/proc/mounts"),
      shell("mount -t tmpfs -o size=16k none '\(disk)' 2>/dev/null")
    else { return }
    defer { _ = shell("umount '\(disk)'") }
    let command = ["run", folder.out("lists.yaml"), "--format", "csv", "--out", disk, "--quiet"]
    let full = try Program.run(command)
    #expect(full.status == 1)
    #expect(
      full.errors.contains("cannot be written\n  help: check the permissions and the free space"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: disk).isEmpty)
    #expect(shell("mount -o remount,size=8m '\(disk)'"))
    #expect(try Program.run(command).status == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: disk).count > 3)
  }
}
