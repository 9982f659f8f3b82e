import Scenarios
import Testing
import Units

@testable import Reports

@Suite("The tables of sources")
struct SourceTableTests {
  @Test("every number of the scenario stands with its interval, its source and its line")
  func assumptions() throws {
    let table = try #require(try SmallWorld.shippedReport.get().table(.assumptions))
    let uptake = try #require(table.rows.first { $0[0] == .text("arrivals.diplomats.uptake") })
    #expect(uptake[1...3] == [.text("0.5"), .text("1"), .text("1")])
    for row in table.rows {
      guard case .text(let source) = row[5], case .text(let line) = row[6] else {
        Issue.record("no text in \(row)")
        continue
      }
      #expect(line.contains(/diplomat-list\.yaml:\d+:\d+$/))
      // What a scenario sets without a number that somebody has published needs no source.
      if row[4] == .term("setting") { continue }
      #expect(!source.isEmpty)
      let basis = source.hasPrefix("assumption") ? "assumption" : "published"
      #expect(row[4] == .term(row[2] == .missing ? "not-published" : basis))
    }
    #expect(table.rows.count == 28)
  }

  @Test("a number without an interval stands at both its ends")
  func noInterval() throws {
    let table = try #require(try SmallWorld.shippedReport.get().table(.assumptions))
    let persons = try #require(table.rows.first { $0[0] == .text("arrivals.diplomats.persons") })
    #expect(persons[1...3] == [.text("1700"), .text("1700"), .text("1700")])
  }

  @Test("what nobody has published is missing, and says where one looked")
  func notPublished() throws {
    let table = try #require(try SmallWorld.shippedReport.get().table(.assumptions))
    let contracts = try #require(table.rows.first { $0[0] == .text("standby-contracts") })
    #expect(contracts[1...3] == [.missing, .missing, .missing])
    #expect(
      contracts[5]
        == .text("the note says these payments fall away; no figure is published"))
  }

  @Test("the law behind the postings is named with each of its rates, once")
  func references() throws {
    let table = try #require(try SmallWorld.shippedReport.get().table(.references))
    let grants = table.rows.filter { $0[0] == .text("base-grant") }
    #expect(
      grants.map { $0[1] } == [
        .text("577 for places 1–1000; 499 for places 1001–2500 NOK/person/year"),
        .text("642 for places 1–1000; 526 for places 1001–2500 NOK/person/year"),
        .text("653 for places 1–1000; 526 for places 1001–2500 NOK/person/year"),
      ])
    #expect(Set(table.rows).count == table.rows.count)
  }
}
