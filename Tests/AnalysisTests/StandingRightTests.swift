import Analysis
import Arrivals
import Documents
import Ledger
import ScenarioSupport
import Scenarios
import Simulation
import TestSupport
import Testing
import Units

/// Persons who stand on lists already, or may, cost nothing more.
@Suite("A group that has a right already")
struct StandingRightTests {
  private static func group(_ right: String, _ fulfils: String) -> String {
    """
    title: Another group
    right: \(right)
    fulfils: [\(fulfils)]
    persons: { central: 30, source: a test }
    family-size: { central: 2, source: a test }
    uptake: { central: 1, source: a test }
    accompanying-ages: { 0-15: { central: 0.5, source: a test }, 16-70: rest }
    insured-share: { central: 1, source: a test }
    stay-years: { central: 4, source: a test }
    residence: { shares: { tromso: 1 }, source: a test }
    """
  }

  private static let contracts = "{ central: 50000, source: a test }"

  private func worlds(
    _ right: String, _ fulfils: String
  ) throws -> (without: Comparison, with: Comparison) {
    var world = try SmallWorld(changes: ["standby-contracts": Self.contracts])
    let without = try world.comparison()
    try world.change("arrivals.others", to: Self.group(right, fulfils))
    return (without, try world.comparison())
  }

  @Test(
    "moves nothing: every payment is as without the group",
    arguments: [
      ("locally-employed", "registered-as-resident"),
      ("registered-residents", "registered-as-resident"),
      ("asylum-seekers", "national-insurance"),
      ("posted-diplomats", "accredited, registered-as-resident"),
    ])
  func nothing(right: String, fulfils: String) throws {
    let (without, with) = try worlds(right, fulfils)
    #expect(with.scenario.arrivals[1].standing?.since.description == "2012-08-29")
    #expect(with.baseline.ledger.postings == without.baseline.ledger.postings)
    #expect(with.reform.ledger.postings == without.reform.ledger.postings)
    #expect(with.reform.movements == without.reform.movements)
  }

  @Test(
    "is not one whose right is new, or is given to other persons",
    arguments: ["accredited", "accredited, national-insurance"])
  func new(fulfils: String) throws {
    let (without, with) = try worlds("posted-diplomats", fulfils)
    #expect(with.scenario.arrivals[1].standing == nil)
    #expect(with.cost.grants > without.cost.grants)
  }

  @Test("costs nothing alone, and the contracts for free capacity go on")
  func alone() throws {
    let world = try SmallWorld(changes: [
      "standby-contracts": Self.contracts,
      "arrivals.diplomats.fulfils": "[accredited, registered-as-resident]",
    ])
    let comparison = try world.comparison()
    #expect(comparison.reform.ledger.postings == comparison.baseline.ledger.postings)
    #expect(comparison.reform.monthsWithRight.isEmpty && comparison.placed == (0, 0))
  }

  @Test(
    "has it the day before the run; a right of the book that begins with the run is new",
    arguments: [("2021-05", true), ("2021-06", false)])
  func eve(from: String, isNew: Bool) throws {
    let folder = try TemporaryFolder()
    let book = try Repository.text("Sources/RateBooks/Books/norway.yaml")
    let right = """
        posted:
          title: Posted diplomats
          unit: rule
          periods:
            - from: 2021-05-01
              value: { requires: [accredited] }
              reference: { title: A test, document: none }

      """
    let own = try folder.file(
      "book.yaml", book.replacing("list-rights:\n", with: "list-rights:\n" + right))
    let world = try SmallWorld(changes: [
      "jurisdiction": "'\(own)'", "arrivals.diplomats.right": "posted", "from": from,
    ])
    // The book is looked up anew, as when a file names it.
    let file = try ScenarioFile(world.file.document, at: world.file.path)
    let comparison = try Comparison(of: file)
    #expect((comparison.scenario.arrivals[0].standing == nil) == isNew)
    #expect((comparison.cost.grants > .zero) == isNew)
  }
}
