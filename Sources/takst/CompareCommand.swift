import Analysis
public import ArgumentParser
import Capacity
import Diagnostics
import Documents
import Foundation
import Reports
public import Scenarios
import Simulation

struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Run reforms beside a baseline: who pays, who gains, who loses.",
    discussion: """
      A reform file states only what differs. It is carried over to the baseline named first, whatever
      its own 'base' says. What its 'solve' asks for is found before the years are compared.

      Examples:
        takst compare Scenarios/norway/baseline-2023.yaml Scenarios/norway/base-share-50.yaml
        takst compare baseline-2023.yaml delegation.yaml control-regime.yaml --package
        takst compare baseline-2023.yaml delegation.yaml --table winners-losers --table deciles
        takst compare baseline-2023.yaml base-share-50.yaml --format csv --out results
        takst compare Scenarios/denmark/capacity-plan.yaml Scenarios/denmark/more-base-fee.yaml
      """)

  @Argument(
    help: "The baseline: a national scenario, or a plan of capacities.",
    completion: .file(extensions: ["yaml"]))
  var baseline: String

  @Argument(help: "Reform files.", completion: .file(extensions: ["yaml", "yml"]))
  var reforms: [String]

  @Flag(help: "Run them together as well, and show each part, their interaction and the total.")
  var package = false

  @Flag(help: "Run every subset of the package, and share the interaction out fairly (Shapley).")
  var shapley = false

  @Option(help: "How patients and practices answer: none, elasticities or optimising.")
  var behaviour: BehaviourSetting.Theory?

  @OptionGroup var output: OutputOptions
  @OptionGroup var work: WorkOptions
  @OptionGroup var shown: TableOptions

  func validate() throws {
    guard (package || shapley) == false || reforms.count > 1 else {
      throw ValidationError("'--package' and '--shapley' are for two or more reforms.")
    }
  }

  func run() throws {
    try reporting {
      let base = try shown.seeded(ScenarioFile(reading: baseline, asking: Questions.all)).answering(
        behaviour)
      if base.asks(CapacityScenario.self) { return try comparePlans(base) }
      guard base.asks(NationalScenario.self) else {
        throw Faults(
          "'\(baseline)' is not a national scenario", at: base.document.position,
          help: "give a scenario with 'year' and 'population' first, and reforms of it after it")
      }
      let tables = try chosenTables()
      _ = try ScenarioFile.names(ofReformsAt: reforms)
      let files = try files(with: base)
      try ScenarioFile.check(files)
      let notices = try tellNotices(of: files)
      let line = StatusLine(isQuiet: output.quiet)
      let comparison = try ReformComparison(
        of: base, with: reforms, together: shapley ? .shapley : package ? .steps : .no,
        workers: work.make(isQuiet: true)
      ) { line.show($0) }
      line.clear()
      if !output.quiet { for sentence in comparison.unmoved(after: notices) { tell(sentence) } }
      var report = try Report(of: comparison, tables: tables)
      output.tell(shown.table, missingFrom: report)
      report.notices = notices
      try output.show(report, shown.language)
    }
  }

  private func comparePlans(_ base: ScenarioFile) throws {
    guard !package, !shapley, behaviour == nil else {
      throw Refusal(
        "plans of capacities are compared one by one, without behaviour",
        help: "leave '--package', '--shapley' and '--behaviour' out")
    }
    let known = try TableOptions.chosen(
      shown.table, among: TableName.ofCapacityReforms, by: "takst compare")
    let notices = try tellNotices(of: files(with: base))
    let line = StatusLine(isQuiet: output.quiet)
    let comparison = try CapacityComparison(of: base, with: reforms) { line.show($0) }
    line.clear()
    let long: [TableName] = output.format == .text ? [.changes] : []
    let names = shown.table.isEmpty ? known.filter { !long.contains($0) } : known
    var report = Report(of: comparison, tables: names)
    output.tell(shown.table, missingFrom: report)
    report.notices = notices
    try output.show(report, shown.language)
  }

  /// The baseline and each reform of it.
  private func files(with base: ScenarioFile) throws(Faults) -> [ScenarioFile] {
    var files = [base]
    for path in reforms { files.append(try base.reformed(byFileAt: path)) }
    return files
  }

  private func tellNotices(of files: [ScenarioFile]) throws -> [Notice] {
    let notices = try files.flatMap { try $0.notices() }.inOrder
    output.tell(notices)
    return notices
  }

  /// Tables of thousands of rows are for programs, unless asked for by name.
  private func chosenTables() throws -> [TableName] {
    let known = try TableOptions.chosen(
      shown.table, among: TableName.ofReforms, by: "takst compare")
    guard shown.table.isEmpty else { return known }
    let long: [TableName] = [.differences, .byMunicipalityGroup, .byListLength, .changes]
    return known.filter { output.format != .text || !long.contains($0) }
  }
}

extension BehaviourSetting.Theory: ExpressibleByArgument {}

extension ScenarioFile {
  /// The file with the theory of the command line.
  func answering(_ theory: BehaviourSetting.Theory?) throws -> ScenarioFile {
    guard let theory else { return self }
    return try changing(
      "behaviour.theory",
      to: Node(.scalar(theory.rawValue, isQuoted: false), at: TableOptions.position))
  }
}
