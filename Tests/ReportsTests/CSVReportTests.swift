import Documents
import Scenarios
import TestSupport
import Testing
import Units

@testable import Reports

@Suite("A report as CSV")
struct CSVReportTests {
  @Test("every table reads back with its columns, units and rows", arguments: TableName.ofArrivals)
  func readsBack(name: TableName) throws {
    let report = try SmallWorld.shippedReport.get()
    let table = try #require(report.table(name))
    let read = try parsed(MachineWriter(Wording(.english)).csv(table, in: report))
    #expect(
      read.header == table.columns.map { $0.unit == "text" ? $0.name : "\($0.name) [\($0.unit)]" }
        + ["year", "period", "price-level", "stage"])
    let scope = ["2021", "2021-05/2022-04", "current", table.stage.rawValue]
    #expect(read.rows.allSatisfy { $0.cells.suffix(4) == scope })
    #expect(read.rows.count == table.rows.count)
    #expect(!read.rows.isEmpty)
  }

  @Test("money has two decimals, and what nobody has published is empty")
  func money() throws {
    let report = try SmallWorld.shippedReport.get()
    for table in report.tables {
      let rows = try parsed(MachineWriter(Wording(.english)).csv(table, in: report)).rows
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
    #expect(english.csv(payers, in: report) == danish.csv(payers, in: report))
    #expect(english.csv(audit, in: report) != danish.csv(audit, in: report))
  }

  @Test("the tidy file holds every number of every table, with a column for each key")
  func tidy() throws {
    let report = try SmallWorld.shippedReport.get()
    let table = try parsed(MachineWriter(Wording(.english)).tidyCSV(report))
    let numbers = report.tables.reduce(0) { sum, table in
      sum + table.rows.count * table.columns.count { $0.unit != "text" && !$0.isKey }
    }
    #expect(
      table.header.prefix(7)
        == ["table", "year", "period", "price-level", "stage", "reading", "municipality"])
    #expect(table.header.suffix(3) == ["column", "unit", "value"])
    #expect(Set(table.header).count == table.header.count)
    #expect(table.rows.count == numbers)
    func found(_ words: [String: String]) -> [String] {
      table.rows.filter { row in
        words.allSatisfy { name, word in
          table.header.firstIndex(of: name).map { row.cells[$0] } == word
        }
      }.compactMap(\.cells.last)
    }
    let own = ["table": "note-audit", "reading": "as-computed", "column": "amount"]
    #expect(found(own) == ["2432700.00"])
    #expect(found(own.merging(["unit": "NOK/year", "payer": ""]) { $1 }) == ["2432700.00"])
    #expect(
      found([
        "table": "payers", "payer": "municipality", "payee": "practice", "line": "base-grant",
        "column": "difference", "stage": "after-list-movements", "year": "2021",
      ]) == ["2856681.16"])
    #expect(found(["table": "cost-by-uptake", "uptake": "0.1"]).count == 3)
  }

  @Test("what stands before its value names one number of the tidy file")
  func tidyNames() throws {
    let report = try SmallWorld.shippedReport.get()
    let rows = try parsed(MachineWriter(Wording(.english)).tidyCSV(report)).rows.map(\.cells)
    let names = Dictionary(grouping: rows) { $0.dropLast(2).joined(separator: " / ") }
    #expect(names.filter { $0.value.count > 1 }.keys.sorted() == [])
  }

  @Test("a number is of the year, stage and unit of its row, where the row has its own")
  func ownScope() throws {
    let world = try SmallWorld()
    let made = try world.report("lists")
    let table = Table(
      .stages, stage: .afterBehaviour,
      columns: [.init("year"), .init("stage"), .init("unit"), .init("simulated", "number")],
      rows: [[.text("2030"), .term("immediate"), .text("NOK"), .count(7)]])
    let report = made.with(table)
    let writer = MachineWriter(Wording(.english))
    #expect(
      writer.csv(table, in: report) == """
        year,stage,unit,simulated [number],period,price-level
        2030,immediate,NOK,7,2021-05/2022-04,current

        """)
    #expect(
      writer.tidyCSV(report) == """
        table,year,period,price-level,stage,column,unit,value
        stages,2030,2021-05/2022-04,current,immediate,simulated,NOK,7

        """)
  }

  @Test("a sum over what is paid is what is paid: balances stand in a table of their own")
  func sums() throws {
    let report = try SmallWorld(changes: SmallWorld.everything).report("payers", "balances")
    let (payers, balances) = (
      try #require(report.table(.payers)), try #require(report.table(.balances))
    )
    #expect(!payers.rows.contains { $0[0] == .term("balance") })
    func sum(_ rows: [[Cell]], _ column: Int) -> Int {
      rows.reduce(0) { sum, row in
        if case .money(let money) = row[column] { sum + money.ore } else { sum }
      }
    }
    for place in 0..<3 {
      #expect(sum(balances.rows, 1 + place) == 0)
      let municipal = payers.rows.filter { $0[0] == .term("municipality") }
      let received = payers.rows.filter { $0[1] == .term("municipality") }
      let balance = balances.rows.filter { $0[0] == .term("municipality") }
      #expect(sum(balance, 1 + place) == sum(received, 3 + place) - sum(municipal, 3 + place))
    }
  }

  private func parsed(_ text: String) throws -> CSVTable {
    let folder = try TemporaryFolder()
    return try CSVTable(reading: folder.file("table.csv", text))
  }
}

extension Report {
  /// The report with one table in place of its own.
  func with(_ table: Table) -> Report {
    var report = self
    report.tables = [table]
    return report
  }
}
