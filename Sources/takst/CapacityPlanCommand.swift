import ArgumentParser
import Capacity
import Diagnostics
import Documents
import Foundation
import Reports
import Scenarios

struct CapacityPlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract:
      "Share doctor capacities out by need, set minimums of patients, and walk to the last year.",
    discussion: """
      The plan names tables: the population, weights of need, clinics and perhaps doctors, ceilings,
      local facts and notices. 'takst capacity example --out DIR' writes one of each.

      Examples:
        takst capacity plan Scenarios/denmark/capacity-plan.yaml
        takst capacity plan capacity-plan.yaml --language da --table capacity-distribution
        takst capacity plan capacity-plan.yaml --table minimum-patients
        takst capacity plan capacity-plan.yaml --format csv --out results
      """)

  @Argument(help: "A plan, or a reform of one.", completion: .file(extensions: ["yaml", "yml"]))
  var file: String

  @OptionGroup var output: OutputOptions
  @OptionGroup var work: WorkOptions
  @OptionGroup var shown: TableOptions

  func run() throws {
    try reporting {
      let plan = try ScenarioFile(reading: file, asking: Questions.all)
      guard plan.asks(CapacityScenario.self) else {
        throw Faults(
          "'\(file)' is no plan of capacities", at: plan.document.position,
          help: "a plan has 'capacities' and 'need-weights'; other scenarios are for 'takst run'")
      }
      let notices = try plan.notices()
      output.tell(notices)
      let asked = try shown.applied(
        to: plan,
        leavingOut: output.format == .text ? [.capacityMunicipalities, .minimumPatients] : [])
      var report = try asked.question.report(on: asked, by: work.make(isQuiet: output.quiet))
      output.tell(shown.table, missingFrom: report)
      report.notices = notices
      try output.show(report, shown.language)
    }
  }
}
