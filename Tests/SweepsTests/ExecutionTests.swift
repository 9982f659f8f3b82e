import Analysis
import Arrivals
import Diagnostics
import Documents
import ScenarioSupport
import Scenarios
import SweepSupport
import TestSupport
import Testing
import Units
import Work

@testable import Sweeps

@Suite("Running sweeps")
struct ExecutionTests {
  private let folder: SweepFolder

  init() throws { folder = try SweepFolder() }

  /// Designs of every kind, few points each.
  private static let designs = [
    "grid", "{ latin-hypercube: 9 }", "{ sobol: 9 }", "{ monte-carlo: 9 }", "one-at-a-time",
    "{ morris: { trajectories: 3 } }", "{ saltelli: { points: 2, pairs: true } }",
  ]

  private static let vary = """
    placement: { any-of: [free-places, shortest-first, patients-choice] }
    law-at: { any-of: [2020-06-01, 2021-05-01] }
    arrivals.diplomats.family-size: { any-of: [1, 3] }
    """

  @Test("the rows are the same for any number of workers and for all shards put together")
  func independence() throws {
    for design in Self.designs {
      let sweep = try folder.sweep(design, vary: Self.vary, more: "replicates: 2")
      let whole = try sweep.recorded(workers: 1)
      #expect(
        try whole.count == SweepExecution.points(of: sweep) * 2 && Set(whole).count == whole.count)
      for workers in [2, 3, 7] {
        #expect(try sweep.recorded(workers: workers) == whole, "\(design) \(workers)")
      }
      for count in 1...5 {
        let parts = try (1...count).map {
          try sweep.recorded(shard: Shard(number: $0, of: count))
        }
        #expect(parts.joined().sorted() == whole, "\(design) \(count)")
        #expect(
          zip(parts, 1...count).allSatisfy { part, number in
            part.count == 2 * Shard(number: number, of: count).count(of: whole.count / 2)
          })
      }
    }
  }

  @Test("shipped lists, made anew for each seed, give the same rows on any number of workers")
  func shippedLists() throws {
    let sweep = try folder.sweep("{ sobol: 12 }", base: "norway.yaml", more: "replicates: 2")
    let whole = try sweep.recorded(workers: 1)
    for workers in [2, 3, 7] { #expect(try sweep.recorded(workers: workers) == whole) }
    #expect(
      try (1...3).flatMap { try sweep.recorded(shard: Shard(number: $0, of: 3)) }.sorted() == whole)
  }

  @Test("wherever it was interrupted, what is left gives the rows that are missing")
  func interruption() throws {
    let sweep = try folder.sweep("{ sobol: 10 }", vary: Self.vary, more: "replicates: 2")
    let whole = try sweep.recorded()
    for most in 0...whole.count {
      let recorder = Recorder(most: most)
      let execution = SweepExecution(sweep, workers: Workers(3))
      if most < whole.count {
        #expect(throws: Recorder.Full.self) {
          try execution.run(skipping: { _, _ in [] }, finished: recorder.add)
        }
      } else {
        try execution.run(skipping: { _, _ in [] }, finished: recorder.add)
      }
      #expect(recorder.count == most)
      let rest = try sweep.recorded(besides: recorder.recorded)
      #expect((recorder.recorded + rest).sorted() == whole, "\(most)")
    }
  }

  @Test("what could not be kept ends the work with its own error, whichever core meets it")
  func failure() throws {
    let sweep = try folder.sweep("{ monte-carlo: 60 }")
    for most in stride(from: 0, to: 50, by: 7) {
      let recorder = Recorder(most: most)
      #expect(throws: Recorder.Full.self) {
        try SweepExecution(sweep, workers: Workers(8)).run(
          skipping: { _, _ in [] }, finished: recorder.add)
      }
    }
  }

  @Test("a stop sign ends the work, and every point that was finished has been handed in")
  func stop() throws {
    let sweep = try folder.sweep("{ sobol: 40 }")
    let whole = try sweep.recorded()
    for most in [1, 5, 17, 30] {
      let (recorder, sign) = (Recorder(), StopSign())
      #expect(throws: Interrupted.self) {
        try SweepExecution(sweep, workers: Workers(2, stop: sign)).run(
          skipping: { _, _ in [] },
          finished: {
            try recorder.add($0)
            if recorder.count >= most { sign.set() }
          })
      }
      #expect((most...most + 2).contains(recorder.count))
      let rest = try sweep.recorded(besides: recorder.recorded)
      #expect((recorder.recorded + rest).sorted() == whole)
    }
  }

  @Test("a point gives exactly what the changed scenario gives alone")
  func alone() throws {
    for base in ["lists.yaml", "norway.yaml"] {
      let sweep = try folder.sweep(
        "{ latin-hypercube: 6 }",
        vary: """
          arrivals.diplomats.uptake: { interval: triangular }
          arrivals.diplomats.stay-years: { uniform: [2, 6], whole: true }
          placement: { any-of: [free-places, shortest-first, patients-choice] }
          enrolment.channel: { any-of: [embassy-list, individual] }
          """, base: base,
        outcomes: "change.payer.municipality, change.payer.state, change.grants, placed, waiting")
      for point in try sweep.recorded() {
        let values = point.values.map(\.text)
        let alone = try folder.file(
          "alone.yaml",
          """
          reform: Alone
          base: \(base)
          change:
            arrivals.diplomats.uptake: { central: \(values[0]), source: a test }
            arrivals.diplomats.stay-years: { central: \(values[1]), source: a test }
            placement: \(values[2])
            enrolment.channel: \(values[3])

          """)
        let comparison = try Comparison(of: ScenarioFile(reading: alone))
        let cost = comparison.cost
        let money = [cost.municipality, cost.state, cost.grants + cost.stateGrants]
        #expect(
          point.rows == [
            FinishedPoint.Row(
              outcomes: money.map { Double($0.ore) / 100 }
                + [Double(comparison.placed.present), Double(comparison.placed.waiting)])
          ])
      }
    }
  }

  @Test("the first point of one at a time is the scenario itself")
  func itself() throws {
    let sweep = try folder.sweep("one-at-a-time")
    let comparison = try Comparison(
      of: ScenarioFile(reading: folder.path + "/lists.yaml"))
    #expect(
      try sweep.recorded()[0].rows[0].outcomes[0] == Double(comparison.cost.municipality.ore) / 100)
  }

  @Test("a replicate has the next seed, and gives what the scenario with that seed gives")
  func replicates() throws {
    let base = try SweepFolder(seed: 40)
    let sweep = try base.sweep("{ sobol: 3 }", base: "norway.yaml", more: "replicates: 4")
    let whole = try sweep.recorded()
    #expect(whole.map(\.seed) == [40, 41, 42, 43].flatMap { [$0, $0, $0] })
    #expect(whole.map(\.replicate) == (0..<4).flatMap { [$0, $0, $0] })
    var costs: Set<Double> = []
    for replicate in 0..<4 {
      let own = whole.filter { $0.replicate == replicate }
      #expect(own.map(\.values) == whole.prefix(3).map(\.values))
      let point = try #require(own.first)
      let alone = try base.file(
        "alone.yaml",
        """
        reform: Alone
        base: norway.yaml
        change:
          seed: \(40 + replicate)
          arrivals.diplomats.uptake: { central: \(point.values[0].text), source: a test }
          arrivals.diplomats.insured-share: { central: \(point.values[1].text), source: a test }
          placement: \(point.values[2].text)

        """)
      let cost = try Comparison(of: ScenarioFile(reading: alone)).cost
      let outcome = try #require(point.rows[0].outcomes[0])
      #expect(outcome == Double(cost.municipality.ore) / 100)
      costs.insert(outcome)
    }
    #expect(costs.count > 1)
  }

  @Test("a point that is refused says why, has no outcomes and stops nothing")
  func refused() throws {
    let sweep = try folder.sweep(
      "grid",
      vary: """
        lists.occupancy.mean: { any-of: [0.97, 0.5] }
        lists.occupancy.full-share: { any-of: [0.28, 0.6] }
        lists.occupancy.nearly-full-share: { any-of: [0.6, 0.3] }
        """, base: "norway.yaml")
    let rows = try sweep.recorded().map(\.rows[0])
    let none: [Double?] = [nil, nil, nil]
    func lists(_ mean: String) -> String {
      "no lists fit the published figures for 'oslo': no such values between 0.005 and 0.9 have the "
        + "mean \(mean)"
    }
    #expect(
      rows.map(\.refused) == [
        nil, nil, nil, "'full-share' is 0.6, above 'nearly-full-share' 0.3",
        lists("1.248"), lists("0.7142"), lists("1.25"),
        "'full-share' is 0.6, above 'nearly-full-share' 0.3",
      ])
    #expect(rows.allSatisfy { ($0.outcomes == none) == ($0.refused != nil) })
    #expect(rows[0].outcomes.allSatisfy { $0 != nil })
  }

  @Test("a table of experiments run again gives the experiments")
  func again() throws {
    let sweep = try folder.sweep("{ sobol: 20 }")
    let whole = try sweep.recorded()
    let header = "run," + sweep.factors.map(\.path.value).joined(separator: ",") + ",seed,refused"
    let rows = whole.map { "\($0.number),\($0.values.map(\.text).joined(separator: ",")),1," }
    try folder.file("points.csv", ([header] + rows).joined(separator: "\n") + "\n")
    let again = try folder.sweep("{ points: points.csv }", vary: "", as: "again.yaml")
    #expect(try again.recorded() == whole)
  }
}
