public import Analysis
public import Diagnostics
public import Documents
import Foundation
public import Scenarios

/// A question with ranges instead of numbers: which values vary, at which points, and what is kept of
/// every run.
public struct Sweep: Sendable {
  public let title: String
  /// The path as typed.
  public let path: String
  /// The file as written.
  public let document: Node
  /// The scenarios that are run at every point, the baseline first where it is one of them.
  public let policies: [Policy]
  /// What outcomes of reforms are compared with; `nil` where nothing is.
  public let baseline: ScenarioFile?
  public let factors: [Factor]
  public let correlations: [Correlation]
  public let design: Design
  /// How often each point is run, each time with another seed.
  public let replicates: Int
  /// What has happened when the outcomes are taken.
  public let stage: Stages.Stage
  public let outcomes: [Outcome]
  public let questions: [SweepQuestion]
  /// The seed of the design and of the first replicate; the others follow it.
  public let seed: UInt64
  /// Where the design stands.
  let designPosition: SourcePosition
  /// What is told of the sweep as it is written.
  private let written: [Notice]

  /// What its scenarios ask.
  var question: any Question.Type { policies[0].file.question }

  /// - Parameters:
  ///   - path: Where the file lies.
  ///   - questions: What its scenarios may ask.
  /// - Throws: ``Faults``, all that can be found before a run.
  public init(reading path: String, asking questions: [any Question.Type]) throws(Faults) {
    try self.init(Node(parsing: InputFile(reading: path)), at: path, asking: questions)
  }

  /// A sweep whose file has been read already.
  ///
  /// - Throws: ``Faults``, all that can be found before a run.
  public init(
    _ document: Node, at path: String, asking kinds: [any Question.Type]
  ) throws(Faults) {
    let (draft, told) = try Draft.grammar.readTelling(document)
    (title, self.path, self.document) = (draft.title, path, document)
    let files = try draft.policies(from: path, asking: kinds)
    (policies, baseline) = (files.policies, files.baseline)
    (design, replicates, designPosition) = (draft.design, draft.replicates, draft.designPosition)
    stage = try draft.stage(of: files.policies[0].file)
    // One the scenario does not take is told when the scenario is read.
    seed = files.policies[0].file.document["seed"]?.text.flatMap { UInt64($0) } ?? 1
    questions = draft.questions
    correlations = draft.correlations
    var reading = FactorReading(files: files.policies.map(\.file))
    factors = try reading.factors(of: draft, at: path)
    written = told + reading.notices
    outcomes = try draft.outcomes(for: files)
    try checkDesign()
    try checkCorrelations()
    try checkQuestions()
  }

  /// What a sound sweep says that nothing reads, or that is not what its author may expect. Nothing is
  /// run.
  public var notices: [Notice] { (written + designNotices).inOrder }
}

extension Sweep {
  /// Designs over GSL's Sobol sequence have so many dimensions at most.
  static let mostSobolFactors = 40
  public static let mostRuns = 50_000_000

  private func checkDesign() throws(Faults) {
    let position = designPosition
    var faults: [Diagnostic] = []
    switch design {
    case .grid(let steps):
      for factor in factors where factor.levels(steps) == nil {
        faults.append(
          Diagnostic(
            "'\(factor.path.text)' has no values for a grid", at: factor.path.position,
            help: "list them under 'any-of'; or write 'uniform', and under 'design' how many steps "
              + "('grid: 5')"))
      }
    case .sobol where factors.count > Self.mostSobolFactors:
      faults.append(tooMany(Self.mostSobolFactors, position))
    case .saltelli where factors.count > Self.mostSobolFactors / 2:
      faults.append(tooMany(Self.mostSobolFactors / 2, position))
    case .morris, .oneAtATime:
      for factor in factors where !factor.isBounded {
        faults.append(
          Diagnostic(
            "'\(factor.path.text)' has no ends, and the design runs them",
            at: factor.path.position, help: "add 'within: [low, high]'"))
      }
    default: break
    }
    guard faults.isEmpty else { throw Faults(faults) }
    let runs = try DesignPoints(of: self).count.multipliedReportingOverflow(
      by: replicates * policies.count)
    guard !runs.overflow, runs.partialValue <= Self.mostRuns else {
      throw Faults(
        "the sweep has more than \(Self.mostRuns) runs", at: position,
        help: "take fewer points, steps or replicates")
    }
  }

  private func tooMany(_ most: Int, _ position: SourcePosition) -> Diagnostic {
    Diagnostic(
      "the design takes \(counted(most, "factor")) at most, and \(factors.count) vary",
      at: position,
      help: "leave some out, or take 'latin-hypercube' or 'morris'")
  }

  private func checkCorrelations() throws(Faults) {
    guard let first = correlations.first else { return }
    switch design {
    case .latinHypercube, .sobol, .monteCarlo: break
    default:
      throw Faults(
        "a design of kind '\(design.name)' takes factors one by one, so they cannot correlate",
        at: first.position, help: "take latin-hypercube, sobol or monte-carlo")
    }
    let paths = factors.map(\.path.value)
    for path in correlations.flatMap(\.between) where !paths.contains(path.value) {
      throw Faults(
        "'\(path.text)' does not vary", at: path.position,
        help: nearName(to: path.value, among: paths).map { "did you mean '\($0)'?" }
          ?? "the factors are \(paths.joined(separator: ", "))")
    }
  }

  private func checkQuestions() throws(Faults) {
    let names = outcomes.map(\.name)
    let unknown = questions.map(\.outcome).filter { !names.contains($0.value) }
    guard !unknown.isEmpty else { return try checkChoices() }
    throw Faults(
      unknown.map { outcome in
        Diagnostic(
          "'\(outcome.text)' is not among the outcomes", at: outcome.position,
          help: nearName(to: outcome.value, among: names).map { "did you mean '\($0)'?" }
            ?? "add it under 'outcomes'")
      })
  }

  /// A question about the best of several needs several.
  private func checkChoices() throws(Faults) {
    let faults = questions.filter { $0.limit == nil && policies.count < 2 }.map { question in
      Diagnostic(
        "'\(question.name)' asks which reform is best, and the sweep has one scenario",
        at: question.outcome.position,
        help: "name others under 'reforms', or ask with 'above' or 'below'")
    }
    guard faults.isEmpty else { throw Faults(faults) }
  }

  /// Factors that are moved together, by their places; the others each alone. In the order of the file.
  public var groups: [(name: String, members: [Int])] {
    Self.groups(factors.map { ($0.path.value, $0.group) })
  }

  static func groups(
    _ factors: [(path: String, group: String?)]
  ) -> [(name: String, members: [Int])] {
    var groups: [(name: String, members: [Int])] = []
    for (place, factor) in factors.enumerated() {
      if let group = factor.group, let known = groups.firstIndex(where: { $0.name == group }) {
        groups[known].members.append(place)
      } else {
        groups.append((factor.group ?? factor.path, [place]))
      }
    }
    return groups
  }
}
