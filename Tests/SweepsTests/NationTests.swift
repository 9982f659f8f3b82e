import Analysis
import Diagnostics
import Documents
import ScenarioSupport
import Scenarios
import Simulation
import SweepSupport
import TestSupport
import Testing
import Units
import Work

@testable import Sweeps

/// Sweeps over a nation of few persons: contacts that are drawn once, and contacts drawn at each point.
@Suite("Sweeps over years of a nation")
struct NationTests {
  private let folder: SweepFolder
  private static let norway = Repository.path("Scenarios/norway")
  private static let outcomes =
    "payer.state, total, base-share, change.payer.state, change.payer.patient, change.total"

  /// What decides no contact: a rate of the law, a cap, and a goal.
  private static let prices = """
    law-gaps.patient-adjusted-base-grant.amount: { interval: pert }
    controls.daily-cap.most: { any-of: [1, 2] }
    solve.base-share.is: { uniform: [0.3, 0.7] }
    """
  private static let priced =
    "reforms: [\(norway)/control-regime.yaml, \(norway)/base-share-50.yaml]"

  /// What decides contacts: in the baseline, and in the reform alone.
  private static let contacts = """
    contacts.same-day-share: { interval: uniform }
    staff.delegation-nurse.share: { interval: uniform }
    """
  private static let drawn = "reforms: [\(norway)/delegation.yaml]"

  init() throws { folder = try SweepFolder() }

  /// What each policy comes to when its scenario is written out with the values of a point.
  private func alone(_ sweep: Sweep, _ point: Recorded) throws -> [[Double]] {
    func changed(_ name: String, base: String, of file: ScenarioFile) throws -> String {
      let own = zip(sweep.factors, point.values).filter { factor, _ in
        file.document.value(at: factor.path.value) != nil
      }
      let changes = own.map { factor, value in
        let isEstimate = file.document.value(at: "\(factor.path.value).central") != nil
        return "  \(factor.path.value)\(isEstimate ? ".central" : ""): \(value.text)\n"
      }
      return try folder.file(
        name,
        "reform: Alone\nbase: \(base)\nchange:\n  scenario: Alone\n" + changes.joined())
    }
    let baseline = try ScenarioFile(
      reading: changed("base.yaml", base: "nation.yaml", of: sweep.policies[0].file))
    let reforms = try sweep.policies.dropFirst().map { policy in
      let path = "\(Self.norway)/\(policy.name).yaml"
      return try changed("\(policy.name)-alone.yaml", base: path, of: policy.file)
    }
    let comparison = try ReformComparison(of: baseline, with: reforms, workers: Workers(2))
    let types = comparison.baseline.scenario.contacts.types.map(\.name)
    return try ([comparison.baseline] + comparison.alternatives.map(\.run)).map { run in
      try sweep.outcomes.map { outcome in
        let isChange = outcome.name.hasPrefix("change.")
        let name = isChange ? String(outcome.name.dropFirst("change.".count)) : outcome.name
        let measure = try #require(Measure(name, types: types))
        let before = comparison.baseline
        let value = measure.value(in: run, against: before)
        let change = isChange ? value - measure.value(in: before, against: before) : value
        return try #require(Double(change.decimal(upTo: 9)))
      }
    }
  }

  @Test("pricing again equals running afresh, to the øre, where no factor decides a contact")
  func repriced() throws {
    let sweep = try folder.sweep(
      "{ sobol: 3 }", vary: Self.prices, base: "nation.yaml", outcomes: Self.outcomes,
      more: Self.priced)
    let points = try sweep.recorded()
    #expect(Set(points.map { $0.rows[2].outcomes[2] }).count == 3)
    for point in points { #expect(try point.rows.map(\.outcomes) == alone(sweep, point)) }
  }

  @Test("so does drawing again, where factors decide contacts in the baseline and in the reform")
  func drawnAgain() throws {
    let sweep = try folder.sweep(
      "{ sobol: 2 }", vary: Self.contacts, base: "nation.yaml", outcomes: Self.outcomes,
      more: Self.drawn)
    let points = try sweep.recorded()
    #expect(Set(points.map { $0.rows[1].outcomes[0] }).count == 2)
    for point in points { #expect(try point.rows.map(\.outcomes) == alone(sweep, point)) }
  }

  @Test("the baseline never changes, at any point")
  func baseline() throws {
    let sweep = try folder.sweep(
      "{ monte-carlo: 5 }", vary: Self.prices, base: "nation.yaml", outcomes: Self.outcomes,
      more: Self.priced + "\nreplicates: 2")
    #expect(sweep.policies.map(\.isBaseline) == [true, false, false])
    #expect(sweep.policies.map(\.name) == ["nation", "control-regime", "base-share-50"])
    for point in try sweep.recorded() {
      #expect(point.rows[0].outcomes.suffix(3) == [0, 0, 0])
      #expect(point.rows.dropFirst().allSatisfy { $0.outcomes.suffix(3) != [0, 0, 0] })
    }
  }

  @Test("neither workers nor shards change a row")
  func independence() throws {
    for (vary, more) in [
      (Self.prices, Self.priced + "\nreplicates: 2"), (Self.contacts, Self.drawn),
    ] {
      let sweep = try folder.sweep(
        "{ sobol: 2 }", vary: vary, base: "nation.yaml", outcomes: Self.outcomes, more: more)
      let whole = try sweep.recorded(workers: 1)
      #expect(whole.allSatisfy { $0.rows.allSatisfy { $0.refused == nil } })
      #expect(try sweep.recorded(workers: 7) == whole)
      let parts = try (1...2).flatMap {
        try sweep.recorded(shard: Shard(number: $0, of: 2), workers: 3)
      }
      #expect(parts.sorted() == whole)
    }
  }

  @Test("behaviour moves what the stage is asked for, and nothing where it has no theory")
  func stages() throws {
    func rows(_ stage: String) throws -> [FinishedPoint.Row] {
      try folder.sweep(
        "grid", vary: "behaviour.theory: { any-of: [none, elasticities] }", base: "nation.yaml",
        outcomes: "total", more: "reforms: [\(Self.norway)/base-share-50.yaml]\nstage: \(stage)"
      ).recorded().map(\.rows[1])
    }
    let (before, after) = (try rows("immediate"), try rows("after-behaviour"))
    #expect(before[0] == before[1] && before[0] == after[0])
    #expect(after[1] != after[0] && after[1].refused == nil)
  }

  @Test("a goal nobody can reach is told in the reform's row, and the baseline keeps its own")
  func unattainable() throws {
    let sweep = try folder.sweep(
      "grid", vary: "solve.base-share.is: { any-of: [0.05, 0.5] }", base: "nation.yaml",
      outcomes: "base-share", more: "reforms: [\(Self.norway)/base-share-50.yaml]")
    let points = try sweep.recorded()
    #expect(points[0].rows[0] == points[1].rows[0] && points[0].rows[0].refused == nil)
    let why = try #require(points[0].rows[1].refused)
    #expect(
      why.contains(
        "'base-share' cannot be reached: no 'adjustments.base-up.factor' in 0.5…4 brings"))
    #expect(points[0].rows[1].outcomes == [nil])
    let share = try #require(points[1].rows[1].outcomes[0])
    #expect(abs(share - 0.5) < 1e-3)
  }

  @Test("a reform as the base gives the rows it has beside its baseline")
  func reformAsBase() throws {
    let text = try Repository.text("Scenarios/norway/delegation.yaml")
    try folder.file(
      "delegation.yaml", text.replacing("base: baseline-2023.yaml", with: "base: nation.yaml"))
    let beside = try folder.sweep(
      "{ sobol: 2 }", vary: "staff.delegation-nurse.factor: { interval: uniform }",
      base: "nation.yaml", outcomes: Self.outcomes, more: "reforms: [delegation.yaml]")
    let alone = try folder.sweep(
      "{ sobol: 2 }", vary: "staff.delegation-nurse.factor: { interval: uniform }",
      base: "delegation.yaml", outcomes: Self.outcomes, as: "alone.yaml")
    #expect(alone.policies.map(\.isBaseline) == [false])
    #expect(try alone.recorded().map(\.rows[0]) == beside.recorded().map(\.rows[1]))
  }

  @Test("reforms of one package are run together, under both their names")
  func package() throws {
    let sweep = try folder.sweep(
      "{ sobol: 1 }", vary: "controls.daily-cap.most: { any-of: [1] }", base: "nation.yaml",
      outcomes: "payer.state",
      more: """
        reforms:
          - [\(Self.norway)/delegation.yaml, \(Self.norway)/control-regime.yaml]
          - \(Self.norway)/delegation.yaml
        """)
    #expect(sweep.policies.map(\.name) == ["nation", "delegation + control-regime", "delegation"])
    let states = try sweep.recorded()[0].rows.compactMap(\.outcomes[0])
    #expect(Set(states).count == 3)
  }
}
