import Foundation
import TestSupport
import Testing

@Suite("Notes on the tables of a plan of capacities")
struct PlanNoticeTests {
  @Test("the shipped plan with a ceiling of 2090 is sound, and check and plan tell of the row")
  func told() throws {
    let folder = try TemporaryFolder()
    let files = Repository.path("Scenarios/denmark")
    for name in try FileManager.default.contentsOfDirectory(atPath: files)
    where !name.contains("expected") {
      let more = name == "example-ceilings.csv" ? "hovedstaden,2090,1,1,x y\n" : ""
      _ = try folder.file(name, Repository.text("Scenarios/denmark/\(name)") + more)
    }
    let note = """
      example-ceilings.csv:36:3: note: nothing in the plan, of 2026 to 2035, rests on the ceiling of 2090
        help: let the plan reach the year, or take its rows out
      """
    func told(_ text: String) -> String { text.replacing("\(folder.path)/", with: "") }
    let plan = "\(folder.path)/capacity-plan.yaml"
    let check = try Program.run("check \(plan) --strict")
    #expect(check.status == 2)
    #expect(told(check.output) == "capacity-plan.yaml: a sound scenario, but:\n\(note)\n")
    let run = try Program.run("capacity plan \(plan) --table references")
    #expect(run.status == 0)
    #expect(told(run.errors).contains(note))
    #expect(run.output.contains("x y"))
  }
}
