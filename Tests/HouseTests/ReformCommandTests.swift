import Foundation
import TestSupport
import Testing

/// Reforms beside a baseline of few persons, on the command line.
@Suite("The commands of reforms")
struct ReformCommandTests {
  private let folder: TemporaryFolder
  private let small: String

  init() throws {
    folder = try TemporaryFolder()
    small = try folder.file(
      "small.yaml",
      """
      reform: A small Norway
      base: \(Repository.path("Scenarios/norway/baseline-2023.yaml"))
      change:
        population.persons.central: 20000

      """)
  }

  @Test("'compare' prints JSON, the same bytes for any number of workers")
  func json() throws {
    let command = ["compare", small, "Scenarios/norway/delegation.yaml", "--format", "json"]
    let one = try Program.run(command + ["--workers", "1"])
    #expect(one.status == 0, "\(one.errors)")
    #expect(one.errors.isEmpty)
    #expect(try Program.run(command + ["--workers", "3"]).output == one.output)
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(one.output.utf8)) as? [String: Any])
    let tables = try #require(object["tables"] as? [String: Any])
    for name in ["payers", "differences", "winners-losers", "incentives", "stages", "changes"] {
      #expect(tables[name] != nil, "\(name)")
    }
    #expect(tables["solved"] == nil && tables["steps"] == nil)
  }

  @Test("'compare' writes a file per table, and asks for what was named only")
  func files() throws {
    let out = folder.path + "/out"
    let result = try Program.run(
      [
        "compare", small, "Scenarios/norway/delegation.yaml", "Scenarios/norway/gp-company.yaml",
        "--package", "--table", "steps", "--table", "by-form", "--format", "csv", "--out", out,
      ])
    #expect(result.status == 0, "\(result.errors)")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: out).sorted() == [
        "by-form.csv", "steps.csv", "tidy.csv",
      ])
  }

  @Test("that a cap within the year moves persons for all of it is said")
  func capWithinYear() throws {
    for (month, isTold) in [("01", false), ("07", true)] {
      let reform = try folder.file(
        "cap-\(month).yaml",
        """
        reform: Shorter lists
        base: small.yaml
        change:
          controls.from: 2023-\(month)-01
          controls.persons-per-practitioner: { central: 900, source: "assumption: a test" }

        """)
      let told = try Program.run(["compare", small, reform, "--table", "stages"])
      #expect(told.status == 0, "\(told.errors)")
      #expect(told.output.contains("moved since January") == isTold)
    }
  }

  @Test("a package of reforms that change one place exits with 2 and both lines")
  func conflict() throws {
    let result = try Program.run(
      [
        "compare", small, "Scenarios/norway/base-share-50.yaml",
        "Scenarios/norway/base-share-minus.yaml", "--package",
      ])
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains("base-share-50.yaml:23:3: error: 'solve.base-share' is changed"))
    #expect(result.errors.contains("base-share-minus.yaml:12:3: error: 'solve.base-share' is"))
  }

  @Test("what is no reform, and what has nothing to solve, is told where")
  func wrongFiles() throws {
    let scenario = try Program.run(
      ["compare", small, "Scenarios/norway/diplomat-list.yaml"])
    #expect(scenario.status == 2)
    #expect(scenario.errors.contains("is a scenario of its own, not a reform"))
    let nothing = try Program.run(["solve", small])
    #expect(nothing.status == 2)
    #expect(nothing.errors.contains("small.yaml:1:1: error: the scenario has no 'solve'"))
  }

  @Test(
    "a goal no search can find is told by every command in the words of 'check', and nothing is run"
  )
  func goalOfWholeNumbers() throws {
    let source = "source: \"assumption: a test\""
    let file = try folder.file(
      "whole.yaml",
      """
      reform: A cap that is searched
      base: \(small)
      change:
        controls.persons-per-practitioner: { low: 100, central: 1000, high: 3000, \(source) }
        solve.x: { number: controls.persons-per-practitioner, until: grants, times: { central: 0.9, \(source) } }

      """)
    let sweep = try folder.file(
      "sweep.yaml",
      """
      sweep: A sweep
      base: whole.yaml
      vary: { population.exempt-share: { any-of: [0.05] } }
      design: grid
      outcomes: [payer.state]

      """)
    let check = try Program.run(["check", file])
    #expect(check.status == 2)
    #expect(
      check.errors.hasPrefix("\(file):5:22: error: 'controls.persons-per-practitioner' cannot be"))
    for command in [
      ["run", file], ["solve", file], ["compare", small, file],
      ["sweep", sweep, "--out", folder.path + "/out"],
    ] {
      let result = try Program.run(command)
      #expect(result.status == 2, "\(command[0])")
      #expect(result.output.isEmpty, "\(command[0])")
      #expect(result.errors == check.errors, "\(command[0])")
    }
  }

  @Test("'solve' writes what it finds as a reform that gives what it says")
  func solve() throws {
    let asked = try folder.file(
      "asked.yaml",
      """
      reform: More
      base: small.yaml
      change:
        adjustments.up: { of: grants, factor: { low: 1, central: 1, high: 3, source: "assumption: a test" } }
        solve.more: { number: adjustments.up.factor, until: grants, times: { central: 1.5, source: "assumption: a test" } }

      """)
    let found = folder.path + "/found.yaml"
    let solved = try Program.run(["solve", asked, "--out", found])
    #expect(solved.status == 0, "\(solved.errors)")
    #expect(solved.errors == "wrote \(found)\n")
    let text = try String(contentsOfFile: found, encoding: .utf8)
    #expect(text.contains("base: \"asked.yaml\""))
    #expect(text.contains("adjustments.up.factor: { low: 1, central: 1."))
    #expect(text.contains("source: \"found by takst solve: grants is "))
    let compared = try Program.run(["compare", small, found, "--table", "by-form"])
    #expect(compared.status == 0, "\(compared.errors)")
    #expect(compared.output.contains("50.00"))
  }

  @Test("a new grant and two lump sums stand under their names, and move no other grant")
  func newGrants() throws {
    let reform = try folder.file(
      "new.yaml",
      """
      reform: New grants
      base: small.yaml
      change:
        law.per-capita-grants.prevention-grant:
          title: Prevention grant
          unit: NOK/person/year
          payer: state
          periods:
            - from: 2023-09-01
              value: { places: [{ above: 0, rate: 100 }] }
              reference: { title: A test, document: A test }
        lump-sums.first: &sum
          title: A test
          payer: state
          amount: { central: 10, source: &test "assumption: a test" }
          payable: once
          share: { central: 1, source: *test }
        lump-sums.second: *sum

      """)
    let out = folder.path + "/new"
    let result = try Program.run(
      ["compare", small, reform, "--table", "payers", "--format", "csv", "--out", out, "--quiet"])
    #expect(result.status == 0, "\(result.errors)")
    let rows = try String(contentsOfFile: out + "/payers.csv", encoding: .utf8)
      .split(whereSeparator: \.isNewline)
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    let header = try #require(rows.first)
    let grant = try #require(header.firstIndex(of: "grant"))
    #expect(header.suffix(4) == ["year", "period", "price-level", "stage"])
    let named = rows.dropFirst().filter { $0[grant] != "" }.map { "\($0[3]) \($0[grant])" }
    #expect(
      named == ["per-capita-grant prevention-grant", "lump-sum first", "lump-sum second"])
    let difference = try #require(header.firstIndex { $0.hasPrefix("difference") })
    let others = rows.dropFirst().filter { $0[grant] == "" }
    #expect(others.count > 5 && others.allSatisfy { $0[difference] == "0.00" })
  }

  @Test(
    "a reform with other lists: sums are compared, and what is left out is told with its reason")
  func otherLists() throws {
    _ = try folder.file("own.csv", "list,municipality,length,cap\na,oslo,120,130\nb,oslo,80,90\n")
    let own = try folder.file(
      "own.yaml", "reform: Two lists\nbase: small.yaml\nchange: { lists: { file: own.csv } }\n")
    let tables = ["payers", "winners-losers", "deciles", "by-list-length", "by-form"]
    let result = try Program.run(
      ["compare", small, own, "--format", "json"] + tables.flatMap { ["--table", $0] })
    #expect(result.status == 0, "\(result.errors)")
    let reason = "the 2 lists of 'own' are other lists than the baseline's "
    #expect(
      result.errors.contains(
        "Left out: winners-losers, deciles, by-list-length, because \(reason)"))
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    let shown = try #require(object["tables"] as? [String: Any])
    #expect(shown.keys.sorted() == ["by-form", "payers"])
    let leftOut = try #require((object["left-out"] as? [[String: Any]])?.first)
    #expect(leftOut["tables"] as? [String] == ["winners-losers", "deciles", "by-list-length"])
    #expect((leftOut["reason"] as? String)?.hasPrefix(reason) == true)

    let explained = try Program.run(["explain", own, "--list", "a"])
    #expect(explained.output.contains("\n  the list did not exist in the baseline\n"))
    #expect(!explained.output.contains("without the reform"))
  }

  @Test("'explain' tells what a reform moves on a list, and the lines that do it")
  func explain() throws {
    let reform = try folder.file(
      "up.yaml",
      """
      reform: Grants a tenth up
      base: small.yaml
      change:
        adjustments.up: { of: grants, factor: { central: 1.1, source: "assumption: a test" } }

      """)
    let result = try Program.run(["explain", reform, "--list", "oslo-1"])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("3. What the reform moves on this list"))
    #expect(result.output.contains("base-grant  "))
    #expect(result.output.contains("up.yaml:4:3]"))
    #expect(result.output.contains("what × 1.1 adds to the grant"))
  }
}
