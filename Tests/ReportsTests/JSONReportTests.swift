import Foundation
import Scenarios
import Testing

@testable import Reports

@Suite("A report as JSON")
struct JSONReportTests {
  @Test("the result names the program, the scenario, its seed and its currency")
  func head() throws {
    let object = try Self.object.get().value
    #expect(object["takst"] as? String == "1.2.3")
    #expect(object["scenario"] as? String == "Diplomats on GPs' lists, from spring 2021")
    #expect(object["seed"] as? Int == 1)
    #expect(object["currency"] as? String == "NOK")
    #expect(Set(object.keys) == ["takst", "scenario", "seed", "currency", "tables"])
  }

  @Test("every table of the program is there, by its name")
  func names() throws {
    #expect(try Set(tables().keys) == Set(TableName.ofArrivals.map(\.rawValue)))
  }

  @Test("a table has its title, year, period and stage")
  func titles() throws {
    for (name, table) in try tables() {
      #expect((table["title"] as? String)?.isEmpty == false, "\(name)")
      #expect(table["title"] as? String != name)
      #expect(table["year"] as? Int == 2021, "\(name)")
      #expect(table["period"] as? String == "2021-05/2022-04", "\(name)")
      let stage = try #require(table["stage"] as? String)
      #expect(["immediate", "after-list-movements"].contains(stage), "\(name)")
    }
  }

  @Test("every row is as wide as the columns, and every column has a name and a unit")
  func shapes() throws {
    for (name, table) in try tables() {
      let columns = try #require(table["columns"] as? [[String: String]])
      let rows = try #require(table["rows"] as? [[Any]])
      #expect(!rows.isEmpty, "\(name)")
      #expect(rows.allSatisfy { $0.count == columns.count }, "\(name)")
      #expect(columns.allSatisfy { Set($0.keys) == ["name", "unit"] }, "\(name)")
      #expect(Set(columns.compactMap { $0["name"] }).count == columns.count, "\(name)")
    }
  }

  @Test("a column of words holds words, and one with a unit numbers or nothing")
  func types() throws {
    for (name, table) in try tables() {
      let columns = try #require(table["columns"] as? [[String: String]])
      for row in try #require(table["rows"] as? [[Any]]) {
        for (column, cell) in zip(columns, row) where !(cell is NSNull) {
          #expect((cell is String) == (column["unit"] == "text"), "\(name), \(column)")
        }
      }
    }
  }

  @Test("money has at most two decimals")
  func decimals() throws {
    var amounts = 0
    for table in try tables().values {
      let columns = try #require(table["columns"] as? [[String: String]])
      for row in try #require(table["rows"] as? [[Any]]) {
        for (column, cell) in zip(columns, row) where column["unit"]?.hasPrefix("NOK") == true {
          guard let amount = cell as? Double else { continue }
          #expect(abs(amount * 100 - (amount * 100).rounded()) < 1e-4)
          amounts += 1
        }
      }
    }
    #expect(amounts > 100)
  }

  @Test("the note's own figure and the other readings are in it, to the krone")
  func audit() throws {
    let rows = try #require(tables()["note-audit"]?["rows"] as? [[Any]])
    let amounts = Dictionary(
      uniqueKeysWithValues: rows.compactMap { row in
        (row[0] as? String).map { ($0, row[3] as? Double) }
      })
    #expect(amounts["as-computed"] == 2_432_700)
    #expect(amounts["place-above-1000"] == 2_544_900)
    #expect(amounts["place-up-to-1000"] == 2_942_700)
    #expect(amounts["mix-90-10"] == 2_902_920)
  }

  @Test("the balances of the payers sum to zero")
  func balances() throws {
    let rows = try #require(tables()["balances"]?["rows"] as? [[Any]])
    #expect(rows.count == 5)
    for column in 1...3 {
      let ore = rows.compactMap { $0[column] as? Double }.map { Int(($0 * 100).rounded()) }
      #expect(ore.count == 5 && ore.reduce(0, +) == 0)
      #expect(ore.contains { $0 != 0 })
    }
  }

  @Test("the same scenario gives the same bytes again")
  func sameBytes() throws {
    let tables = ["payers", "marginal-cost", "cost-range", "cost-by-uptake", "paragraph"]
    let texts = try (0..<2).map { _ in
      let world = try SmallWorld(changes: ["tables": "[\(tables.joined(separator: ", "))]"])
      return try MachineWriter(Wording(.english)).json(world.report(), version: "1")
    }
    #expect(texts[0] == texts[1])
    #expect(texts[0].hasSuffix("}\n"))
  }

  @Test("only the tables a scenario asks for are made")
  func chosenTables() throws {
    let report = try SmallWorld().report("payers", "lists")
    #expect(report.tables.map(\.name) == ["payers", "lists"])
  }

  private func tables() throws -> [String: [String: Any]] {
    try #require(Self.object.get().value["tables"] as? [String: [String: Any]])
  }

  /// Safe to share: nobody changes what JSONSerialization made.
  private struct Parsed: @unchecked Sendable {
    let value: [String: Any]
  }

  private static let object = Result<Parsed, any Error> {
    let writer = MachineWriter(Wording(.english))
    let text = try writer.json(SmallWorld.shippedReport.get(), version: "1.2.3")
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8))
    return Parsed(value: try #require(object as? [String: Any]))
  }
}
