import ArgumentParser
import Diagnostics
import Reports
import Scenarios

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Follow one list's krone from the scenario's line to the report's cell.",
    discussion: """
      Example:
        takst explain Scenarios/norway/diplomat-list.yaml --list oslo-320
      """)

  @Argument(help: "A scenario or reform file.", completion: .file(extensions: ["yaml", "yml"]))
  var file: String

  @Option(help: ArgumentHelp("The list, for example oslo-320.", valueName: "id"))
  var list: String

  func run() throws {
    try reporting {
      try write(Explanation(of: ScenarioFile(reading: file), list: list).text())
    }
  }
}
