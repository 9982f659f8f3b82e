import Diagnostics
import Reports
import Scenarios

extension SweepTables {
  /// Tables of what factors do to outcomes, which say what does not enter them.
  static let sensitivities: Set<TableName> = [
    .tornado, .morris, .sobolIndices, .sobolPairs, .associations,
  ]

  /// Whether a table without rows says why it has none.
  func isExplained(_ table: Table) -> Bool {
    table.notes.contains { ["note-constant", "note-too-few"].contains($0.key) }
  }

  /// Which runs have no answer and what is left out for them; which outcomes nothing moves.
  func notes(on method: Evidence.Method) -> [Phrase] {
    let evidence = results.evidence(for: method)
    let tooFew = evidence.filter { $0.unanswered > 0 && $0.used < method.fewest }
    return missingNotes(evidence, method)
      + outcomes(of: tooFew).map { Phrase("note-too-few", ["of": .phrase($0)]) }
      + constantNotes(evidence)
  }

  /// What has no answer of the outcomes that are asked about.
  var questionNotes: [Phrase] {
    let asked = Set(
      results.questions.filter { $0.limit != nil }.map(\.outcome.value))
    return missingNotes(
      results.evidence(for: .points).filter { asked.contains(results.outcomes[$0.outcome].name) },
      .points)
  }

  func constantNotes(_ evidence: [Evidence]) -> [Phrase] {
    outcomes(of: evidence.filter { $0.isConstant && $0.used > 0 }).map {
      Phrase("note-constant", ["of": .phrase($0)])
    }
  }

  /// A number of points that a Sobol sequence does not fill evenly.
  var balanceNotes: [Phrase] {
    guard let points = results.design.unbalanced else { return [] }
    return [
      Phrase(
        "note-no-power-of-two",
        [
          "points": .count(points.asked), "below": .count(points.below),
          "above": .count(points.above),
        ])
    ]
  }

  private func missingNotes(_ evidence: [Evidence], _ method: Evidence.Method) -> [Phrase] {
    // Outcomes that lack the same are told together.
    var told: [[Int]] = []
    return evidence.filter { $0.unanswered > 0 }.compactMap { own -> Phrase? in
      let numbers = [own.policy, own.unanswered, own.used]
      guard !told.contains(numbers) else { return nil }
      told.append(numbers)
      let alike = evidence.filter { [$0.policy, $0.unanswered, $0.used] == numbers }
      let gaps: [String: Cell] = [
        "of": .phrase(outcomes(of: alike)[0]), "unanswered": .count(own.unanswered),
        "runs": .count(own.runs), "used": .count(own.used), "cases": .count(own.cases),
      ]
      return switch method {
      case .swings: Phrase("note-missing-swings", gaps)
      case .walks: Phrase("note-missing-walks", gaps)
      case .blocks: Phrase("note-missing-blocks", gaps)
      case .draws, .points: Phrase("note-missing-points", gaps)
      }
    }
  }

  /// A policy with its outcomes, in words; one for each policy.
  private func outcomes(of evidence: [Evidence]) -> [Phrase] {
    results.policies.indices.compactMap { policy in
      let own = evidence.filter { $0.policy == policy }
      guard !own.isEmpty else { return nil }
      let names = own.map { results.outcomes[$0.outcome].name }
      return Phrase(
        "evidence-of",
        [
          "policy": .text(results.policies[policy].name),
          "outcomes": .text(names.joined(separator: ", ")),
        ])
    }
  }
}
