import Diagnostics
import Documents
import Foundation
import RateBooks
import Reports
import TestSupport
import Testing
import Units

@Suite("Listing a rate book")
struct RateListingTests {
  private static let book = Result<RateBook, any Error> {
    let place = SourcePosition(file: "test")
    return try RateBook(named: Located("norway", written: "norway", at: place))
  }

  @Test("what is in force on a day, with its reference, and why the rest is not")
  func inForce() throws {
    let day = try #require(CalendarDate(iso: "2021-07-01"))
    let text = try listing(.inForce(day)).text()
    #expect(text.hasPrefix("Norway, in force on 2021-07-01\n\nmonth-rules:\n"))
    #expect(
      text.contains(
        """
          base-grant — Per-capita base grant (basistilskudd) (NOK/person/year)
            from 2021-07-01: 642 for places 1–1000; 526 for places 1001–2500 [2]
        """))
    #expect(text.contains("  equalisation-grant: not in the book before 2023-07-01\n"))
    #expect(text.contains("  recruitment-start-grant: ended on 2019-01-01\n"))
    #expect(text.contains("  2ad: not known after 2021-06-30\n"))
    #expect(text.contains("\nreferences:\n[1] Helfo, Basistilskudd for fastlegeordningen"))
  }

  @Test("every reference mark of a listing has its line, and every line its mark")
  func marks() throws {
    let text = try listing(.history("base-grant")).text()
    let parts = text.components(separatedBy: "\nreferences:\n")
    let cited = Set(parts[0].matches(of: /\[(\d+)\]\n/).map { String($0.output.1) })
    let lines = parts[1].matches(of: #/(?m)^\[(\d+)\] /#).map { String($0.output.1) }
    #expect(Set(lines) == cited)
    #expect(lines.count == 4)
  }

  @Test("the history of a rule is its periods, the end among them")
  func history() throws {
    let text = try listing(.history("base-grant")).text()
    #expect(text.hasPrefix("Norway, the history of 'base-grant'\n"))
    #expect(text.contains("    from 2001-07-01: 278 [1]\n"))
    #expect(text.contains("    from 2020-05-01: 577 for places 1–1000; 499 for places 1001–2500"))
    #expect(text.contains("    from 2023-05-01: ended"))
    let tariff = try listing(.history("patient-adjusted-base-grant")).text()
    #expect(tariff.contains("      known until 2024-06-30\n      note: National average,"))
  }

  @Test("the index names every rule once")
  func index() throws {
    let book = try Self.book.get()
    let rows = try json(.index)
    #expect(rows.map { $0[1] } == book.entries.map(\.name))
    #expect(Set(rows.map { $0[1] }).count == rows.count)
    #expect(try listing(.index).text().contains("from 2001-07-01: latest value from 2023-05-01\n"))
  }

  @Test("CSV has the rows of JSON", arguments: ["index", "history", "in force"])
  func sameRows(question: String) throws {
    let day = try #require(CalendarDate(iso: "2022-08-01"))
    let asked: RateListing.Question =
      switch question {
      case "index": .index
      case "history": .history("2ad")
      default: .inForce(day)
      }
    let folder = try TemporaryFolder()
    let table = try CSVTable(reading: folder.file("rates.csv", listing(asked).csv()))
    #expect(table.rows.map(\.cells) == (try json(asked)))
    #expect(
      table.header == [
        "section", "rule", "title", "unit", "from", "value", "known-until", "reference", "note",
      ])
  }

  @Test("a rule that is not there is refused, and the near name is shown")
  func unknownRule() throws {
    let near = #expect(throws: Refusal.self) { try listing(.history("base-grnat")) }
    #expect(
      near?.description == """
        refused: the rate book of Norway has no rule 'base-grnat'
          help: did you mean 'base-grant'?
        """)
    let far = #expect(throws: Refusal.self) { try listing(.history("xyzzy")) }
    #expect(
      far?.description == """
        refused: the rate book of Norway has no rule 'xyzzy'
          help: 'takst rates norway' lists the names
        """)
  }

  private func listing(_ question: RateListing.Question) throws -> RateListing {
    try RateListing(question, of: Self.book.get())
  }

  private func json(_ question: RateListing.Question) throws -> [[String]] {
    let data = try Data(listing(question).json(version: "1.2.3").utf8)
    let object = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(object["takst"] as? String == "1.2.3")
    #expect(object["jurisdiction"] as? String == "Norway")
    #expect(object["currency"] as? String == "NOK")
    let tables = try #require(object["tables"] as? [String: [String: Any]])
    return try #require(tables["rates"]?["rows"] as? [[String]])
  }
}
