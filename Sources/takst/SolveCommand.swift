import Analysis
import ArgumentParser
import Diagnostics
import Documents
import Foundation
import Reports
import Scenarios

struct SolveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "solve",
    abstract: "Find the numbers a reform's 'solve' asks for: budget-neutral, break-even.",
    discussion: """
      Goals compare with the file's 'base' (with its base, where that has goals of its own), or with
      '--baseline'. A goal with 'after: behaviour' is met once patients and practices have answered;
      '--behaviour' says how they do.
      With '--out' the numbers are written as a reform of the file, which takst compare takes.

      Examples:
        takst solve Scenarios/norway/base-share-50.yaml
        takst solve Scenarios/norway/base-share-50.yaml --out found.yaml
        takst solve neutral-after-answers.yaml --behaviour elasticities
      """)

  @Argument(help: "A reform file with 'solve'.", completion: .file(extensions: ["yaml", "yml"]))
  var file: String

  @Option(
    help: ArgumentHelp("Compare with this scenario instead.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var baseline: String?

  @Option(help: "How patients and practices answer: none, elasticities or optimising.")
  var behaviour: BehaviourSetting.Theory?

  @Option(help: ArgumentHelp("The file to write.", valueName: "file"), completion: .file())
  var out: String?

  @Option(help: "text for people, json for programs.")
  var format = Format.text

  @OptionGroup var work: WorkOptions
  @OptionGroup var shown: TableOptions

  @Flag(help: "Say nothing on standard error unless something is wrong.")
  var quiet = false

  func validate() throws {
    guard format != .csv else {
      throw ValidationError("'takst solve' writes text or json; for csv use takst compare.")
    }
  }

  func run() throws {
    try reporting {
      _ = try TableOptions.chosen(shown.table, among: [.solved], by: "takst solve")
      let asked = try shown.seeded(ScenarioFile(reading: file, asking: Questions.all)).answering(
        behaviour)
      let base =
        try baseline.map {
          try shown.seeded(ScenarioFile(reading: $0, asking: Questions.all)).answering(behaviour)
        }
        ?? asked.baseline
      guard asked.asks(NationalScenario.self), base.asks(NationalScenario.self) else {
        throw Faults(
          "'\(file)' is not a national scenario or a reform of one", at: asked.document.position,
          help: "give a reform of a scenario with 'year' and 'population'")
      }
      guard try !asked.nationalScenario().goals.isEmpty else {
        throw Faults(
          "the scenario has no 'solve'", at: SourcePosition(file: file, line: 1, column: 1),
          help: "name a 'number', 'until' which measure, and what it 'is'")
      }
      try ScenarioFile.check([base, asked])
      let place = try out.map(place)
      let line = StatusLine(isQuiet: quiet)
      var runner = YearRunner(workers: work.make(isQuiet: true))
      let before = try BaselineYear(runner.run(base), by: &runner)
      let solution = try Solution(of: asked, from: base, against: before, by: &runner) {
        line.show("trial \($0)")
      }
      line.clear()
      if let place, let out {
        try place.folder.write(solution.reform(of: file, from: out), to: place.name)
        if !quiet { tell("wrote \(out)") }
      }
      let report = Report(of: solution)
      try takst.write(
        format == .json
          ? MachineWriter(Wording(shown.language)).json(report, version: Takst.version)
          : TextWriter(Wording(shown.language)).text(report))
    }
  }

  /// The place of a file that is written, before there is anything to write.
  private func place(of out: String) throws -> (folder: OutputFolder, name: String) {
    let (folder, name) = (
      (out as NSString).deletingLastPathComponent, (out as NSString).lastPathComponent
    )
    let place = try OutputFolder(folder.isEmpty ? "." : folder)
    try place.check(name)
    return (place, name)
  }
}
