import ArgumentParser
import Diagnostics
import Documents
import Foundation
import Reports
import Scenarios

struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run a scenario or a reform and show its tables.",
    discussion: """
      Examples:
        takst run Scenarios/norway/diplomat-list.yaml
        takst run diplomat-list.yaml --language nb --table note-audit
        takst run Scenarios/norway/baseline-2023.yaml --table validation
        takst run Scenarios/international/primary-care-first.yaml
        takst run diplomat-list.yaml --format json > result.json
        takst run diplomat-list.yaml --format csv --out results
      """)

  @Argument(help: "A scenario or reform file.", completion: .file(extensions: ["yaml", "yml"]))
  var file: String

  @OptionGroup var output: OutputOptions
  @OptionGroup var work: WorkOptions

  @OptionGroup var shown: TableOptions

  func run() throws {
    try reporting {
      let scenario = try ScenarioFile(reading: file, asking: Questions.all)
      let asked = try shown.applied(to: scenario)
      try asked.check()
      let notices = try scenario.notices()
      output.tell(notices)
      var report = try asked.question.report(
        on: asked, by: work.make(isQuiet: output.quiet))
      output.tell(shown.table, missingFrom: report)
      report.notices = notices
      try output.show(report, shown.language)
    }
  }
}
