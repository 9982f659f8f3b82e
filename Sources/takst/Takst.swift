import ArgumentParser
import Diagnostics

@main
struct Takst: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "takst",
    abstract:
      "If the rules for paying general practice change, who pays what and who receives what?",
    discussion: """
      Examples:
        takst run Scenarios/norway/diplomat-list.yaml
        takst run Scenarios/norway/diplomat-list.yaml --format csv --out results
        takst compare Scenarios/norway/baseline-2023.yaml Scenarios/norway/base-share-50.yaml
        takst rates norway --on 2021-07-01
        takst check my-scenario.yaml

      Exit codes: 0 done, 1 refused, 2 the input is wrong, 64 usage, 130 interrupted.
      """,
    version: version,
    subcommands: [
      RunCommand.self, CompareCommand.self, SolveCommand.self, SweepCommand.self,
      AnalyseCommand.self, CalibrateCommand.self, CapacityCommand.self, ExplainCommand.self,
      CheckCommand.self, RatesCommand.self, SchemaCommand.self,
    ])

  static func main() {
    keepFreedMemory()
    do {
      try checkOpenFiles()
    } catch {
      tell(error.description)
      exit(withError: ExitCode(1))
    }
    main(nil)
  }

  /// The version of the program, in `--version` and in every JSON result.
  static let version = "0.1.0"
}
