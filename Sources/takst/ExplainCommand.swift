import Analysis
import ArgumentParser
import Capacity
import Diagnostics
import Reports
import Scenarios

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Follow one list's or clinic's krone from the scenario's line to the report's cell.",
    discussion: """
      Examples:
        takst explain Scenarios/norway/diplomat-list.yaml --list oslo-320
        takst explain Scenarios/norway/baseline-2023.yaml --list oslo-001 --person 17
        takst explain Scenarios/denmark/capacity-plan.yaml --list 031676
      """)

  @Argument(help: "A scenario or reform file.", completion: .file(extensions: ["yaml", "yml"]))
  var file: String

  @Option(
    help: ArgumentHelp("The list, for example oslo-320, or a clinic's number.", valueName: "id"))
  var list: String

  @Option(
    help: ArgumentHelp(
      "A person by place on the list, from 1; of a national scenario.", valueName: "n"))
  var person: Int?

  @OptionGroup var work: WorkOptions

  func run() throws {
    try reporting {
      let scenario = try ScenarioFile(reading: file)
      guard !scenario.isModels else {
        throw Refusal(
          "payment models have no lists to follow",
          help: "takst run \(file) --table model-payments shows each component")
      }
      if scenario.isCapacityPlan {
        let plan = try CapacityPlan(of: scenario, spreading: false)
        return try write(ClinicExplanation(of: plan, clinic: list).text())
      }
      try scenario.checkBeforeRun()
      if scenario.isNational {
        let explanation = try NationalExplanation(
          of: scenario, list: list, person: person, workers: work.make(isQuiet: false))
        return try write(explanation.text())
      }
      guard person == nil else {
        throw Refusal(
          "the scenario has no persons one by one",
          help: "leave '--person' out, or give a scenario with 'year' and 'population'")
      }
      try write(Explanation(of: scenario, list: list).text())
    }
  }
}
