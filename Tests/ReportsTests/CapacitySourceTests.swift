import Diagnostics
import Documents
import ScenarioSupport
import Scenarios
import TestSupport
import Testing

@testable import Reports
@testable import takst

@Suite("The tables of sources of a plan of capacities")
struct CapacitySourceTests {
  /// The shipped plan, with the path of one run.
  private static let report = Result {
    let file = try ScenarioFile(reading: Repository.path("Scenarios/denmark/capacity-plan.yaml"))
    let runs = try Node(parsing: InputFile(path: "test.yaml", text: "0"))
    return (file: file, report: try Report(of: file.changing("supply.runs", to: runs)))
  }

  private func rows(_ name: TableName) throws -> [[Cell]] {
    try #require(try Self.report.get().report.table(name)).rows
  }

  private func sources(of node: Node) -> [String] {
    node.parts.flatMap { name, part -> [String] in
      if name == "source", case .scalar(let text, _) = part.content { return [text] }
      return sources(of: part)
    }
  }

  @Test("every source the plan states is shown in one of them")
  func everySource() throws {
    let stated = sources(of: try Self.report.get().file.document)
    #expect(stated.count >= 20)
    let shown = Set(try (rows(.assumptions) + rows(.references)).joined())
    for source in stated { #expect(shown.contains(.text(source)), "\(source)") }
  }

  @Test("a designation is shown with what is designated, though nobody has published its money")
  func shortageAreas() throws {
    let areas = try #require(
      try rows(.assumptions).first { $0[0] == .text("money.shortage-areas") })
    #expect(
      areas[2]
        == .text(
          "municipalities 0360; 0376; 0390; 0326; 0306; 0849; 0820; 0773; 0787; 0482"))
    #expect(areas[5] == .text("assumption: an example; the regions designate them"))
  }

  @Test("the days that numbers are of are shown, and choices that need no source")
  func days() throws {
    let rows = try rows(.assumptions)
    for (path, value) in [
      ("money.differentiated.as-of", "2020-12-31"), ("money.services.0101.as-of", "2024-04-01"),
      ("money.frame.as-of", "2023-07-01"), ("events.islands-reported", "2026-04-01"),
      ("minimum.level", "council"), ("events.withdraw-vacant", "true"),
    ] {
      let row = try #require(rows.first { $0[0] == .text(path) }, "\(path)")
      #expect(row[2] == .text(value) && row[4] == .term("setting"), "\(path)")
    }
    #expect(Set(rows.map { $0[0] }).count == rows.count)
  }

  @Test("who says what the ceilings are stands with the years and the first row that says so")
  func ceilings() throws {
    let rows = try rows(.references).filter { $0[0] == .text("capacities.ceilings") }
    #expect(rows.map { $0[1...2] } == [[.text("2025, 2035"), .text("synthetic example")]])
    guard case .text(let line) = rows[0][3] else { return }
    #expect(line.hasSuffix("example-ceilings.csv:2:3"))
  }
}
