import Diagnostics
import Documents
import Reports
import ScenarioSupport
import Scenarios
import TestSupport
import Testing
import Units

@testable import takst

/// A section of a shipped reform of few persons, with changes that let each number decide something.
struct DeadPost: CustomStringConvertible, Sendable {
  var reform: String
  var section: String
  var table: String
  var changes: [(path: String, yaml: String)] = []
  /// Numbers that decide nothing here, and do in another of these.
  var idle: Set<String> = []

  var description: String { "\(section) of \(reform)" }

  static let all: [DeadPost] = [
    DeadPost(reform: "out-of-hours-salary", section: "out-of-hours-pay", table: "out-of-hours"),
    DeadPost(
      reform: "training-posts", section: "training-posts", table: "training-posts",
      changes: [("training-posts.posts", "0.5")]),
    DeadPost(
      reform: "posts-2023", section: "supply", table: "supply",
      changes: [("supply.extra-internships", "10")]),
    DeadPost(
      reform: "practice-transfer", section: "practice-transfer", table: "practice-transfer",
      idle: ["municipal-share"]),
    DeadPost(
      reform: "practice-transfer", section: "practice-transfer", table: "practice-transfer",
      changes: [("practice-transfer.regime", "municipal-purchase")], idle: ["regulated-price"]),
  ]

  func file() throws -> ScenarioFile {
    var file = try ScenarioFile(reading: Repository.path("Scenarios/norway/\(reform).yaml"))
      .changing("population.persons", toYAML: "2000")
      .changing("tables", toYAML: "[\(table)]")
    for (path, yaml) in changes { file = try file.changing(path, toYAML: yaml) }
    return file
  }
}

@Suite("No setting of pay and posts is dead")
struct PostDeadSettingTests {
  @Test("every number moves the table of its section", arguments: DeadPost.all)
  func numbers(post: DeadPost) throws {
    let file = try post.file()
    let base = try results(of: file)
    let section = try #require(file.document.value(at: post.section))
    for (path, number) in section.centrals(under: post.section) {
      if post.idle.contains(where: { path.hasSuffix($0) }) { continue }
      let isShare = path.hasSuffix("-share") || path.hasSuffix("rate")
      let nudged =
        number == .zero ? Ratio(7) : isShare ? number * Ratio(2, over: 5) : number * Ratio(2)
      let changed = try file.changing(path, toYAML: nudged.description)
      #expect(try results(of: changed) != base, "\(path)")
    }
  }

  private func results(of file: ScenarioFile) throws -> String {
    let report = try Report(of: file)
    return report.tables.map { MachineWriter(Wording(.english)).csv($0, in: report) }.joined()
  }
}

extension Node {
  /// The paths of all numbers with a source, and their central values.
  fileprivate func centrals(under path: String) -> [(path: String, number: Ratio)] {
    if let central = self["central"], let number = Ratio(decimal: central.asTyped) {
      return [(path, number)]
    }
    return entries.flatMap { $0.value.centrals(under: "\(path).\($0.key.value)") }
  }
}
