import ArgumentParser
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
      A file may be sound and yet say what nothing reads: a fee no contact claims, a change that begins
      after the year, a value equal to the baseline's. That is noted with its line; with '--strict' it
      counts as a fault.

      Examples:
        takst check Scenarios/norway/*.yaml
        takst check my-reform.yaml --strict
      """)

  @Argument(help: "The files.", completion: .file(extensions: ["yaml", "yml"]))
  var files: [String]

  @Flag(help: "Exit with 2 when a sound file says what nothing reads.")
  var strict = false

  func run() throws {
    var worst: ExitCode?
    for file in files {
      let (sound, notices): (String, [Notice])
      do {
        (sound, notices) = try Self.check(file)
      } catch let faults as Faults {
        tell(faults.description)
        worst = ExitCode(2)
        continue
      } catch let refusal as Refusal {
        tell("\(file.withSymbols()): \(refusal)")
        worst = worst ?? ExitCode(1)
        continue
      }
      try reporting {
        try write("\(file.withSymbols()): \(sound)\(notices.isEmpty ? "" : ", but:")\n")
        for notice in notices { try write("\(notice)\n") }
      }
      if strict, !notices.isEmpty { worst = ExitCode(2) }
    }
    if let worst { throw worst }
  }

  /// What a sound file is, and what is to be told of it.
  static func check(_ path: String) throws -> (String, [Notice]) {
    let document = try Node(parsing: InputFile(reading: path))
    if document["rate-book"] != nil {
      return ("a sound rate book", try RateBook.grammar.readTelling(document).notices)
    }
    if document["sweep"] != nil {
      let sweep = try Sweep(document, at: path, asking: Questions.all)
      try sweep.checkPolicies()
      return ("a sound sweep", (sweep.notices + (try sweep.trials())).inOrder)
    }
    let file = try ScenarioFile(document, at: path, asking: Questions.all)
    try file.check()
    let sound = document["reform"] == nil ? "a sound scenario" : "a sound reform"
    return (sound, try file.notices())
  }
}
