import Foundation
import TestSupport
import Testing

/// A line of a sweep that can be deleted or changed without anything moving is a fault of the program.
@Suite("No token of a sweep is dead")
struct SweepTokenTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path + "/sweeps", withIntermediateDirectories: true)
    let shipped = Repository.path("Scenarios/norway")
    for name in try FileManager.default.contentsOfDirectory(atPath: shipped)
    where !name.hasSuffix(".expected.csv") && name != "sweeps" {
      let text = try Repository.text("Scenarios/norway/\(name)")
      _ = try folder.file(name, text.replacing(Self.persons) { "\($0.1) 8000" })
    }
  }

  /// How many persons a year is of.
  private static var persons: Regex<(Substring, Substring)> {
    /(persons: \{ central:) \d{6,}/
  }

  @Test(
    "after a change of any one token a number, a word, a notice or a fault moves",
    arguments: ["diplomat-cost", "caps-and-delegation", "base-share"])
  func shipped(name: String) throws {
    // As many points as show that the design is obeyed.
    let text = try Repository.text("Scenarios/norway/sweeps/\(name).yaml")
      .replacing("points: 256", with: "points: 4")
      .replacing("latin-hypercube: 60", with: "latin-hypercube: 3")
    let before = try shown(text)
    #expect(before.hasPrefix("0 "), "\(before.prefix(400))")
    try forEverySeed(in: 0..<25) { random in
      let change = TokenChange(of: text, by: &random)
      if try shown(change.text) == before { Issue.record("\(name), \(change): nothing moves") }
      return true
    }
  }

  /// All a user is shown of a sweep, without lines and columns, which move with every token before them.
  private func shown(_ text: String) throws -> String {
    let path = try folder.file("sweeps/a.yaml", text)
    let check = try Program.run(["check", path])
    guard check.status == 0 else { return said(check) }
    let out = folder.path + "/out"
    try? FileManager.default.removeItem(atPath: out)
    let run = try Program.run(["sweep", path, "--out", out, "--workers", "1"])
    let found = try Program.run(["analyse", out, "--format", "json"])
    return said(check) + said(run) + said(found)
  }

  private func said(_ result: Program.Result) -> String {
    let told = (result.output + result.errors).replacing(folder.path, with: "")
    return "\(result.status) "
      + told.replacing(/\.yaml:\d+:\d+/, with: "")
      .replacing(/\d+ (s|min)\b/, with: "")
  }
}
