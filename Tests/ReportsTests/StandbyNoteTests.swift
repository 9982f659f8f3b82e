import Scenarios
import Testing

@testable import Reports

@Suite("Contracts whose cost nobody has published")
struct StandbyNoteTests {
  /// The tables with a total that lacks the contracts.
  private static let tables: [TableName] = [.payers, .costByUptake, .costRange, .breakEven]

  @Test("every table whose total lacks them says so", arguments: tables)
  func shown(name: TableName) throws {
    let report = try SmallWorld.shippedReport.get()
    let table = try #require(report.table(name))
    #expect(table.notes.contains { $0.key == "note-standby" })
  }

  @Test("the text for people shows the words in the reader's language")
  func words() throws {
    let report = try SmallWorld().report("payers", "break-even")
    #expect(TextWriter(Wording(.english)).text(report).contains("not published"))
    #expect(TextWriter(Wording(.english)).text(report).contains("are not in the totals"))
    #expect(TextWriter(Wording(.danish)).text(report).contains("ikke offentliggjort"))
  }

  @Test("they have a row of their own without an amount")
  func row() throws {
    let payers = try #require(SmallWorld.shippedReport.get().table(.payers))
    let rows = payers.rows.filter { $0[2] == .term("standby-contract") }
    #expect(rows.map { Array($0.dropFirst(3)) } == [[.missing, .missing, .missing, .empty]])
  }

  @Test("the note disappears when the scenario states a number", arguments: tables)
  func stated(name: TableName) throws {
    let world = try SmallWorld(
      changes: ["standby-contracts": "{ central: 50000, source: a test }"])
    let report = try world.report(name.rawValue)
    #expect(!report.tables.flatMap(\.notes).contains { $0.key == "note-standby" })
    #expect(!report.tables.flatMap { $0.rows.flatMap(\.self) }.contains(.missing))
  }
}
