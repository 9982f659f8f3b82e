import Documents
import Scenarios
import TestSupport
import Testing

@testable import Reports

@Suite("A report as CSV")
struct CSVReportTests {
  @Test("every table reads back with its columns, units and rows", arguments: TableName.ofArrivals)
  func readsBack(name: TableName) throws {
    let table = try #require(try SmallWorld.shippedReport.get().table(name))
    let read = try parsed(MachineWriter(Wording(.english)).csv(table))
    #expect(
      read.header
        == table.columns.map { $0.unit == "text" ? $0.name : "\($0.name) [\($0.unit)]" })
    #expect(read.rows.count == table.rows.count)
    #expect(!read.rows.isEmpty)
  }

  @Test("money has two decimals, and what nobody has published is empty")
  func money() throws {
    for table in try SmallWorld.shippedReport.get().tables {
      let rows = try parsed(MachineWriter(Wording(.english)).csv(table)).rows
      for (cells, written) in zip(table.rows, rows.map(\.cells)) {
        for (cell, text) in zip(cells, written) {
          if case .money = cell { #expect(text.wholeMatch(of: /-?\d+\.\d\d/) != nil, "\(text)") }
          if case .missing = cell { #expect(text.isEmpty) }
        }
      }
    }
  }

  @Test("names and terms stay English in every language, and sentences do not")
  func languages() throws {
    let report = try SmallWorld.shippedReport.get()
    let payers = try #require(report.table(.payers))
    let audit = try #require(report.table(.noteAudit))
    let (english, danish) = (MachineWriter(Wording(.english)), MachineWriter(Wording(.danish)))
    #expect(english.csv(payers) == danish.csv(payers))
    #expect(english.csv(audit) != danish.csv(audit))
  }

  @Test("the tidy file holds every number of every table")
  func tidy() throws {
    let report = try SmallWorld.shippedReport.get()
    let table = try parsed(MachineWriter(Wording(.english)).tidyCSV(report))
    let numbers = report.tables.reduce(0) { sum, table in
      sum + table.rows.count * table.columns.count { $0.unit != "text" }
    }
    #expect(table.header == ["table", "row", "column", "unit", "value"])
    #expect(table.rows.count == numbers)
    let own = table.rows.map(\.cells).first {
      $0[0] == "note-audit" && $0[1] == "as-computed" && $0[2] == "amount"
    }
    #expect(own?.suffix(2) == ["NOK/year", "2432700.00"])
    #expect(
      table.rows.contains {
        $0.cells.prefix(4) == ["payers", "municipality | practice | base-grant", "reform", "NOK"]
      })
  }

  @Test("table, row and column name one number of the tidy file")
  func tidyNames() throws {
    let report = try SmallWorld.shippedReport.get()
    let rows = try parsed(MachineWriter(Wording(.english)).tidyCSV(report)).rows.map(\.cells)
    let names = Dictionary(grouping: rows) { $0.prefix(3).joined(separator: " / ") }
    #expect(names.filter { $0.value.count > 1 }.keys.sorted() == [])
  }

  private func parsed(_ text: String) throws -> CSVTable {
    let folder = try TemporaryFolder()
    return try CSVTable(reading: folder.file("table.csv", text))
  }
}
