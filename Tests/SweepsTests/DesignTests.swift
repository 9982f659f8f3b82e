import Diagnostics
import SweepSupport
import TestSupport
import Testing

@testable import Sweeps

extension Sweep {
  /// The points of the design, each value as it stands in a table of experiments.
  func points() throws -> [[String]] { try values().map { $0.map(\.text) } }

  func values() throws -> [[FactorValue]] {
    let points = try DesignPoints(of: self)
    return (0..<points.count).map(points.point)
  }
}

@Suite("Designs of sweeps")
struct DesignTests {
  private let folder: SweepFolder

  init() throws { folder = try SweepFolder() }

  @Test("a grid has every combination with both ends, and the last factor moves fastest")
  func grid() throws {
    let sweep = try folder.sweep(
      "{ grid: 3 }",
      vary: """
        arrivals.diplomats.uptake: { uniform: [0.2, 0.8] }
        placement: { any-of: [shortest-first, free-places] }
        """)
    #expect(
      try sweep.points() == [
        ["0.2", "shortest-first"], ["0.2", "free-places"], ["0.5", "shortest-first"],
        ["0.5", "free-places"], ["0.8", "shortest-first"], ["0.8", "free-places"],
      ])
  }

  @Test("a grid of alternatives needs no steps, and keeps them as the author ordered them")
  func alternatives() throws {
    let sweep = try folder.sweep(
      "grid", vary: "arrivals.diplomats.uptake: { any-of: [0.90, 0.1, 1] }")
    #expect(try sweep.points() == [["0.9"], ["0.1"], ["1"]])
  }

  @Test("a grid is as large as the product of its levels, and no point stands twice")
  func size() throws {
    for steps in [2, 3, 7, 10] {
      let sweep = try folder.sweep(
        "{ grid: \(steps) }",
        vary: """
          arrivals.diplomats.uptake: { uniform: [0, 1] }
          enrolment.channels.embassy-list.consent: { interval: uniform }
          placement: { any-of: [free-places, shortest-first, patients-choice] }
          """)
      let points = try sweep.points()
      #expect(points.count == steps * steps * 3)
      #expect(Set(points).count == points.count)
    }
  }

  @Test("one at a time begins with the scenario as written, then has the low and high end of each")
  func oneAtATime() throws {
    let vary = """
      arrivals.diplomats.uptake: { uniform: [0, 1] }
      arrivals.diplomats.stay-years: { uniform: [2, 6], whole: true }
      placement: { any-of: [shortest-first, free-places, patients-choice] }
      """
    let points = try folder.sweep("one-at-a-time", vary: vary).points()
    #expect(
      points == [
        ["1", "4", "free-places"],
        ["0.05", "4", "free-places"], ["0.95", "4", "free-places"],
        ["1", "2", "free-places"], ["1", "6", "free-places"],
        ["1", "4", "shortest-first"], ["1", "4", "patients-choice"],
      ])
    let all = try folder.sweep("{ one-at-a-time: 1 }", vary: vary).points()
    #expect(all[1][0] == "0" && all[2][0] == "1")
    let none = try folder.sweep("{ one-at-a-time: 0 }", vary: vary).points()
    #expect(none[1] == none[2] && none[1][0] == "0.5")
  }

  @Test("a Latin hypercube has one point in each stratum of every factor")
  func strata() throws {
    try forEverySeed(in: 0..<20) { random in
      let points = random.whole(in: 1...60)
      let folder = try SweepFolder(seed: random.whole(in: 0...1_000_000_000))
      let sweep = try folder.sweep(
        "{ latin-hypercube: \(points) }",
        vary: """
          arrivals.diplomats.uptake: { uniform: [0, 1] }
          arrivals.diplomats.insured-share: { uniform: [0.3, 0.7] }
          """)
      let values = try sweep.values()
      return (0..<2).allSatisfy { factor in
        let (low, width) = factor == 0 ? (0, 1) : (0.3, 0.4)
        let strata = values.compactMap { $0[factor].number }
          .map { Int(($0 - low) / width * Double(points)) }
        return strata.sorted() == Array(0..<points)
      }
    }
  }

  @Test(
    "a design that can grow keeps its points when it does, with groups and correlations too",
    arguments: [
      "sobol: %", "monte-carlo: %", "morris: { trajectories: % }", "saltelli: { points: % }",
      "saltelli: { points: %, pairs: true }",
    ])
  func growing(design: String) throws {
    try forEverySeed(in: 0..<4) { random in
      let (few, more) = (random.whole(in: 2...20), random.whole(in: 1...30))
      let folder = try SweepFolder(seed: random.whole(in: 0...1_000_000_000))
      func points(_ count: Int) throws -> [[String]] {
        let isPlain = design.hasPrefix("sobol") || design.hasPrefix("monte")
        let sweep = try folder.sweep(
          "{ \(design.replacing("%", with: "\(count)")) }",
          vary: """
            arrivals.diplomats.uptake: { interval: triangular\(isPlain ? "" : ", group: g") }
            enrolment.channels.embassy-list.consent: { interval: uniform }
            arrivals.diplomats.insured-share: { uniform: [0.3, 0.7]\(isPlain ? "" : ", group: g") }
            """,
          more: isPlain
            ? """
            correlations:
              - between: [arrivals.diplomats.uptake, enrolment.channels.embassy-list.consent]
                rank: 0.5
            """ : "")
        #expect(sweep.design.isGrowable)
        return try sweep.points()
      }
      let (small, large) = (try points(few), try points(few + more))
      return large.count > small.count && Array(large.prefix(small.count)) == small
    }
  }

  @Test("any rising choice of points gives the points of the whole design")
  func choice() throws {
    for design in [
      "{ grid: 5 }", "{ sobol: 40 }", "{ monte-carlo: 40 }", "{ latin-hypercube: 40 }",
      "one-at-a-time", "{ morris: { trajectories: 9 } }",
      "{ saltelli: { points: 8, pairs: true } }",
    ] {
      let sweep = try folder.sweep(
        design,
        vary: """
          arrivals.diplomats.uptake: { uniform: [0, 1] }
          enrolment.channels.embassy-list.consent: { interval: uniform }
          """)
      let all = try sweep.values()
      forEverySeed(in: 0..<20) { random in
        let chosen = all.indices.filter { _ in random.whole(in: 0...3) == 0 }
        guard let points = try? DesignPoints(of: sweep) else { return false }
        return chosen.allSatisfy { points.point($0) == all[$0] }
      }
    }
  }

  @Test("another seed of the scenario gives another design of the same kind")
  func seeds() throws {
    for design in [
      "{ sobol: 4 }", "{ monte-carlo: 4 }", "{ latin-hypercube: 4 }",
      "{ morris: { trajectories: 4 } }", "{ saltelli: { points: 4 } }",
    ] {
      #expect(
        try folder.sweep(design).points() != SweepFolder(seed: 2).sweep(design).points(),
        "\(design)")
    }
  }

  @Test("Morris moves the factors of one group at each step, and only those")
  func groups() throws {
    let sweep = try folder.sweep(
      "{ morris: { trajectories: 20, levels: 6 } }",
      vary: """
        arrivals.diplomats.uptake: { uniform: [0, 1], group: who-comes }
        arrivals.diplomats.insured-share: { uniform: [0, 1] }
        enrolment.channels.embassy-list.consent: { uniform: [0, 1], group: who-comes }
        """)
    #expect(sweep.groups.map(\.name) == ["who-comes", "arrivals.diplomats.insured-share"])
    let points = try sweep.values()
    #expect(points.count == 60)
    for first in stride(from: 0, to: points.count, by: 3) {
      let moved = (first..<first + 2).map { step in
        (0..<3).filter { points[step][$0] != points[step + 1][$0] }
      }
      #expect(Set(moved) == [[0, 2], [1]])
    }
  }

  @Test("a table gives its rows as they stand, whatever else an experiments table has beside them")
  func table() throws {
    try folder.file(
      "points.csv",
      """
      run,arrivals.diplomats.uptake,placement,scenario,policy,model,replicate,seed,refused
      0,0.50,free-places,0,lists,lists,0,1,
      1,1,shortest-first,1,lists,lists,0,1,"why, then"

      """)
    let sweep = try folder.sweep("{ points: points.csv }", vary: "")
    #expect(sweep.factors.map(\.path.value) == ["arrivals.diplomats.uptake", "placement"])
    #expect(try sweep.points() == [["0.5", "free-places"], ["1", "shortest-first"]])
    #expect(sweep.notices.isEmpty)
  }

  @Test("a table as numpy writes it is read, and once a file it is told how far")
  func numpy() throws {
    let file = try folder.file(
      "points.csv",
      """
      arrivals.diplomats.uptake,arrivals.diplomats.insured-share,arrivals.diplomats.persons
      0.5,9.310930635780097e-01,1700.0
      0.9310930635780097,1e-05,1.800000000000000000e+03

      """)
    let sweep = try folder.sweep("{ points: points.csv }", vary: "")
    #expect(
      try sweep.points() == [["0.5", "0.931093064", "1700"], ["0.931093064", "0.00001", "1800"]])
    #expect(
      sweep.notices.map(\.description) == [
        "\(file):2:2: note: numbers of points keep 9 decimals: 9.310930635780097e-01 is read as "
          + "0.931093064"
      ])
  }
}
