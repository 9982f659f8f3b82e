import Foundation
import Statistics
import SweepSupport
import TestSupport
import Testing
import Units

@testable import Sweeps

@Suite("Factors of sweeps")
struct FactorTests {
  private let folder: SweepFolder

  init() throws { folder = try SweepFolder() }

  @Test("the text of any value read back is the value")
  func text() {
    forEverySeed { random in
      let size = Double.random(in: -10...12.2, using: &random)
      let number = Double.random(in: -1...1, using: &random) * pow(10, size)
      return [false, true].allSatisfy { isWhole in
        let value = FactorValue(number, isWhole: isWhole)
        return FactorValue(text: value.text) == value && value.number == Double(value.text)
          && abs((value.number ?? .nan) - min(max(number, -1e12), 1e12))
            <= (isWhole ? 0.5 : max(0.5e-9, abs(number) * 1e-11))
      }
    }
    for word in ["free-places", "2021-05-01", "", "e5", "0x10", "nan", "1,5", "½"] {
      #expect(FactorValue(text: word).text == word)
    }
  }

  @Test("a number is read with nine decimals, whoever wrote it")
  func digits() {
    for (text, read) in [
      ("0.9310930635780097", "0.931093064"), ("9.310930635780097e-01", "0.931093064"),
      ("1e-05", "0.00001"), ("182000.0", "182000"), ("0.1234567891", "0.123456789"),
      ("-1.5e+03", "-1500"), ("1e-10", "0"),
    ] {
      #expect(FactorValue(text: text).text == read)
    }
    #expect(FactorValue.isRounded("0.1234567891") && !FactorValue.isRounded("0.123456789"))
    #expect(!FactorValue.isRounded("182000.0") && !FactorValue.isRounded("free-places"))
  }

  @Test(
    "of a column each word is tried, and of its numbers the ends and the one with most decimals")
  func trials() {
    let values = ["3", "free", "1", "2.25", "free", "9", "shut", "4"].map(FactorValue.init(text:))
    #expect(FactorValue.trials(among: values) == [1, 2, 3, 5, 6])
    #expect(FactorValue.trials(among: []).isEmpty)
  }

  @Test("a value of every point of every spread has a text that is read back as the value")
  func spreads() throws {
    for spread in [
      "uniform: [0, 1]", "log-uniform: [0.000001, 1]", "triangular: [0, 0.1, 1]",
      "pert: [0, 0.9, 1]", "normal: { mean: 0.5, deviation: 0.2 }, within: [0, 1]",
      "lognormal: { median: 0.1, deviation: 1 }, within: [0, 1]", "beta: { a: 2, b: 5 }",
      "gamma: { shape: 2, scale: 0.1 }, within: [0, 1]", "empirical: [0.1, 0.2, 0.30]",
      "any-of: [0.1, 0.2, 0.30]", "interval: pert",
    ] {
      let sweep = try folder.sweep(
        "{ monte-carlo: 100 }", vary: "arrivals.diplomats.uptake: { \(spread) }")
      for value in try sweep.values().joined() {
        #expect(FactorValue(text: value.text) == value, "\(spread)")
        #expect((0...1).contains(try #require(value.number)), "\(spread)")
      }
    }
  }

  @Test("an interval is the scenario's own low, central and high, in the shape that is asked for")
  func interval() throws {
    func spread(_ shape: String, of path: String = "uptake") throws -> Distribution? {
      let sweep = try folder.sweep(
        "{ sobol: 2 }", vary: "arrivals.diplomats.\(path): { interval: \(shape) }")
      guard case .distribution(let distribution) = sweep.factors[0].spread else { return nil }
      return distribution
    }
    #expect(try spread("triangular") == .triangular(low: 0.5, mode: 1, high: 1))
    #expect(try spread("pert") == .pert(low: 0.5, mode: 1, high: 1))
    #expect(try spread("uniform") == .uniform(low: 0.5, high: 1))
    #expect(
      try spread("triangular", of: "accompanying-ages.0-15")
        == .triangular(low: 0.3, mode: 0.5, high: 0.6))
  }

  @Test("'within' keeps every value between its ends, and 'whole' makes it a whole number")
  func limits() throws {
    let sweep = try folder.sweep(
      "{ monte-carlo: 300 }",
      vary: """
        arrivals.diplomats.uptake: { normal: { mean: 0.5, deviation: 0.4 }, within: [0.2, 0.9] }
        arrivals.diplomats.stay-years: { normal: { mean: 4, deviation: 2 }, within: [1, 8], whole: true }
        """)
    let values = try sweep.values()
    let uptake = values.compactMap { $0[0].number }
    #expect(uptake.count == 300 && uptake.allSatisfy((0.2...0.9).contains))
    #expect(uptake.contains { $0 < 0.3 } && uptake.contains { $0 > 0.8 })
    let years = values.compactMap { $0[1].number }
    #expect(Set(years) == Set((1...8).map(Double.init)))
    #expect(
      sweep.factors.map(\.spreadWords) == [
        "normal, mean 0.5, deviation 0.4 within 0.2…0.9",
        "normal, mean 4, deviation 2 within 1…8, whole numbers",
      ])
  }

  @Test("alternatives come about as often as each other")
  func frequencies() throws {
    let sweep = try folder.sweep(
      "{ sobol: 300 }", vary: "law-at: { any-of: [2020-06-01, 2021-05-01, 2022-07-01] }")
    let counts = Dictionary(grouping: try sweep.points().joined(), by: \.self).mapValues(\.count)
    #expect(counts.count == 3 && counts.values.allSatisfy { abs($0 - 100) <= 3 })
  }

  @Test("factors have about the rank correlation that was asked for, and the others none")
  func correlations() throws {
    for design in ["sobol", "monte-carlo", "latin-hypercube"] {
      for rank in [-0.9, -0.5, 0, 0.3, 0.8] {
        let sweep = try folder.sweep(
          "{ \(design): 1024 }",
          vary: """
            arrivals.diplomats.uptake: { interval: triangular }
            enrolment.channels.embassy-list.consent: { interval: uniform }
            arrivals.diplomats.stay-years: { lognormal: { median: 4, deviation: 0.3 }, within: [1, 9] }
            """,
          more: """
            correlations:
              - { between: [arrivals.diplomats.stay-years, arrivals.diplomats.uptake], rank: \(rank) }
            """)
        let values = try sweep.values().map { $0.compactMap(\.number) }
        func found(_ a: Int, _ b: Int) -> Double {
          rankCorrelation(values.map { $0[a] }, values.map { $0[b] })
        }
        let slack = design == "sobol" ? 0.04 : 0.09
        #expect(abs(found(0, 2) - rank) < slack, "\(design) \(rank)")
        #expect(abs(found(0, 1)) < slack, "\(design) \(rank)")
        #expect(abs(found(1, 2)) < slack, "\(design) \(rank)")
      }
    }
  }
}

/// Spearman's correlation of numbers without ties.
private func rankCorrelation(_ a: [Double], _ b: [Double]) -> Double {
  func ranks(_ numbers: [Double]) -> [Double] {
    var ranks = numbers.map { _ in 0.0 }
    for (rank, place) in numbers.indices.sorted(by: { numbers[$0] < numbers[$1] }).enumerated() {
      ranks[place] = Double(rank)
    }
    return ranks
  }
  let count = Double(a.count)
  let squares = zip(ranks(a), ranks(b)).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
  return 1 - 6 * squares / (count * (count * count - 1))
}
