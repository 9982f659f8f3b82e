import Analysis
import Diagnostics
import Documents
import Foundation
import Reports
import Scenarios
import TestSupport
import Testing

/// A line that can be deleted or changed without anything moving is a fault of the program. The lists
/// are fewer than the shipped ones, so that hundreds of changes run in seconds.
@Suite("No token of a scenario about arrivals is dead")
struct ArrivalTokenTests {
  /// Changes after which nothing moves, because nothing should.
  private static let exceptions: [(token: String, isDeletion: Bool, why: String)] = [
    ("null", true, "a key without a value is what null says: the key is taken away")
  ]

  @Test("after a change of any one token a number, a word, a notice or a fault moves")
  func mainScenario() throws {
    try expectLife(of: "diplomat-list.yaml", in: 0..<120)
  }

  @Test(
    "so it is in reforms of it",
    arguments: ["already-included", "individual-enrolment", "own-lists"])
  func reforms(name: String) throws {
    try expectLife(of: "diplomat-list-\(name).yaml", in: 0..<20)
  }

  @Test("words, numbers, keys, anchors and aliases are tokens; comments and punctuation are none")
  func tokens() {
    let yaml = """
      # no: token
      a: &x { b: 1, 'c d': [e f, *x] }  # nor this
      g:
        - "h: i" # j
        - url: https://k.l/m#n
      """
    let tokens = (0..<TokenChange.count(in: yaml)).map {
      TokenChange(of: yaml, token: $0, isDeletion: true).token
    }
    #expect(
      tokens == ["a", "&x", "b", "1", "c d", "e f", "*x", "g", "h: i", "url", "https://k.l/m#n"])
    let change = TokenChange(of: yaml, token: 3, isDeletion: false)
    #expect(change.description == "line 2: '1' → '2'")
    #expect(change.text == yaml.replacing("b: 1", with: "b: 2"))
  }

  private func expectLife(of name: String, in seeds: Range<UInt64>) throws {
    let folder = try TemporaryFolder()
    for file in ["diplomat-list.yaml", "example-lists.csv", name] {
      _ = try folder.file(file, Self.text(file))
    }
    let text = try Self.text(name)
    let before = Shown(try folder.file("a.yaml", text))
    #expect(before.fault == nil && !before.cheap.isEmpty)
    try forEverySeed(in: seeds) { random in
      let change = TokenChange(of: text, by: &random)
      let isExcepted = Self.exceptions.contains {
        $0.token == change.token && $0.isDeletion == change.replacement.isEmpty
      }
      let after = Shown(try folder.file("a.yaml", change.text))
      let moves = after.moved(from: before)
      if !moves, !isExcepted { Issue.record("\(name), \(change): nothing moves") }
      return true
    }
  }

  /// The shipped file, of few lists and persons.
  private static func text(_ name: String) throws -> String {
    try Repository.text("Scenarios/norway/\(name)").replacing("697010", with: "32700")
      .replacing("128233", with: "16350").replacing("77095", with: "10900")
      .replacing("central: 1700", with: "central: 100")
  }
}

/// All a user is shown of a file, without lines and columns, which move with every token before them.
private struct Shown {
  let file: ScenarioFile?
  let fault: String?
  let notices: String
  /// The tables that one run makes.
  let cheap: String

  private static let tables =
    "[payers, marginal-cost, break-even, one-person, enrolment, arrival-groups, lists, assumptions, "
    + "references]"

  init(_ path: String) {
    do {
      let file = try ScenarioFile(reading: path)
      let notices = Self.told(try file.notices().map(\.description).joined(separator: "\n"))
      let cheap = try Self.text(of: file, tables: Self.tables)
      (self.file, fault, self.notices, self.cheap) = (file, nil, notices, cheap)
    } catch {
      (file, fault, notices, cheap) = (nil, "\(error)", "", "")
    }
  }

  func moved(from other: Shown) -> Bool {
    if fault != other.fault || notices != other.notices || cheap != other.cheap { return true }
    guard let file, let before = other.file else { return false }
    return (try? Self.text(of: file)) != (try? Self.text(of: before))
  }

  private static func text(of file: ScenarioFile, tables: String? = nil) throws -> String {
    let file =
      try tables.map {
        try file.changing("tables", to: Node(parsing: InputFile(path: "test.yaml", text: $0)))
      } ?? file
    return told(MachineWriter(Wording(.english)).json(try Report(of: file), version: ""))
  }

  private static func told(_ text: String) -> String {
    text.replacing(/[^\s"]*\.yaml:\d+:\d+/, with: "here")
  }
}
