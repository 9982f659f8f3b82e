import ArgumentParser
import Diagnostics
import Reports
import Scenarios

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Follow one list's krone from the scenario's line to the report's cell.",
    discussion: """
      Examples:
        takst explain Scenarios/norway/diplomat-list.yaml --list oslo-320
        takst explain Scenarios/norway/baseline-2023.yaml --list oslo-001 --person 17
      """)

  @Argument(help: "A scenario or reform file.", completion: .file(extensions: ["yaml", "yml"]))
  var file: String

  @Option(help: ArgumentHelp("The list, for example oslo-320.", valueName: "id"))
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
      guard !scenario.isCapacityPlan else {
        throw Refusal(
          "a plan of capacities has clinics and no lists to follow",
          help:
            "takst capacity plan \(file) --table minimum-patients shows how each number was found")
      }
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
