import Analysis
import Arrivals
import Diagnostics
import Foundation
import Reports
import ScenarioSupport
import Scenarios
import Testing
import Units

@Suite("The explanation of one list")
struct ExplanationTests {
  @Test("the parts of all lists sum to the cost in the report, to the øre")
  func sum() throws {
    let world = try SmallWorld(changes: ["law.lump-sums": Self.ownGrant])
    #expect(try parts(of: world).reduce(0, +) == total(of: world))
  }

  @Test("what the state pays a list is not in the municipality's part")
  func sumWithTheState() throws {
    let world = try SmallWorld(changes: SmallWorld.everything)
    #expect(try parts(of: world).reduce(0, +) == total(of: world))
  }

  @Test("the months of a list sum to its part", arguments: ["oslo-b", "oslo-c", "tromso-b"])
  func months(list: String) throws {
    let world = try SmallWorld()
    let text = try Explanation(of: world.file, list: list).text()
    let rows = text.matches(of: #/(?m)^  \d{4}-\d\d .* (−?[\d,]+\.\d\d)$/#)
    #expect(rows.count == 12)
    #expect(rows.reduce(0) { $0 + ore(String($1.output.1)) } == (try part(in: text)))
  }

  @Test("it leads from the scenario's line through the law and the ledger to the report")
  func stations() throws {
    let text = try Explanation(of: ShippedScenario.file(), list: "tromso-01").text()
    let headings = [
      "tromso-01, Tromsø: ", "1. The scenario says how many persons gain a right",
      "2. They are placed where lists have room", "3. The law sets the rate of each place",
      "4. Each month is paid for persons on the list at its start",
      "5. The payments, with the arrivals, stand in the ledger", "6. The report adds it up",
    ]
    let places = headings.compactMap { text.range(of: $0)?.lowerBound }
    #expect(places.count == headings.count && places == places.sorted())
    #expect(text.contains("arrivals.diplomats.family-size = 3  ["))
    #expect(text.contains("diplomat-list.yaml:"))
    #expect(text.contains("norway.yaml:"))
    #expect(text.contains("642 for places 1–1000; 526 for places 1001–2500 NOK/person/year"))
  }

  @Test("a list that is not there is refused, and the near name is shown")
  func unknownList() throws {
    let world = try SmallWorld()
    let near = #expect(throws: Refusal.self) { try Explanation(of: world.file, list: "oslo-d") }
    #expect(
      near?.description == """
        refused: there is no list 'oslo-d'
          help: did you mean 'oslo-a'?
        """)
    let far = #expect(throws: Refusal.self) { try Explanation(of: world.file, list: "?") }
    #expect(
      far?.description == """
        refused: there is no list '?'
          help: the lists are oslo-a to tromso-b
        """)
  }

  private func parts(of world: SmallWorld) throws -> [Int] {
    let ids = SmallWorld.lists.split(separator: "\n").dropFirst().map { $0.prefix { $0 != "," } }
    #expect(ids.count == 7)
    return try ids.map {
      try part(in: Explanation(of: world.file, list: String($0)).text())
    }
  }

  private func part(in text: String) throws -> Int {
    ore(String(try #require(text.firstMatch(of: /this list's part is (\S+) NOK/)).output.1))
  }

  /// The last cell but one of the last row: all municipalities, all months.
  private func total(of world: SmallWorld) throws -> Int {
    let table = try #require(try world.report("marginal-cost").tables.first)
    let row = try #require(table.rows.last)
    guard case .money(let amount) = row[4] else { return .min }
    return amount.ore
  }

  private func ore(_ text: String) -> Int {
    Int(text.filter { $0.isNumber }).map { text.hasPrefix("−") ? -$0 : $0 } ?? .min
  }

  private static let ownGrant = """
    own-grant:
      title: A grant of the municipality's own, for short lists
      unit: NOK/year
      payer: municipality
      periods:
        - from: 2020-01-01
          value: { amount: 60000, payable: yearly, list-below: 990 }
          reference: { title: A test, document: none }
    """
}
