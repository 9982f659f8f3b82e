public import ArgumentParser
import Diagnostics
import Documents
import Foundation
public import Reports
public import Scenarios

extension Language: ExpressibleByArgument {}

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

  @Option(help: ArgumentHelp("Only this table; may be repeated.", valueName: "id"))
  var table: [TableName] = []

  @Option(help: "The language of text: en, nb or da.")
  var language = Language.english

  @Option(help: ArgumentHelp("Other random numbers than the scenario's.", valueName: "n"))
  var seed: Int?

  func validate() throws {
    guard output.format != .csv || output.out != nil else {
      throw ValidationError("'--format csv' writes a file per table. Add '--out DIR'.")
    }
    if let seed, !(0...1_000_000_000).contains(seed) {
      throw ValidationError("'--seed \(seed)' must lie in 0...1000000000.")
    }
  }

  func run() throws {
    try reporting {
      let report = try Report(
        of: changed(ScenarioFile(reading: file)), workers: work.make(isQuiet: output.quiet))
      let wording = Wording(language)
      switch output.format {
      case .text:
        let text = TextWriter(wording, isColoured: output.isColoured).text(report)
        try output.show([("report.txt", text)])
      case .json:
        let text = MachineWriter(wording).json(report, version: Takst.version)
        try output.show([("result.json", text)])
      case .csv:
        let writer = MachineWriter(wording)
        let tables = report.tables.map { ("\($0.name.rawValue).csv", writer.csv($0)) }
        try output.show(tables + [("tidy.csv", writer.tidyCSV(report))])
      }
    }
  }

  /// The scenario with what the command line says otherwise.
  private func changed(_ file: ScenarioFile) throws -> ScenarioFile {
    var file = file
    let place = SourcePosition(file: "command line")
    if let seed {
      file = try file.changing("seed", to: Node(.scalar("\(seed)", isQuoted: false), at: place))
    }
    if !table.isEmpty {
      let names = table.map { Node(.scalar($0.rawValue, isQuoted: false), at: place) }
      file = try file.changing("tables", to: Node(.sequence(names), at: place))
    }
    return file
  }
}

extension TableName: ExpressibleByArgument {}
