import Arrivals
import Diagnostics
import Documents
import Practices
import RateBooks
import Rules
import ScenarioSupport
import Scenarios
import TestSupport
import Testing
import Units

@Suite("Reforms state only what differs")
struct ReformTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func reform(_ name: String, base: String = Shipped.main, _ change: String) throws
    -> String
  {
    try folder.file(name, "reform: A reform\nbase: \(base)\n\(change)")
  }

  private func words(_ scenario: Scenario) -> [Substring] {
    String(reflecting: scenario).split { " ,[]()".contains($0) }.sorted()
  }

  @Test("reforms that are compared have names that tell them apart")
  func names() throws {
    #expect(try ScenarioFile.names(ofReformsAt: ["a/x.yaml", "a/y.yml"]) == ["x", "y"])
    func message(_ paths: String...) -> String {
      do throws(Faults) {
        _ = try ScenarioFile.names(ofReformsAt: paths)
        return ""
      } catch {
        return error.description
      }
    }
    #expect(
      message("a/x.yaml", "y.yaml", "b/x.yaml") == """
        command line: error: the reforms 'a/x.yaml' and 'b/x.yaml' are both called 'x'
          help: give the files different names
        """)
    #expect(
      message("x.yaml", "x.yaml") == """
        command line: error: the reform 'x.yaml' is named twice
          help: name it once
        """)
    #expect(
      message("a/baseline.yaml") == """
        command line: error: the reform 'a/baseline.yaml' has the name of what it is compared with
          help: give the file another name
        """)
  }

  @Test("an empty reform equals its base but for the title")
  func empty() throws {
    let base = try Shipped.mainFile()
    for change in ["", "change:\n", "change: {}\n"] {
      let file = try ScenarioFile(reading: reform("a.yaml", change))
      #expect(file.ranges == base.ranges)
      var (changed, original) = (try file.scenario(), try base.scenario())
      #expect(changed.title == "A reform")
      (changed.title, original.title) = ("", "")
      // Law and settings are values all through, so their descriptions tell them apart.
      // A set is described in any order, so it is their words that are compared.
      #expect(words(changed) == words(original))
    }
  }

  @Test("a reform of a reform changes both, and the later word counts")
  func chain() throws {
    _ = try reform("a.yaml", "change:\n  months: 20\n  placement: shortest-first\n")
    let path = try reform("b.yaml", base: "a.yaml", "change:\n  months: 18\n")
    let scenario = try ScenarioFile(reading: path).scenario()
    #expect(scenario.months == 18)
    #expect(scenario.placement == .shortestFirst)
    #expect(scenario.arrivals.count == 1)
  }

  @Test("null takes an optional part away")
  func null() throws {
    let path = try reform(
      "a.yaml", "change:\n  note-audit: null\n  cost-by-uptake: null\n  consultations: ~\n")
    let scenario = try ScenarioFile(reading: path).scenario()
    #expect(scenario.noteAudit == nil)
    #expect(scenario.uptakeGrid == nil)
    #expect(scenario.consultations == nil)
  }

  @Test("a changed number points into the reform, an unchanged one into the base")
  func positions() throws {
    let path = try reform(
      "a.yaml", "change:\n  arrivals.diplomats.persons: { central: 40, source: own count }\n")
    let arrival = try #require(try ScenarioFile(reading: path).scenario().arrivals.first)
    #expect(arrival.persons.central == Ratio(40))
    #expect(arrival.persons.position == SourcePosition(file: path, line: 4, column: 31))
    #expect(arrival.persons.source == .document("own count"))
    #expect(arrival.uptake.position.file == Shipped.main)
  }

  @Test("a path in a reform is relative to the reform, one in the base to the base")
  func relativePaths() throws {
    let path = try reform("a.yaml", "change:\n  lists: { file: my/lists.csv }\n")
    let file = try ScenarioFile(reading: path)
    guard case .file(let own) = try file.scenario().lists else {
      Issue.record("the lists are not a table")
      return
    }
    #expect(file.resolved(own) == "\(folder.path)/my/lists.csv")

    let base = Repository.path("Scenarios/norway/diplomat-list-own-lists.yaml")
    let above = try ScenarioFile(reading: reform("b.yaml", base: base, ""))
    guard case .file(let based) = try above.scenario().lists else {
      Issue.record("the lists are not a table")
      return
    }
    #expect(above.resolved(based) == Repository.path("Scenarios/norway/example-lists.csv"))
  }

  @Test("a reform may name another rate book, in its own folder")
  func otherBook() throws {
    let book = try Repository.text("Sources/RateBooks/Books/norway.yaml")
      .replacing("rate-book: Norway", with: "rate-book: Next Norway")
    _ = try folder.file("next.yaml", book)
    let path = try reform("a.yaml", "change:\n  jurisdiction: next.yaml\n")
    #expect(try ScenarioFile(reading: path).scenario().law.title == "Next Norway")
  }

  @Test("faults of a rate book point into the rate book")
  func faultyBook() throws {
    let book = try folder.file("bad.yaml", "rate-book: Bad\ncurrency: x\n")
    let path = try reform("a.yaml", "change:\n  jurisdiction: bad.yaml\n")
    let faults = try #require(
      #expect(throws: Faults.self) { try ScenarioFile(reading: path).scenario() })
    #expect(
      faults.description == """
        \(book):2:11: error: the currency is 'x'; it takes three capital letters
          help: write for example NOK
        """)
  }

  @Test("a base that is no scenario is refused even when nothing is changed")
  func noScenario() throws {
    _ = try folder.file("list.yaml", "- a\n")
    let path = try reform("a.yaml", base: "list.yaml", "")
    let faults = try #require(
      #expect(throws: Faults.self) { try ScenarioFile(reading: path).scenario() })
    #expect(
      faults.description == """
        \(path):2:7: error: the base 'list.yaml' is a list, not a scenario
          help: let the chain of 'base' end in a scenario
        """)
  }

  @Test("two reforms based on each other are refused")
  func circle() throws {
    let first = try reform("a.yaml", base: "b.yaml", "")
    let second = try reform("b.yaml", base: "./a.yaml", "")
    let faults = try #require(#expect(throws: Faults.self) { try ScenarioFile(reading: first) })
    #expect(
      faults.description == """
        \(second):2:7: error: the reform is in the end based on itself
          help: let the chain of 'base' end in a scenario
        """)
  }
}
