import Analysis
import Arrivals
import Diagnostics
import Ledger
import ScenarioSupport
import Scenarios
import Simulation
import TestSupport
import Testing
import Units

@Suite("A reform beside its baseline")
struct ComparisonTests {
  @Test("a right nobody uses costs exactly nothing, and ends the contracts")
  func emptyReform() throws {
    let world = try SmallWorld(
      changes: [
        "arrivals.diplomats.uptake": "0",
        "standby-contracts": "{ central: 1000003, source: a test }",
      ])
    let comparison = try world.comparison()
    // The contracts end with the right; nothing else is different.
    #expect(comparison.cost.grants == .zero)
    #expect(comparison.cost.municipality == -comparison.baseline.total(.standbyContract))
    #expect(comparison.cost.state == .zero && comparison.cost.patient == .zero)
    #expect(comparison.placed == (0, 0))
  }

  @Test("no persons, no cost")
  func nobody() throws {
    let world = try SmallWorld(changes: ["arrivals.diplomats.persons": "0"])
    #expect(try world.comparison().cost.isNothing)
  }

  @Test("what the payers pay more is what practices and staff receive more")
  func differencesClose() throws {
    let comparison = try SmallWorld().comparison()
    let cost = comparison.cost
    let received = [Account.practice, .staff].reduce(Money.zero) { sum, account in
      sum + comparison.reform.ledger.balance(of: account)
        - comparison.baseline.ledger.balance(of: account)
    }
    #expect(cost.municipality + cost.state + cost.patient == received)
    #expect(cost.municipality > .zero && cost.state > .zero && cost.patient > .zero)
  }

  @Test("persons asked for are placed or wait, and all are counted")
  func applicants() throws {
    #expect(try SmallWorld().comparison().placed.present == 120)
    let crowded = try SmallWorld(changes: ["arrivals.diplomats.persons": "400"]).comparison()
    #expect(crowded.placed.present + crowded.placed.waiting == 1_200)
    // All 280 and 95 free places of Oslo and Bærum, and the 36 who live in Tromsø.
    #expect(crowded.reform.arrivals[0].reduce(0, +) == 411)
  }

  @Test("contracts at the break-even leave municipalities where they were")
  func breakEven() throws {
    var world = try SmallWorld()
    let grants = try world.comparison().municipalGrants
    try world.change("standby-contracts", to: "{ central: \(grants), source: a test }")
    let comparison = try world.comparison()
    // Both calendar years are rounded to the øre, in three municipalities.
    #expect(abs(comparison.cost.municipality.ore) <= 6)
    #expect(comparison.municipalGrants == grants)
    #expect(grants > .kroner(50_000))
  }

  @Test("short lists first is dearest, and the patient's choice cheapest")
  func placementRules() throws {
    let costs = try ["shortest-first", "free-places", "patients-choice"].map {
      try SmallWorld(changes: ["placement": $0]).comparison().cost.municipality
    }
    // Low places are paid more, and whoever chooses prefers long lists.
    #expect(costs[0] > costs[1])
    #expect(costs[1] > costs[2])
  }

  @Test("more lists and months than memory is kept for are refused before anything is run")
  func tooLarge() throws {
    var file = try ShippedScenario.file()
    for (path, value) in [("oslo.inhabitants", 9_600_000), ("oslo.mean-list", 120)] {
      file = try file.setting("municipalities.\(path)", to: Ratio(value))
    }
    file = try file.changing("months", toYAML: "20")
    let refusal = #expect(throws: Refusal.self) { try Comparison(of: file) }
    #expect(
      refusal?.description == """
        refused: 80189 lists for 20 months are more than memory is kept for
          help: run fewer months or municipalities at a time
        """)
  }
}

extension Run {
  fileprivate func total(_ line: AccountLine) -> Money { ledger.total { $0.line == line } }
}

extension Cost {
  fileprivate var isNothing: Bool {
    municipality == .zero && state == .zero && patient == .zero
  }
}
