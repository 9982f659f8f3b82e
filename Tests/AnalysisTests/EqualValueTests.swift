import Diagnostics
import RateBooks
import ScenarioSupport
import Scenarios
import TestSupport
import Testing
import Units

@testable import Analysis

@Suite("Lines that say what the base says")
struct EqualValueTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func told(_ change: String, base: String = "baseline-2023") throws -> [String] {
    let path = try folder.file(
      "r.yaml",
      "reform: A test\nbase: \(Repository.path("Scenarios/norway/\(base).yaml"))\nchange:\n\(change)\n"
    )
    return try ScenarioFile(reading: path).equalValues().map {
      $0.description.replacing(folder.path + "/", with: "")
    }
  }

  private static let help =
    "\n  help: a value that is not changed need not be written; change it, or leave it out"

  @Test(
    "a value that stood there is told at its line, whatever its digits",
    arguments: [
      ("work.hours.central: 2254", "r.yaml:4:3: note: 'work.hours.central' is 2254"),
      ("work.hours.central: 2254.0", "r.yaml:4:3: note: 'work.hours.central' is 2254.0"),
      ("behaviour.theory: none", "r.yaml:4:3: note: 'behaviour.theory' is none"),
      (
        "work.hours: { low: 1955, central: 2254, high: 2268, source: another survey }",
        "r.yaml:4:3: note: 'work.hours' is 2254"
      ),
      (
        "work: { hours: { central: 2254, source: another survey } }",
        "r.yaml:4:3: note: 'work' is the same"
      ),
      (
        "calibration.1: { free: use.levels.consultations, fits: consultations }",
        "r.yaml:4:3: note: 'calibration.1' is the same"
      ),
    ])
  func equal(change: String, expected: String) throws {
    #expect(try told("  \(change)") == ["\(expected) in the base as well\(Self.help)"])
  }

  @Test("a value that differs is not told, nor a word beside it")
  func differing() throws {
    for change in [
      "work.hours.central: 2255", "work.hours: { low: 1955, central: 2253, source: a survey }",
      "behaviour: { theory: elasticities, inducement: false }", "solve: { a: { number: b } }",
    ] {
      #expect(try told("  \(change)").isEmpty, "\(change)")
    }
  }

  @Test("a number that stood there is told beside one that differs")
  func beside() throws {
    #expect(
      try told(
        """
          work:
            hours: { central: 2254, source: a survey }
            cost-per-contact: { central: 21, source: a survey }
        """) == ["r.yaml:5:5: note: 'work.hours' is 2254 in the base as well\(Self.help)"])
  }

  @Test("a value of law with a reference of its own, or one that ends a later value, is not told")
  func law() throws {
    func period(_ day: String, _ value: Int) -> String {
      "  law.copay-ceilings.copay-ceiling.periods: [{ from: \(day), value: \(value), reference: { title: a, document: b } }]"
    }
    // Nothing of the book begins after the day on which its last value does.
    let last = "2026-01-01"
    let series = try ScenarioFile(reading: Repository.path("Scenarios/norway/baseline-2023.yaml"))
      .nationalScenario().law.copayCeilings["copay-ceiling"]?.series
    let value = try #require(series?.periods.last?.value)
    let kroner = Int(value.ore / 100)
    #expect(try told(period(last, kroner + 1)).isEmpty)
    #expect(try told(period("2023-07-01", 3040)).isEmpty)
  }

  @Test("taking away what is not there is told")
  func nothing() throws {
    #expect(
      try told("  solve: null") == [
        """
        r.yaml:4:3: note: 'solve' is not in the base, so there is nothing to take away
          help: leave the line out
        """
      ])
  }

  @Test("no shipped reform says what its base says")
  func shipped() throws {
    for topic in [
      "base-share-50", "base-share-minus", "base-share-plus-10", "competence-rules", "delegation",
      "diplomat-list-own-lists", "gp-company", "practice-transfer", "profession-neutral",
      "simplified-fees", "posts-2023", "control-regime",
    ] {
      let file = try ScenarioFile(reading: Repository.path("Scenarios/norway/\(topic).yaml"))
      #expect(file.equalValues().isEmpty, "\(topic)")
    }
  }
}
