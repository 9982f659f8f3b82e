import Diagnostics
package import Reports
package import Scenarios
import Statistics
import Units

/// Makes the tables of a finished sweep. Those that its design or its questions do not give are left
/// out.
package struct SweepTables {
  let results: SweepResults
  let stage: Table.Stage
  /// Found once, for the tables that show different sides of them.
  let answers: [Answer]
  let indices: (single: [Sensitivity.Index], pairs: [Sensitivity.Pair])

  /// - Parameters:
  ///   - results: The runs.
  ///   - names: The tables that will be made.
  package init(results: SweepResults, for names: [TableName]) {
    self.results = results
    answers =
      names.contains { [.answers, .conditions, .crossings].contains($0) } ? results.answers() : []
    indices =
      names.contains { [.sobolIndices, .sobolPairs].contains($0) } ? results.indices() : ([], [])
    stage = Table.Stage(rawValue: results.stage) ?? .immediate
  }

  package func tables(_ names: [TableName]) -> [Table] {
    names.compactMap { name in
      let table: Table? =
        switch name {
        case .factors: factors()
        case .sweepSummary: summary()
        case .sweepPoints: points()
        case .tornado: tornado()
        case .morris: morris()
        case .sobolIndices: sobolIndices()
        case .sobolPairs: sobolPairs()
        case .associations: associations()
        case .answers: questions()
        case .conditions: conditions()
        case .crossings: crossings()
        case .regret: regret()
        default: nil
        }
      return table.flatMap { table in
        // Sensitivities that are not there say why.
        table.rows.isEmpty && !(Self.sensitivities.contains(name) && isExplained(table))
          ? nil : table
      }
    }
  }

  /// What varied, how, and where that comes from.
  private func factors() -> Table {
    Table(
      .factors, stage: stage,
      columns: [.init("factor"), .init("spread"), .init("group"), .init("source")],
      rows: results.factors.map { factor in
        [
          .text(factor.path), .text(factor.spread), factor.group.map(Cell.text) ?? .empty,
          factor.source.map(Cell.text) ?? .term("not-stated"),
        ]
      })
  }

  /// Outcomes over all points.
  private func summary() -> Table {
    let rows = results.summaries().map { own -> [Cell] in
      let numbers = [
        own.summary.mean, own.error, own.seedError ?? .nan, own.summary.deviation,
        own.summary.minimum, own.summary.quantile(0.05), own.summary.quantile(0.5),
        own.summary.quantile(0.95), own.summary.maximum,
      ]
      return name(own.policy, own.outcome) + [.count(own.runs), .count(own.refused)]
        + numbers.map { value($0, of: own.outcome) }
    }
    return Table(
      .sweepSummary, stage: stage,
      columns: naming + [
        .init("runs", "runs"), .init("unanswered", "runs"), number("mean"), number("mean-error"),
        number("seed-error"), number("deviation"), number("minimum"), number("p5"),
        number("median"), number("p95"), number("maximum"),
      ], rows: rows,
      notes: [Phrase(results.isSample ? "note-sweep-sample" : "note-sweep-points")]
        + constantNotes(results.evidence(for: .points)) + balanceNotes)
  }

  /// The most points whose outcomes people want to read one by one.
  private static let fewPoints = 200

  /// Outcomes point by point, where they are few and chosen.
  private func points() -> Table? {
    guard !results.isSample, results.points.count <= Self.fewPoints else { return nil }
    let means = results.pointMeans()
    let rows = results.points.indices.flatMap { point in
      results.policies.indices.map { policy -> [Cell] in
        results.points[point].map { .text($0.text) } + [.text(results.policies[policy].name)]
          + results.outcomes.indices.map { value(means[policy][$0][point], of: $0) }
      }
    }
    return Table(
      .sweepPoints, stage: stage,
      columns: results.factors.map { .init($0.path) } + [.init("policy")]
        + results.outcomes.map { .init($0.name, unit(of: $0)) },
      rows: rows)
  }
}

extension SweepTables {
  /// The columns that say which policy and outcome a row is about.
  var naming: [Table.Column] { [.init("policy"), .init("outcome"), .init("unit")] }

  func number(_ name: String) -> Table.Column { .init(name, "of-outcome") }

  func name(_ policy: Int, _ outcome: Int) -> [Cell] {
    let own = results.outcomes[outcome]
    return [.text(results.policies[policy].name), .text(own.name), .text(unit(of: own))]
  }

  func unit(of outcome: SweepResults.Outcome) -> String {
    switch outcome.unit {
    case .money: results.currency
    case .share: "share"
    case .persons: "persons"
    case .contacts: "contacts"
    }
  }

  /// A number in the unit of an outcome; nothing for one that is none.
  func value(_ number: Double, of outcome: Int) -> Cell {
    guard number.isFinite else { return .empty }
    switch results.outcomes[outcome].unit {
    case .money: return .money(Money(ore: Ratio(nearest: number * 100, decimals: 0).rounded))
    case .share: return .number(Ratio(nearest: number, decimals: 6), decimals: 6)
    case .persons, .contacts: return .number(Ratio(nearest: number, decimals: 2), decimals: 2)
    }
  }

  /// A number without a unit.
  func plain(_ number: Double) -> Cell {
    number.isFinite ? .number(Ratio(nearest: number, decimals: 4), decimals: 4) : .empty
  }
}
