import Diagnostics
import Ledger
import Practices
import Rules
import ScenarioSupport
import Scenarios
import Simulation
import TestSupport
import Testing
import Units

@testable import Analysis

/// A few lists of the test's own in the shipped nation's municipalities.
private struct Lists {
  private let folder: TemporaryFolder
  let base: ScenarioFile

  private static let header = "list,municipality,length,cap,form"
  static let three = ["a,oslo,120,130,self-employed", "b,oslo,80,90,salaried", "c,bergen,50,60,"]

  /// - Parameter rows: The baseline's lists; those of the shipped nation with fewer persons where none
  ///   are given.
  /// - Throws: What writing or reading the file throws.
  init(_ rows: [String]? = three) throws {
    folder = try TemporaryFolder()
    let small = try ShippedScenario.nation(of: 20_000)
    guard let rows else {
      base = small
      return
    }
    base = try small.changing(
      "lists", toYAML: "{ file: '\(Self.table("before", rows, in: folder))' }")
  }

  func comparison(with rows: [String]) throws -> ReformComparison {
    try comparison(changing: "lists: { file: '\(Self.table("after", rows, in: folder))' }")
  }

  func comparison(changing changes: String...) throws -> ReformComparison {
    let path = try folder.file(
      "reform.yaml",
      """
      reform: A test
      base: \(Repository.path("Scenarios/norway/baseline-2023.yaml"))
      change:
        \(changes.joined(separator: "\n  "))

      """)
    return try ReformComparison(of: base, with: [path])
  }

  private static func table(
    _ name: String, _ rows: [String], in folder: TemporaryFolder
  ) throws -> String {
    try folder.file("\(name).csv", ([header] + rows).joined(separator: "\n") + "\n")
  }
}

@Suite("Lists of a baseline and of a reform")
struct ListMatchTests {
  private func match(_ comparison: ReformComparison) -> ListMatch {
    ListMatch(of: comparison.alternatives[0].run, against: comparison.baseline)
  }

  @Test("lists are matched by name, in whatever order they stand")
  func order() throws {
    let comparison = try Lists().comparison(with: Lists.three.reversed())
    let match = match(comparison)
    #expect(match.isComplete && match.pairs.map(\.reform) == [2, 1, 0])
    // Persons are drawn list by list, so only what does not depend on the draws is the same.
    let (old, new) = (comparison.baseline, comparison.alternatives[0].run)
    for (place, other) in match.pairs {
      func grants(_ run: NationalRun, _ list: Int) -> Money {
        run.ledger.total { $0.list == list && $0.line.isGrant }
      }
      #expect(grants(old, place) == grants(new, other))
    }
  }

  @Test("of two tables with some names in common, those are compared and no others")
  func some() throws {
    let comparison = try Lists().comparison(with: ["c,bergen,50,60,", "d,oslo,100,110,"])
    let match = match(comparison)
    #expect(!match.isComplete && !match.isEmpty)
    #expect(match.pairs.map(\.baseline) == [2] && match.pairs.map(\.reform) == [0])
    let winners = Winners(of: comparison.alternatives[0].run, against: comparison.baseline)
    #expect(winners.lists == [2])
  }

  @Test("the same name in another municipality is another list; with another form it is the same")
  func elsewhere() throws {
    let moved = try match(
      Lists().comparison(with: ["a,bergen,120,130,", "b,oslo,80,90,", "c,bergen,50,60,"]))
    #expect(moved.pairs.map(\.baseline) == [1, 2])
    #expect(moved.place(inBaselineOf: 0) == nil && moved.place(inBaselineOf: 1) == 1)
  }

  @Test("lists that are made anew are none of the others, whatever their names")
  func made() throws {
    let comparison = try Lists(nil).comparison(with: ["oslo-001,oslo,120,130,", "b,oslo,80,90,"])
    let match = match(comparison)
    #expect(match.isEmpty && match.after == 2 && match.before > 2)
    let (run, baseline) = (comparison.alternatives[0].run, comparison.baseline)
    #expect(Winners(of: run, against: baseline).lists.isEmpty)
    let measure = Measure.gaining(nil)
    #expect(
      measure.refusal(in: run, against: baseline)?.description == """
        refused: 'gaining' compares lists with themselves, and the reform has other lists than the \
        baseline
          help: choose a measure of sums, or give the baseline the same table of lists
        """)
    #expect(Measure.total.refusal(in: run, against: baseline) == nil)
    // Sums are compared all the same, and to the øre.
    let rows = Differences(of: run, against: baseline).rows
    #expect(rows.allSatisfy { $0.key.length == nil })
    let change = rows.reduce(Money.zero) { $0 + ($1.key.payer == .state ? $1.difference : .zero) }
    #expect(change == -Effects(of: run, against: baseline)[.state])
  }

  @Test("a goal about lists that gain is refused where there are none to compare")
  func goal() throws {
    let lists = try Lists(nil)
    let error = #expect(throws: Refusal.self) {
      try lists.comparison(
        changing: "municipality-groups.oslo.mean-list.central: 900",
        "municipality-groups.oslo.mean-list.low: 800",
        """
        adjustments.up: { of: grants, factor: { low: 1, central: 1.1, high: 2, source: a test } }
        """,
        """
        solve.g: { number: adjustments.up.factor, until: gaining, is: { central: 1, source: t } }
        """)
    }
    #expect(error?.description.contains("'gaining' compares lists with themselves") == true)
  }
}
