import Diagnostics
import Statistics
import SweepSupport
import TestSupport
import Testing

@testable import Sweeps

/// Problem files as SALib has them: `salib.util.read_param_file` and a problem saved with `json.dump`.
@Suite("Problems of SALib")
struct ProblemTests {
  private let folder: SweepFolder
  private static let salib = """
    # as SALib writes it
    arrivals.diplomats.uptake 0.2 0.8 people unif
    arrivals.diplomats.insured-share,0.3,0.7,NA,unif
    enrolment.channels.embassy-list.consent 0.6 1 people
    arrivals.diplomats.stay-years 3 5

    """
  private static let json = """
    {"num_vars": 4,
     "names": ["arrivals.diplomats.uptake", "arrivals.diplomats.insured-share",
      "enrolment.channels.embassy-list.consent", "arrivals.diplomats.stay-years"],
     "bounds": [[0.2, 0.8], [0.3, 0.7], [0.6, 1], [3, 5.0]],
     "groups": ["people", "arrivals.diplomats.insured-share", "people",
      "arrivals.diplomats.stay-years"],
     "dists": null, "outputs": ["Y"]}
    """
  private static let written = """
    arrivals.diplomats.uptake: { uniform: [0.2, 0.8], group: people }
    arrivals.diplomats.insured-share: { uniform: [0.3, 0.7] }
    enrolment.channels.embassy-list.consent: { uniform: [0.6, 1], group: people }
    arrivals.diplomats.stay-years: { uniform: [3, 5] }
    """

  init() throws { folder = try SweepFolder() }

  @Test("a parameter file, a problem as JSON and the same factors written out give the same points")
  func samePoints() throws {
    try folder.file("salib.txt", Self.salib)
    try folder.file("salib.json", Self.json)
    for design in [
      "{ sobol: 20 }", "{ morris: { trajectories: 5 } }",
      "{ saltelli: { points: 4, pairs: true } }",
      "{ latin-hypercube: 10 }", "one-at-a-time",
    ] {
      let written = try folder.sweep(design, vary: Self.written)
      for problem in ["salib.txt", "salib.json"] {
        let sweep = try folder.sweep(design, vary: problem)
        #expect(try sweep.points() == written.points(), "\(problem) \(design)")
        #expect(sweep.groups.map(\.name) == written.groups.map(\.name))
        #expect(sweep.groups.map(\.members) == written.groups.map(\.members))
      }
    }
  }

  @Test("the problem that is written is the factors, in SALib's words")
  func text() throws {
    let problem = try folder.sweep("{ sobol: 4 }", vary: Self.written).problem
    #expect(problem.map(\.name) == ["problem.txt", "problem.json"])
    #expect(
      problem[0].text == """
        arrivals.diplomats.uptake 0.2 0.8 people unif
        arrivals.diplomats.insured-share 0.3 0.7 arrivals.diplomats.insured-share unif
        enrolment.channels.embassy-list.consent 0.6 1 people unif
        arrivals.diplomats.stay-years 3 5 arrivals.diplomats.stay-years unif

        """)
  }

  @Test("the problem that is written gives the same factors and points when it is read back")
  func roundTrip() throws {
    let vary = """
      arrivals.diplomats.uptake: { uniform: [0.000001, 0.8], group: people }
      enrolment.channels.embassy-list.consent: { log-uniform: [0.25, 1] }
      arrivals.diplomats.insured-share: { triangular: [0.2, 0.3, 0.7], group: people }
      arrivals.diplomats.stay-years: { normal: { mean: 4, deviation: 0.5 }, within: [3, 5] }
      arrivals.diplomats.accompanying-ages.0-15: { normal: { mean: 0.5, deviation: 0.01 } }
      arrivals.diplomats.family-size: { lognormal: { median: 2, deviation: 0.1 } }
      """
    let sweep = try folder.sweep("{ sobol: 50 }", vary: vary)
    // A parameter file has two numbers a line, and these spreads have more.
    #expect(sweep.problem.map(\.name) == ["problem.json"])
    try folder.file("problem.json", sweep.problem[0].text)
    let again = try folder.sweep("{ sobol: 50 }", vary: "problem.json")
    #expect(again.factors.map(\.path.value) == sweep.factors.map(\.path.value))
    #expect(again.factors.map(\.group) == sweep.factors.map(\.group))
    for (own, other) in zip(try sweep.values().joined(), try again.values().joined()) {
      let (a, b) = (try #require(own.number), try #require(other.number))
      #expect(abs(a - b) <= 1e-8 * max(1, abs(a)))
    }
    // Two numbers each: nothing is lost in either file, nor when they are written again.
    let two = vary.split(separator: "\n").filter { !$0.contains("[0.2") && !$0.contains("within") }
      .joined(separator: "\n")
    let plain = try folder.sweep("{ sobol: 50 }", vary: two)
    for (name, text) in plain.problem {
      try folder.file(name, text)
      let again = try folder.sweep("{ sobol: 50 }", vary: name)
      #expect(again.problem.map(\.text) == plain.problem.map(\.text), "\(name)")
    }
  }

  @Test("a bound with an exponent, as Python writes small numbers, is read in both files")
  func exponents() throws {
    try folder.file("e.txt", "arrivals.diplomats.uptake 1e-05 0.8\n")
    try folder.file(
      "e.json",
      #"{"num_vars": 1, "names": ["arrivals.diplomats.uptake"], "bounds": [[1e-05, 0.8]]}"#)
    for name in ["e.txt", "e.json"] {
      guard
        case .distribution(let spread) = try folder.sweep("{ sobol: 4 }", vary: name)
          .factors[0].spread
      else {
        Issue.record("\(name) has no distribution")
        continue
      }
      #expect(spread == .uniform(low: 0.000_01, high: 0.8), "\(name)")
    }
  }

  @Test(
    "words and whole numbers are nothing SALib draws: the problem names factors and outcomes alone")
  func none() throws {
    for vary in [
      "placement: { any-of: [free-places, shortest-first] }",
      "arrivals.diplomats.stay-years: { uniform: [3, 5], whole: true }",
      "arrivals.diplomats.uptake: { triangular: [0.2, 0.8, 0.8] }",
    ] {
      let problem = try folder.sweep("{ sobol: 4 }", vary: vary).problem
      #expect(problem.map(\.name) == ["problem.json"])
      let text = try #require(problem.first).text
      #expect(text.contains("\"names\" :") && text.contains("\"num_vars\" : 1"))
      #expect(!text.contains("bounds") && !text.contains("dists"), "\(vary)")
    }
  }
}
