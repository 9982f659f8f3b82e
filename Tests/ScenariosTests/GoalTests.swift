import Diagnostics
import ScenarioSupport
import Scenarios
import TestSupport
import Testing
import Units

@Suite("What a reform asks to be found")
struct GoalTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func reform(_ change: String) throws -> ScenarioFile {
    let base = Repository.path("Scenarios/norway/baseline-2023.yaml")
    return try ScenarioFile(
      reading: folder.file("r.yaml", "reform: A test\nbase: \(base)\nchange:\n\(change)\n"))
  }

  private static let up =
    "  adjustments.up: { of: grants, factor: { low: 1, central: 1, high: 3, source: \"assumption: a test\" } }"

  private func goal(_ rest: String) throws -> Goal {
    let file = try reform(
      "\(Self.up)\n  solve.a: { number: adjustments.up.factor, until: \(rest) }")
    return try #require(try file.nationalScenario().goals.first)
  }

  @Test("a goal is met at once unless it says after what")
  func after() throws {
    #expect(try goal("total, is: baseline").after == nil)
    #expect(try goal("total, is: baseline, after: list-movements").after == .listMovements)
    #expect(try goal("total, is: baseline, after: behaviour").after == .behaviour)
  }

  @Test("a share may be asked to be all or nothing, and to move by all of it; not by more")
  func shares() throws {
    func number(_ text: String) -> String { "{ central: \(text), source: \"assumption: a test\" }" }
    for (measure, key, sound, unsound) in [
      ("base-share", "is", ["0", "1"], ["1.000001"]),
      ("base-share", "plus", ["-1", "1"], ["-1.000001", "1.000001"]),
      ("gaining", "is", ["0", "1"], ["1.000001"]),
      ("gaining", "plus", ["0", "1"], ["-0.000001", "1.000001"]),
      ("gaining", "times", ["1"], ["0.999999", "2"]),
      ("total", "is", ["0", "1000000000000"], []),
      ("total", "plus", ["-1000000000000"], []),
    ] {
      for text in sound { _ = try goal("\(measure), \(key): \(number(text))") }
      for text in unsound {
        #expect(throws: Faults.self, "\(measure) \(key) \(text)") {
          try goal("\(measure), \(key): \(number(text))")
        }
      }
    }
  }

  @Test("a number that must be whole cannot be searched, and one that may be anything can")
  func whole() throws {
    let cap = """
        controls.daily-cap:
          fees: [2ad]
          most: { low: 1, central: 1, high: 3, source: "assumption: a test" }
          order: dearest-first
      """
    let goal = "  solve.a: { number: controls.daily-cap.most, until: total, is: baseline }"
    let file = try reform("\(cap)\n\(goal)")
    _ = try file.nationalScenario()
    let error = #expect(throws: Faults.self) { try file.checkGoals() }
    let text = try #require(error).description
    #expect(text.contains("r.yaml:8:22: error: 'controls.daily-cap.most' cannot be searched"))
    #expect(text.contains("since it cannot be 1.763932022: "))
    try reform(
      "\(Self.up)\n  solve.a: { number: adjustments.up.factor, until: total, is: baseline }"
    ).checkGoals()
  }

  @Test("a goal after behaviour where nobody answers is noted, and one where somebody does is not")
  func nobodyAnswers() throws {
    let goal =
      "\(Self.up)\n  solve.a: { number: adjustments.up.factor, until: total, is: baseline, after: behaviour }"
    let notices = try reform(goal).grammarNotices()
    #expect(notices.count == 1)
    #expect(
      notices.first?.what
        == "nobody answers to what is paid, so 'after: behaviour' is the year after list movements")
    #expect(notices.first?.position.line == 5)
    #expect(try reform("\(goal)\n  behaviour.theory: elasticities").grammarNotices().isEmpty)
    #expect(
      try reform(goal.replacing("after: behaviour", with: "after: list-movements"))
        .grammarNotices().isEmpty)
  }
}
