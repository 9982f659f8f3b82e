import Analysis
import Diagnostics
import Documents
import Foundation
import Reports
import Scenarios
import Simulation
import TestSupport
import Testing

/// A line that can be deleted or changed without anything moving is a fault of the program. The nation has
/// a hundredth of the persons, so that hundreds of changes run in seconds.
@Suite("No token of a national scenario or reform is dead")
struct NationTokenTests {
  @Test("after a change of any one token a number, a word, a notice or a fault moves")
  func baseline() throws {
    try expectLife(of: "baseline-2023.yaml", in: 0..<200)
  }

  @Test(
    "so it is in reforms of it, beside it",
    arguments: [
      "delegation", "control-regime", "gp-company", "recruitment-grant", "training-posts",
      "out-of-hours-salary", "profession-neutral",
    ])
  func reforms(name: String) throws {
    try expectLife(of: "\(name).yaml", in: 0..<30)
  }

  private func expectLife(of name: String, in seeds: Range<UInt64>) throws {
    let folder = try TemporaryFolder()
    for file in ["baseline-2023.yaml", "ages-2024.csv", name] {
      _ = try folder.file(file, Self.text(file))
    }
    let isReform = name != "baseline-2023.yaml"
    let text = try Self.text(name)
    let base = isReform ? folder.path + "/baseline-2023.yaml" : nil
    let before = Self.shown(try folder.file("a.yaml", text), beside: base)
    try forEverySeed(in: seeds) { random in
      let change = TokenChange(of: text, by: &random)
      let after = Self.shown(try folder.file("a.yaml", change.text), beside: base)
      if after == before { Issue.record("\(name), \(change): nothing moves") }
      return true
    }
  }

  /// The shipped file, of few persons.
  private static func text(_ name: String) throws -> String {
    try Repository.text("Scenarios/norway/\(name)").replacing("5496916", with: "54969")
  }

  /// All a user is shown of a file, without lines and columns, which move with every token before them.
  private static func shown(_ path: String, beside base: String?) -> String {
    do {
      let file = try ScenarioFile(reading: path)
      let notices = try file.notices().map(\.description)
      let writer = MachineWriter(Wording(.english))
      var tables = [writer.json(try Report(of: file), version: "")]
      if let base {
        let comparison = try ReformComparison(of: ScenarioFile(reading: base), with: [path])
        let report = try Report(of: comparison, tables: TableName.ofReforms)
        tables.append(writer.json(report, version: ""))
      }
      return (notices + tables).joined(separator: "\n").replacing(
        /[^\s"]*\.yaml:\d+:\d+/, with: "here")
    } catch {
      return "\(error)"
    }
  }
}
