import Analysis
import ArgumentParser
import Capacity
import Diagnostics
import Documents
import RateBooks
import Scenarios
import Sweeps

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Find every fault of scenario, reform, sweep and rate book files; nothing is run.",
    discussion: """
      Example:
        takst check Scenarios/norway/*.yaml
      """)

  @Argument(help: "The files.", completion: .file(extensions: ["yaml", "yml"]))
  var files: [String]

  func run() throws {
    var worst: ExitCode?
    for file in files {
      do {
        try write("\(file): \(Self.check(file))\n")
      } catch let faults as Faults {
        tell(faults.description)
        worst = ExitCode(2)
      } catch let refusal as Refusal {
        tell("\(file): \(refusal)")
        worst = worst ?? ExitCode(1)
      }
    }
    if let worst { throw worst }
  }

  /// What a sound file is.
  private static func check(_ path: String) throws -> String {
    let document = try Node(parsing: InputFile(reading: path))
    if document["rate-book"] != nil {
      _ = try RateBook.grammar.read(document)
      return "a sound rate book"
    }
    if document["sweep"] != nil {
      _ = try Sweep(document, at: path)
      return "a sound sweep"
    }
    let file = try ScenarioFile(document, at: path)
    if file.isModels {
      _ = try ModelComparison(of: file)
    } else if file.isCapacityPlan {
      _ = try PlanInputs(of: file.capacityScenario(), in: file)
    } else if file.isNational {
      _ = try file.nation(of: file.nationalScenario())
    } else {
      _ = try file.lists(of: file.scenario())
    }
    return document["reform"] == nil ? "a sound scenario" : "a sound reform"
  }
}
