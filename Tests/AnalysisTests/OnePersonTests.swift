import Analysis
import Arrivals
import Diagnostics
import Ledger
import Scenarios
import Testing
import Units

@Suite("One more person on a list")
struct OnePersonTests {
  @Test("an insured person moves the grant, the refund and the copay")
  func insured() throws {
    let rows = try one().rows.filter(\.isInsured)
    #expect(
      rows.map(\.summary) == [
        "municipality base-grant yearOnPlace(1) 653.00",
        "municipality base-grant yearOnPlace(1001) 526.00",
        "state fee-refund consultation 208.00", "patient copay consultation 160.00",
      ])
  }

  @Test("a person who is not insured moves the same grant and nothing of the state's")
  func uninsured() throws {
    let rows = try one().rows.filter { !$0.isInsured }
    #expect(
      rows.map(\.summary) == [
        "municipality base-grant yearOnPlace(1) 653.00",
        "municipality base-grant yearOnPlace(1001) 526.00",
        "patient uninsured-fee consultation 208.00", "patient copay consultation 160.00",
      ])
  }

  @Test("the law is that of the last month")
  func lastMonth() throws {
    #expect(try one().day.description == "2022-04-01")
    let flat = try one(["from": "2023-07", "months": "1"])
    #expect(flat.day.description == "2023-07-01")
    #expect(
      flat.rows.filter { $0.line == .baseGrant }.map(\.amount.description)
        == ["841.80", "841.80"])
  }

  @Test("without consultations only the grants are left")
  func noConsultations() throws {
    #expect(try one(["consultations": "null"]).rows.count == 4)
  }

  private func one(_ changes: KeyValuePairs<String, String> = [:]) throws -> OnePerson {
    try OnePerson(in: SmallWorld(changes: changes).comparison())
  }
}

extension OnePerson.Row {
  fileprivate var summary: String { "\(payer.rawValue) \(line.rawValue) \(basis) \(amount)" }
}

@Suite("The lists in figures")
struct ListSummaryTests {
  @Test("lists, persons, places and tiers are counted by municipality")
  func counts() throws {
    let summaries = try SmallWorld(
      """
      list,municipality,length,cap
      a,oslo,999,1005
      b,oslo,1000,1000
      c,oslo,1001,1100
      d,oslo,600,590
      e,tromso,400,1300

      """
    ).comparison().listSummaries
    #expect(
      summaries.map(\.figures) == [
        [4, 3_600, 105, 2, 1, 3_599, 1], [0, 0, 0, 0, 0, 0, 0], [1, 400, 900, 0, 0, 400, 600],
      ])
  }

  @Test("before the rate fell with the place there was one tier, and everybody is in it")
  func oneTier() throws {
    let world = try SmallWorld(changes: ["law-at": "2019-07-01", "months": "1"])
    let summaries = try world.comparison().listSummaries
    #expect(summaries.allSatisfy { $0.personsInFirstTier == $0.persons && $0.persons > 0 })
    #expect(summaries.allSatisfy { $0.listsAboveFirstTier == 0 })
  }
}

extension ListSummary {
  fileprivate var figures: [Int] {
    [
      lists, persons, freePlaces, listsWithoutFreePlace, listsAboveFirstTier, personsInFirstTier,
      freePlacesInFirstTier,
    ]
  }
}
