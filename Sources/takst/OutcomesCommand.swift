import ArgumentParser
import Diagnostics
import Documents
import Reports
import Sweeps

struct OutcomesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outcomes",
    abstract: "List what goals and sweeps can ask of a file: name, unit and words.",
    discussion: """
      Names are for 'until', 'minimise' and 'maximise' under 'solve', and for 'outcomes' and 'ask' of a
      sweep. Of a reform, and of a sweep with reforms, there are also those that compare.

      Examples:
        takst outcomes Scenarios/norway/base-share-50.yaml
        takst outcomes Scenarios/norway/sweeps/diplomat-cost.yaml --language nb
        takst outcomes Scenarios/norway/base-share-50.yaml --format json
      """)

  @Argument(
    help: "A scenario, reform or sweep file.", completion: .file(extensions: ["yaml", "yml"]))
  var file: String

  @OptionGroup var output: OutputOptions

  @Option(help: "The language of text: en, nb or da.")
  var language = Language.english

  func run() throws {
    try reporting {
      let document = try Node(parsing: InputFile(reading: file))
      let known = try KnownOutcomes(of: document, at: file, asking: Questions.all)
      try output.show(Report(of: known), language)
    }
  }
}
