import Analysis
import Arrivals
import Diagnostics
import Scenarios
import Testing
import Units

@Suite("The audited note")
struct AuditedNoteTests {
  @Test(
    "each reading of the hearing note gives its amount, to the øre",
    arguments: [
      ("as-computed", "2432700.00"), ("place-up-to-1000", "2942700.00"),
      ("place-above-1000", "2544900.00"), ("mix-90-10", "2902920.00"),
      ("next-on-mean-list", "2544900.00"), ("average-of-mean-list", "2909854.13"),
      ("included-as-computed", "810900.00"), ("included-up-to-1000", "980900.00"),
      ("included-above-1000", "848300.00"), ("included-mix-90-10", "967640.00"),
    ])
  func readings(key: String, amount: String) throws {
    let row = try #require(audit().rows.first { $0.reading.key.value == key })
    #expect(row.amount.description == amount)
  }

  @Test("every reading of the file is audited, the note's own first")
  func order() throws {
    let rows = try audit().rows
    #expect(rows.count == 10)
    #expect(rows[0].reading.key.value == "as-computed")
    #expect(rows.prefix(6).allSatisfy { $0.persons == Ratio(5_100) })
    #expect(rows.dropFirst(6).allSatisfy { $0.persons == Ratio(1_700) })
  }

  @Test("the rates are those of the note's day")
  func rates() throws {
    let audit = try audit()
    #expect(audit.firstPlaces == [1, 1_001])
    #expect(
      [1, 1_000, 1_001, 2_500, 2_501].map { audit.rateOfPlace($0).description }
        == ["577.00", "577.00", "499.00", "499.00", "0.00"])
  }

  @Test(
    "another day gives other rates, and leaves what the note itself states",
    arguments: [
      ("2021-07-01", "3274200.00", "2682600.00", "3225352.29"),
      ("2022-07-01", "3442500.00", "2774400.00", "3387335.78"),
      ("2020-04-30", "2544900.00", "2544900.00", "2544900.00"),
    ])
  func otherDay(day: String, low: String, high: String, mean: String) throws {
    let rows = try audit(["note-audit.law-at": day]).rows
    func amount(_ key: String) -> String? {
      rows.first { $0.reading.key.value == key }?.amount.description
    }
    #expect(amount("place-up-to-1000") == low)
    #expect(amount("place-above-1000") == high)
    #expect(amount("average-of-mean-list") == mean)
    #expect(amount("as-computed") == "2432700.00")
  }

  @Test("a day without a known grant is refused where the day is written")
  func unknownDay() throws {
    let faults = #expect(throws: Faults.self) { try audit(["note-audit.law-at": "2023-05-15"]) }
    #expect(
      faults?.description.hasPrefix(
        "test.yaml:1:1: error: no per-capita grant is known for 2023-05-15: 'base-grant' ended")
        == true)
  }

  @Test("the computed rows are the scenario at the rates of the note's day, and as it is")
  func simulated() throws {
    let world = try SmallWorld()
    let audit = try audited(world)
    var frozen = world
    try frozen.change("law-at", to: "2020-12-01")
    #expect(audit.simulated.map { $0.lawAt?.description } == ["2020-12-01", nil])
    #expect(try audit.simulated[0].yearly == frozen.comparison().municipalGrants)
    #expect(try audit.simulated[1].yearly == world.comparison().municipalGrants)
    // Rates rose twice during the run.
    #expect(audit.simulated[0].yearly < audit.simulated[1].yearly)
  }

  @Test("the computed amount is persons times the mean rate, which lies between the tiers")
  func simulatedRate() throws {
    for row in try audit().simulated {
      #expect(
        Money(kroner: Ratio((row.persons * row.rate * Ratio(100)).rounded, over: 100))
          == row.yearly)
      #expect(row.rate > Ratio(499) && row.rate < Ratio(653))
      #expect(row.persons >= Ratio(118) && row.persons <= Ratio(130))
    }
  }

  @Test("a run of half a year is scaled to twelve months")
  func halfAYear() throws {
    let world = try SmallWorld(changes: ["months": "6"])
    let yearly = try audited(world).simulated[1].yearly
    #expect(try yearly == 2 * world.comparison().municipalGrants)
  }

  private func audit(_ changes: KeyValuePairs<String, String> = [:]) throws -> AuditedNote {
    try audited(SmallWorld(changes: changes))
  }

  private func audited(_ world: SmallWorld) throws -> AuditedNote {
    let comparison = try world.comparison()
    let note = try #require(comparison.scenario.noteAudit)
    return try AuditedNote(note, of: world.file, in: comparison)
  }
}
