public import Diagnostics
import Documents
import Statistics

/// The runs of a finished sweep, as columns.
public struct SweepResults: Sendable {
  public var title: String
  public var currency: String
  /// The calendar year of the scenario, or of its first month.
  public var year: Int
  /// The year, or the first and the last month.
  public var period: String
  public var seed: UInt64
  /// A word of ``Analysis/Stages/Stage``.
  public var stage: String
  public var replicates: Int
  public var design: Design
  public var questions: [SweepQuestion]
  public var factors: [Factor]
  public var policies: [Policy]
  public var outcomes: [Outcome]
  /// By point, then by factor.
  public var points: [[FactorValue]]
  /// By policy, outcome, and run of the policy (point × replicates + replicate); not a number where the
  /// run has no answer.
  public var values: [[[Double]]]

  public struct Factor: Sendable {
    public var path: String
    /// In words, for example `uniform 0.2…1`.
    public var spread: String
    public var group: String?
    public var source: String?

    public init(path: String, spread: String, group: String?, source: String?) {
      (self.path, self.spread, self.group, self.source) = (path, spread, group, source)
    }
  }

  public struct Policy: Sendable {
    public var name: String
    public var title: String
    public var isBaseline: Bool

    public init(name: String, title: String, isBaseline: Bool) {
      (self.name, self.title, self.isBaseline) = (name, title, isBaseline)
    }
  }

  public struct Outcome: Sendable {
    public var name: String
    public var unit: Sweeps.Outcome.Unit

    public init(name: String, unit: Sweeps.Outcome.Unit) { (self.name, self.unit) = (name, unit) }
  }

  public init(
    title: String, currency: String, year: Int, period: String, seed: UInt64, stage: String,
    replicates: Int, design: Design, questions: [SweepQuestion], factors: [Factor],
    policies: [Policy], outcomes: [Outcome], points: [[FactorValue]], values: [[[Double]]]
  ) {
    (self.title, self.currency, self.year, self.period) = (title, currency, year, period)
    (self.seed, self.stage, self.replicates) = (seed, stage, replicates)
    (self.design, self.questions) = (design, questions)
    (self.factors, self.policies, self.outcomes) = (factors, policies, outcomes)
    (self.points, self.values) = (points, values)
  }
}

extension SweepResults {
  /// The design and the questions of a sweep file, which need no other file.
  ///
  /// - Parameters:
  ///   - text: The file's text.
  ///   - path: Its path, for messages.
  /// - Throws: ``Faults`` when it is no sweep.
  /// - Returns: Both.
  public static func asked(
    in text: String, at path: String
  ) throws(Faults) -> (design: Design, questions: [SweepQuestion]) {
    let draft = try Sweep.Draft.grammar.read(Node(parsing: InputFile(path: path, text: text)))
    return (draft.design, draft.questions)
  }

  /// What a policy came to at each point, on average over the replicates; not a number where one of them
  /// has no answer.
  func means(_ policy: Int, _ outcome: Int) -> [Double] {
    let values = values[policy][outcome]
    guard replicates > 1 else { return values }
    return points.indices.map { point in
      values[point * replicates..<(point + 1) * replicates].reduce(0, +) / Double(replicates)
    }
  }

  /// What each policy came to at each point, on average over the replicates: by policy, outcome and
  /// point.
  public func pointMeans() -> [[[Double]]] {
    policies.indices.map { policy in outcomes.indices.map { means(policy, $0) } }
  }

  /// The points that are draws of the factors' spreads, each as likely as the others. A grid, walks and
  /// ends of intervals are not; of Saltelli's blocks the first and the last point are.
  var draws: [Int] {
    switch design {
    case .saltelli(_, let hasPairs):
      let length = blockLength(hasPairs: hasPairs)
      return points.indices.filter { [0, length - 1].contains($0 % length) }
    default: return Array(points.indices)
    }
  }

  /// Whether points are draws of the factors' spreads.
  public var isSample: Bool {
    switch design {
    case .latinHypercube, .sobol, .monteCarlo, .saltelli: true
    case .grid, .table, .oneAtATime, .morris: false
    }
  }

  /// Factors that are moved together, by their places.
  var groups: [(name: String, members: [Int])] {
    Sweep.groups(factors.map { ($0.path, $0.group) })
  }

  func blockLength(hasPairs: Bool) -> Int {
    (hasPairs ? 2 : 1) * groups.count + 2
  }

  /// The factors that are numbers everywhere.
  var numericFactors: [Int] {
    factors.indices.filter { factor in points.allSatisfy { $0[factor].number != nil } }
  }
}
