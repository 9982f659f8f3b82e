public import ArgumentParser
import Diagnostics
import Foundation
import Ledger
import Simulation
import Store
public import Sweeps
import Work

struct SweepCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep",
    abstract: "Run a scenario at many points: ranges instead of numbers.",
    discussion: """
      A sweep file names a scenario, what varies and how, and which outcomes are kept. The folder gets a
      SQLite store and, for other programs, experiments.csv, outcomes.csv and codebook.csv.

      Examples:
        takst sweep Scenarios/norway/sweeps/base-share.yaml --out results
        takst sweep base-share.yaml --out results --resume
        takst sweep base-share.yaml --shard 3/16 --out shards
        takst sweep merge shards --out results
        takst analyse results
      """,
    subcommands: [SweepRunCommand.self, SweepMergeCommand.self],
    defaultSubcommand: SweepRunCommand.self)
}

struct SweepRunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run a sweep, or go on with it.",
    discussion: """
      What is finished is kept: after Ctrl-C, a full disk or a killed process '--resume' goes on, and ends
      with the same bytes.

      Example:
        takst sweep Scenarios/norway/sweeps/base-share.yaml --out results
      """)

  @Argument(help: "A sweep file.", completion: .file(extensions: ["yaml", "yml"]))
  var file: String

  @Option(
    help: ArgumentHelp("The folder for the results.", valueName: "dir"), completion: .directory)
  var out: String

  @Option(help: ArgumentHelp("Only this part of the points, for example 3/16.", valueName: "k/n"))
  var shard = Shard.whole

  @Flag(help: "Go on where it was left, if it was begun.")
  var resume = false

  @OptionGroup var work: WorkOptions

  @Flag(help: "Say nothing on standard error unless something is wrong.")
  var quiet = false

  func run() throws {
    try reporting(interrupted: "interrupted; what was finished is kept, and '--resume' goes on") {
      let sweep = try Sweep(reading: file, asking: Questions.all)
      try sweep.checkPolicies()
      if !quiet { for notice in sweep.notices { tell(notice.description) } }
      let workers = work.make(isQuiet: true)
      let store = try SweepStore(
        in: out, for: sweep, shard: shard,
        by: SweepStore.Origin(version: Takst.version, workers: workers.count), resuming: resume)
      let line = SweepLine(isQuiet: quiet)
      let execution = SweepExecution(sweep, shard: shard, workers: workers)
      do {
        try execution.run(skipping: store.done, progress: line.show, finished: store.add)
        try store.flush()
      } catch {
        line.clear()
        // What made it stop is told, not what then went wrong with what was left.
        try? store.flush()
        throw error
      }
      line.clear()
      let (runs, refused) = try store.finish()
      let files = shard == .whole ? try store.writeResults() : []
      if refused > 0 {
        tell(
          "\(refused) of \(counted(runs, "run")) \(refused == 1 ? "has" : "have") no answer; "
            + "'refused' in the tables says why")
      }
      if !quiet {
        tell(
          shard == .whole
            ? "\(counted(runs, "run")); wrote \(files.joined(separator: ", ")) in \(out)"
            : "\(counted(runs, "run")) of shard \(shard) \(runs == 1 ? "is" : "are") in \(out); "
              + "when all are, 'takst sweep merge'")
      }
      // Of a shard this may be so and of the whole sweep not.
      if shard == .whole, let refusal = try store.unanswered() { throw refusal }
    }
  }
}

struct SweepMergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Put the shards of a sweep together.",
    discussion: """
      Examples:
        takst sweep merge shards --out results
        takst sweep merge node-1 node-2 --out results
      """)

  @Argument(help: "Folders with shards.", completion: .directory)
  var folders: [String]

  @Option(
    help: ArgumentHelp("The folder for the results.", valueName: "dir"), completion: .directory)
  var out: String

  @Flag(help: "Say nothing on standard error unless something is wrong.")
  var quiet = false

  func run() throws {
    try reporting {
      let files = try SweepMerge(of: folders).write(into: out)
      if !quiet { tell("wrote \(files.joined(separator: ", ")) in \(out)") }
      if let refusal = try SweepStore.unanswered(in: out) { throw refusal }
    }
  }
}

extension Shard: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}
