import Documents
import Reports
import ScenarioSupport
import Scenarios
import TestSupport
import Testing
import Units

@testable import takst

@Suite("Tables of payment models")
struct ModelTableTests {
  private func shipped(_ name: String) throws -> ScenarioFile {
    try ScenarioFile(reading: Repository.path("Scenarios/international/\(name).yaml"))
  }

  private func tidy(_ file: ScenarioFile) throws -> [[Substring]] {
    try MachineWriter(Wording(.english)).tidyCSV(Report(of: file)).split(separator: "\n")
      .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
  }

  @Test("the answers of Primary Care First stand in the tidy table, to the cent")
  func primaryCareFirst() throws {
    let lines = try tidy(shipped("primary-care-first")).map { row in
      row.filter { !$0.isEmpty && !["2019", "current", "immediate"].contains($0) }
        .joined(separator: ",")
    }
    for line in [
      "model-differences,100,1,primary-care-first,difference,USD,31286.40",
      "model-differences,100,10,primary-care-first,difference,USD,-36300.00",
      "model-break-even,100,primary-care-first,1,break-even,number,5.1662",
      "model-break-even,1000,primary-care-first,1,break-even,number,5.1662",
      "model-payer-sums,100,1,primary-care-first,medicare,difference,USD,31286.40",
    ] { #expect(lines.contains(line), "\(line)") }
  }

  @Test("components sum to 'in all' and payers to the components, in every row of the example")
  func sums() throws {
    let report = try Report(of: shipped("example-blended-capitation"))
    let payments = try #require(report.table(.modelPayments)?.rows)
    let payers = try #require(report.table(.modelPayers)?.rows)
    func money(_ cell: Cell) -> Money { if case .money(let money) = cell { money } else { .zero } }
    let total = Cell.term("in-all")
    var checked = 0
    for row in payments where row[4] == total {
      let same = payments.filter { $0[0...3] == row[0...3] && $0[4] != total }
      #expect(same.reduce(.zero) { $0 + money($1[7]) } == money(row[7]))
      for part in same {
        let paid = payers.filter { $0[0...3] == row[0...3] && $0[5] == part[4] }
        #expect(paid.reduce(.zero) { $0 + money($1[6]) } == money(part[7]), "\(part[4])")
      }
      checked += same.count
    }
    #expect(checked == 7 * (2 + 7))
  }

  @Test("no two rows of a table have one name in the tidy table")
  func names() throws {
    for name in ["primary-care-first", "example-blended-capitation"] {
      let keys = try tidy(shipped(name)).dropFirst().map { $0.dropLast(2).joined(separator: ",") }
      #expect(Set(keys).count == keys.count)
    }
  }

  @Test("a break-even that cannot be reached is told with the interval searched")
  func unattainable() throws {
    let file = try shipped("primary-care-first")
      .changing("break-even", toYAML: "{ from: 6, to: 30 }")
      .changing("tables", toYAML: "[model-break-even]")
    let text = try TextWriter(Wording(.english)).text(Report(of: file))
    #expect(text.contains("–  no break-even from 6 to 30: fee-for-service throughout"))
    #expect(text.contains("Looked for from 6 to 30 visits per person and year, before rounding."))
    #expect(!text.contains("5.16"))
  }

  @Test("low and high are shown only where a number has an interval")
  func reach() throws {
    func columns(_ file: ScenarioFile) throws -> [String] {
      try #require(try Report(of: file).table(.modelDifferences)).columns.map(\.name)
    }
    #expect(try !columns(shipped("primary-care-first")).contains("low"))
    #expect(try columns(shipped("example-blended-capitation")).contains("low"))
    let changed = try shipped("primary-care-first").changing(
      "models.primary-care-first.components.flat-visit-fees.amount",
      toYAML: "{ low: 40, central: 50, high: 60, source: a test }")
    let table = try #require(try Report(of: changed).table(.modelDifferences))
    // 100 visits of 100 persons: 10 more or less a fee, times 1.2.
    #expect(
      table.rows[0][5...7].map { $0 }
        == [3_128_640, 3_008_640, 3_248_640].map { .money(Money(ore: $0)) })
  }

  @Test("every number of the example has its own effect: nudged, some result moves")
  func deadSettings() throws {
    let file = try shipped("example-blended-capitation")
    func results(_ file: ScenarioFile) throws -> String {
      let report = try Report(of: file)
      let tables = report.tables.filter { $0.name != "assumptions" }
      return tables.map { MachineWriter(Wording(.english)).csv($0, in: report) }.joined()
    }
    let base = try results(file)
    let table = try #require(try Report(of: file).table(.assumptions))
    let paths = table.rows.compactMap { row -> String? in
      if case .text(let path) = row[0] { path } else { nil }
    }
    #expect(paths.count > 25)
    for path in paths {
      let value = try #require(file.document.value(at: path)?["central"]?.asTyped)
      let number = try #require(Ratio(decimal: value))
      // The payers' shares are one number: a nudge of one needs the other.
      if path.hasSuffix(".payers.patient") || path.hasSuffix(".payers.health-fund") { continue }
      let other = number == .zero ? "2" : (number * Ratio(9, over: 10)).description
      #expect(try results(file.changing(path, toYAML: other)) != base, "\(path)")
    }
  }
}
