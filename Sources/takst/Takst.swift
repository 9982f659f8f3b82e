import ArgumentParser
import Diagnostics
import Foundation

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

      Exit codes: 0 done, 1 refused, 2 the input is wrong, 64 usage, 130 interrupted, 143 terminated.
      """,
    version: version,
    subcommands: [
      RunCommand.self, CompareCommand.self, SolveCommand.self, SweepCommand.self,
      AnalyseCommand.self, OutcomesCommand.self, CalibrateCommand.self, CapacityCommand.self,
      ExplainCommand.self,
      CheckCommand.self, RatesCommand.self, SchemaCommand.self,
    ])

  static func main() {
    Ending.keepOutputs()
    Ending.ignoreBrokenPipes()
    keepFreedMemory()
    onOwnStack {
      do {
        try reporting { try checkOpenFiles() }
        var command = try parseAsRoot()
        try command.run()
      } catch {
        // What was typed is quoted, and a terminal would obey what it holds.
        let (code, text) = (exitCode(for: error), fullMessage(for: error))
        if code.isSuccess { exit(withError: shown(text)) }
        if !text.isEmpty { tell(text) }
        exit(withError: code)
      }
    }
  }

  /// Runs the program on a stack of its own size: scenarios and years are large values, and the stack a
  /// shell gives may be a few hundred kB.
  private static func onOwnStack(_ work: @escaping @Sendable () -> Void) {
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
      work()
      done.signal()
    }
    thread.stackSize = 64 << 20
    thread.start()
    done.wait()
  }

  /// Help or the version on standard output.
  ///
  /// - Parameter text: What is shown.
  /// - Returns: What is wrong when it cannot be; otherwise nothing.
  private static func shown(_ text: String) -> (any Error)? {
    do {
      try reporting { try write(text + "\n") }
      return nil
    } catch {
      return error
    }
  }

  /// The version of the program, in `--version` and in every JSON result.
  static let version = "0.1.0"
}
