import Analysis
import ArgumentParser
import Diagnostics
import Documents
import Foundation
import Reports
import Scenarios
import Units

struct CalibrateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate",
    abstract: "Fit the free numbers of a national scenario to the year's accounts.",
    discussion: """
      What is free stands under 'calibration' in the scenario. The fitted numbers are written as a
      reform of it, which takst run takes.

      Examples:
        takst calibrate Scenarios/norway/baseline-2023.yaml --out fitted-2023.yaml
        takst run fitted-2023.yaml --table validation
      """)

  @Argument(help: "A national scenario.", completion: .file(extensions: ["yaml", "yml"]))
  var file: String

  @Option(help: ArgumentHelp("The file to write.", valueName: "file"), completion: .file())
  var out: String

  @OptionGroup var work: WorkOptions

  @Option(help: "The language of text: en, nb or da.")
  var language = Language.english

  @Flag(help: "Say nothing on standard error unless something is wrong.")
  var quiet = false

  func run() throws {
    try reporting {
      let scenario = try ScenarioFile(reading: file, asking: Questions.all)
      guard scenario.asks(NationalScenario.self) else {
        throw Faults(
          "'\(file)' is not a national scenario",
          at: SourcePosition(file: file, line: 1, column: 1),
          help: "give a scenario with 'year', 'population' and 'calibration'")
      }
      let place = try OutputFolder((out as NSString).deletingLastPathComponent.orHere)
      try place.check((out as NSString).lastPathComponent)
      let line = StatusLine(isQuiet: quiet)
      let calibration = try Calibration(of: scenario, workers: work.make(isQuiet: true)) {
        line.show("trial \($0): the worst line is \(percent($1)) off")
      }
      line.clear()
      let text = calibration.reform(
        of: try scenario.nationalScenario().title, at: file, from: out)
      try place.write(text, to: (out as NSString).lastPathComponent)
      try write(TextWriter(Wording(language)).text(Report(of: calibration)))
      for row in calibration.missed {
        tell(
          "'\(row.line.rawValue)' is not met: \(percent(row.difference.double)) off with "
            + "'\(row.path)' at \(row.fitted)")
      }
      if !quiet { tell("wrote \(out)") }
    }
  }

  private func percent(_ share: Double) -> String {
    String(format: "%.2f %%", share * 100)
  }
}

extension String {
  /// The current folder for a name without one.
  fileprivate var orHere: String { isEmpty ? "." : self }
}
