import ArgumentParser
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
      let scenario = try ScenarioFile(reading: file, asking: Questions.all)
      try scenario.check()
      try write(
        scenario.question.explanation(
          of: list, person: person, in: scenario, by: work.make(isQuiet: false)))
    }
  }
}
