import ArgumentParser
import Diagnostics
import Foundation
import Reports
import Scenarios
import Store
import Sweeps

struct AnalyseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyse",
    abstract: "Say what a finished sweep shows: how sure, what matters, when, and which reform.",
    discussion: """
      Which tables there are follows from the sweep's design and from what it asks. Questions can be
      asked of runs that are finished: change 'ask' in the sweep file, and run it with '--resume'; or
      ask here with '--when'.

      Examples:
        takst analyse results
        takst analyse results --when 'change.payer.municipality > 2500000'
        takst analyse results --table sobol-indices --format csv --out tables
      """)

  @Argument(help: "The folder of a finished sweep.", completion: .directory)
  var folder: String

  @Option(
    help: ArgumentHelp(
      "A question besides: an outcome, > or <, and a number; may be repeated.",
      valueName: "condition"))
  var when: [Condition] = []

  @OptionGroup var output: OutputOptions

  @Option(
    help: ArgumentHelp(
      "Only this table; may be repeated.", discussion: TableName.values, valueName: "id"),
    completion: TableName.completion, transform: TableName.named)
  var table: [TableName] = []

  @Option(help: "The language of text: en, nb or da.")
  var language = Language.english

  func run() throws {
    try reporting {
      let tables = try TableOptions.chosen(table, among: TableName.ofSweeps, by: "takst analyse")
      var results = try SweepResults(readingStoreIn: folder)
      if let refusal = try SweepStore.unanswered(in: folder) { throw refusal }
      let names = results.outcomes.map(\.name)
      for condition in when {
        let outcome = condition.question.outcome.value
        guard names.contains(outcome) else {
          throw Refusal(
            "the sweep has no outcome '\(outcome)'",
            help: nearName(to: outcome, among: names).map { "did you mean '\($0)'?" }
              ?? "there are \(names.joined(separator: ", "))")
        }
        results.questions.append(condition.question)
      }
      let report = Report(of: results, tables: tables)
      output.tell(table, missingFrom: report)
      try output.show(report, language)
    }
  }
}

/// A question on the command line: `payer.state > 1000000`.
struct Condition: ExpressibleByArgument {
  let question: SweepQuestion

  init?(argument: String) {
    guard
      let match = argument.wholeMatch(
        of: /\s*([A-Za-z0-9.-]+)\s*([<>])\s*(-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)\s*/),
      let number = Double(match.3), number.isFinite
    else { return nil }
    let name = String(match.1)
    question = SweepQuestion(
      name: argument, outcome: Located(name, written: name, at: TableOptions.position),
      asks: match.2 == ">" ? .above(number) : .below(number))
  }
}
