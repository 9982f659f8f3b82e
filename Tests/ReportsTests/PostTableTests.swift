import Diagnostics
import Documents
import ScenarioSupport
import Scenarios
import TestSupport
import Testing
import Units

@testable import Reports
@testable import takst

/// The tables of a small nation with every section.
private let report = Result { try reportOfAll() }

private func reportOfAll(changing changes: KeyValuePairs<String, String> = [:]) throws -> Report {
  func file(_ name: String) throws -> ScenarioFile {
    try ScenarioFile(reading: Repository.path("Scenarios/norway/\(name).yaml"))
  }
  var all = try file("posts-2023").changing("population.persons", toYAML: "20000")
  for (name, section) in [
    ("out-of-hours-salary", "out-of-hours-pay"), ("training-posts", "training-posts"),
  ] {
    let node = try #require(try file(name).document.value(at: section))
    all = try all.changing(section, to: node)
  }
  all = try all.changing("training-posts.posts", toYAML: "1.5")
  for (path, yaml) in changes { all = try all.changing(path, toYAML: yaml) }
  return try Report(of: all)
}

@Suite("Tables of pay and posts")
struct PostTableTests {
  private static let names: [TableName] = [.outOfHours, .trainingPosts, .supply, .practiceTransfer]

  private func table(_ name: TableName, of report: Report? = nil) throws -> Table {
    let shown = try report ?? everything()
    return try #require(shown.tables.first { $0.name == name.rawValue })
  }

  private func everything() throws -> Report { try report.get() }

  @Test("every section has its table, and none is there without it")
  func shown() throws {
    for name in Self.names { #expect(try table(name).rows.count > 3, "\(name.rawValue)") }
    let base = try Report(of: ShippedScenario.nation(of: 5_000))
    #expect(!base.tables.contains { Self.names.map(\.rawValue).contains($0.name) })
  }

  @Test("every word of the tables is in every language", arguments: Language.allCases)
  func words(language: Language) throws {
    let words = language.words()
    for name in Self.names {
      let table = try table(name)
      #expect(words["table-\(name.rawValue)"] != nil)
      for column in table.columns {
        #expect(words["column-\(column.name)"] != nil, "\(column.name)")
        if column.unit != "text" && column.unit != "NOK" {
          #expect(words["unit-\(column.unit)"] != nil, "\(column.unit)")
        }
      }
      for case .term(let term) in table.rows.flatMap(\.self) {
        #expect(words["term-\(term)"] != nil, "\(term)")
      }
      for note in table.notes { #expect(words[note.key] != nil, "\(note.key)") }
    }
    #expect(!TextWriter(Wording(language)).text(try report.get()).contains("{"))
  }

  @Test("shares of the payers sum to one, before and after")
  func shares() throws {
    let rows = try table(.outOfHours).rows.filter { $0[1] == .term("all") && $0[0] != .term("all") }
    #expect(rows.map { $0[0] } == [.term("municipality"), .term("state"), .term("patient")])
    for column in [3, 5] {
      let sum = rows.reduce(Ratio.zero) { sum, row in
        if case .number(let share, _) = row[column] { sum + share } else { sum }
      }
      #expect(abs(sum.double - 1) < 1e-9)
    }
    #expect(rows[0][2] == .money(.zero) && rows[0][4] != .money(.zero))
  }

  @Test("lines of a payer sum to the payer's row, and payers to the last")
  func sums() throws {
    let rows = try table(.outOfHours).rows
    func money(_ row: [Cell], _ column: Int) -> Money {
      if case .money(let money) = row[column] { money } else { .zero }
    }
    let last = rows[rows.count - 1]
    for column in [2, 4] {
      for payer in ["municipality", "state", "patient"] {
        let own = rows.filter { $0[0] == .term(payer) }
        let lines = own.filter { $0[1] != .term("all") }.reduce(.zero) { $0 + money($1, column) }
        let sum = own.filter { $0[1] == .term("all") }.reduce(.zero) { $0 + money($1, column) }
        #expect(lines == sum, "\(payer)")
      }
      let payers = rows.dropLast().filter { $0[1] == .term("all") }
      #expect(payers.reduce(.zero) { $0 + money($1, column) } == money(last, column))
    }
  }

  @Test("contacts say that some of their fees are not claimed, in the words of every language")
  func unclaimed() throws {
    #expect(!(try table(.contacts).notes.contains { $0.key == "note-unclaimed" }))
    let report = try reportOfAll(changing: ["out-of-hours-pay.fees-to": "nobody"])
    #expect(try table(.contacts, of: report).notes.contains { $0.key == "note-unclaimed" })
    for language in Language.allCases {
      #expect(!TextWriter(Wording(language)).text(report).contains("{"), "\(language.rawValue)")
    }
  }

  @Test("the path has a row per year and one of sums, which says whether it is discounted")
  func path() throws {
    let table = try table(.supply)
    #expect(table.rows.count == 16)
    #expect(table.rows.first?.first == .text("2023") && table.rows[14].first == .text("2037"))
    #expect(table.rows.last?.first == .term("sum-of-years"))
    #expect(table.notes.contains { $0.key == "note-supply-discounted" })
    let plain = try self.table(
      .supply, of: reportOfAll(changing: ["supply.discount-rate": "null"]))
    #expect(plain.notes.contains { $0.key == "note-supply-undiscounted" })
    let sums = try #require(plain.rows.last?.suffix(3))
    if case .money(let vacant) = sums[sums.startIndex],
      case .money(let interns) = sums[sums.startIndex + 1]
    {
      #expect(sums.last == .money(vacant + interns))
    } else {
      Issue.record("the sums are not money")
    }
  }

  @Test("the postings of a section stand among the references, with their line of the scenario")
  func references() throws {
    let rows = try table(.references).rows.map { $0[0] }
    for name in [
      "out-of-hours-pay.pay-per-hour", "training-posts.salary", "supply.vacant-extra-cost",
      "practice-transfer.market-price",
    ] {
      #expect(rows.contains(.text(name)), "\(name)")
    }
  }
}
