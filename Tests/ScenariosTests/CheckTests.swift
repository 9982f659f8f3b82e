import Diagnostics
import ScenarioSupport
import Scenarios
import TestSupport
import Testing

@Suite("What no command runs")
struct CheckTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func reform(
    of base: String = "diplomat-list", _ change: String
  ) throws -> (file: ScenarioFile, path: String) {
    let base = Repository.path("Scenarios/norway/\(base).yaml")
    let path = try folder.file("r.yaml", "reform: A test\nbase: \(base)\nchange:\n\(change)\n")
    return (try ScenarioFile(reading: path), path)
  }

  private func told(_ file: ScenarioFile) throws -> String {
    try #require(#expect(throws: Faults.self) { try file.check() }).description
  }

  private static let help = """
      help: check 'mean', 'full-share', 'nearly-full-share' and 'nearly-full-from': the mean must lie \
    between what the shares allow
    """

  @Test("figures that contradict each other are told at the line of the one a reform states")
  func occupancy() throws {
    let (file, path) = try reform("  lists.occupancy.nearly-full-from: 0.8955")
    #expect(
      try told(file) == """
        \(path):4:37: error: no lists fit the published occupancy: among the shares of free places of \
        lists that are not nearly full, no such values between 0.1045 and 0.9 have the mean 0.0332
        \(Self.help)
        """)
    try reform("  lists.occupancy.nearly-full-from: 0.995").file.check()
  }

  @Test("figures of a scenario that is no reform are told at the first of them")
  func ownOccupancy() throws {
    let text = try Repository.text("Scenarios/norway/diplomat-list.yaml")
      .replacing("nearly-full-from: 0.995", with: "nearly-full-from: 0.8955")
    let path = try folder.file("own.yaml", text)
    let line = text.split(separator: "\n", omittingEmptySubsequences: false)
      .firstIndex { $0.hasPrefix("    mean: ") }
    let file = try ScenarioFile(reading: path)
    #expect(
      try told(file).hasPrefix(
        "\(path):\(try #require(line) + 1):11: error: no lists fit the published occupancy"))
  }

  @Test("a nation's lists are checked like those of arrivals, and one fault does not hide another")
  func nation() throws {
    let (file, path) = try reform(
      of: "baseline-2023",
      """
        lists.occupancy.mean: 0.5
        controls.persons-per-practitioner: { low: 100, central: 1000, high: 3000, source: "assumption: a test" }
        solve.x: { number: controls.persons-per-practitioner, until: grants, is: baseline }
      """)
    let lines = try told(file).split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines[0].hasPrefix("\(path):4:25: error: no lists fit the published occupancy"))
    #expect(
      lines[2].hasPrefix(
        "\(path):6:22: error: 'controls.persons-per-practitioner' cannot be searched, since it cannot be "
      ))
  }

  @Test("figures that vary are refused and no fault, since others are tried")
  func varying() throws {
    let (file, _) = try reform("  lists.occupancy.nearly-full-from: 0.8955")
    let refusal = #expect(throws: Refusal.self) { try file.check(varying: true) }
    #expect(refusal?.what.hasPrefix("no lists fit the published figures for 'oslo'") == true)
  }

  @Test("a number that is put in is told where its author states it")
  func position() throws {
    let (file, path) = try reform(
      of: "baseline-2023",
      "  controls.persons-per-practitioner: { central: 1000, source: \"assumption: a test\" }")
    let tried = try file.changing("controls.persons-per-practitioner", toYAML: "2680.5")
    let error = #expect(throws: Faults.self) { try tried.nationalScenario() }
    #expect(
      error?.description
        == "\(path):4:38: error: 'central' is 2680.5; it takes a whole number in 0...1000000")
  }
}
