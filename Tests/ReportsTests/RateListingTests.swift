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
  private static let file = Result<InputFile, any Error> {
    let place = SourcePosition(file: "test")
    return try RateBook.file(named: Located("norway", written: "norway", at: place))
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

  @Test("the index names every rule once for people, and has every value for programs")
  func index() throws {
    let book = try RateBook(Self.file.get())
    let rates = try json(.index)
    #expect(rates.count == book.entries.reduce(0) { $0 + $1.periods.count })
    #expect(Set(rates.compactMap { $0["rule"] as? String }) == Set(book.entries.map(\.name)))
    let text = try listing(.index).text()
    #expect(text.contains("from 2001-07-01: latest value from 2023-05-01\n"))
    #expect(text.matches(of: #/\n  base-grant — /#).count == 1)
  }

  @Test("JSON has values to copy: numbers, days, who pays and where it is written")
  func fields() throws {
    let rates = try json(.history("base-grant"))
    let first = try #require(rates.first)
    #expect(first["section"] as? String == "per-capita-grants")
    #expect(first["unit"] as? String == "NOK/person/year")
    #expect(first["payer"] as? String == "municipality")
    #expect(first["account"] as? String == "base-grant")
    #expect(first["from"] as? String == "2001-07-01")
    #expect(first["standing"] as? String == "in-force")
    let places = try #require((first["value"] as? [String: Any])?["places"] as? [[String: Any]])
    #expect(places.first?["above"] as? Int == 0 && places.first?["rate"] as? Int == 278)
    #expect(
      first["reference"] as? String == "Normaltariff through the years (healtheconomics.no)")
    #expect((first["url"] as? String)?.hasPrefix("http://healtheconomics.no/") == true)
    #expect(first["words"] as? String == "278")
    let last = try #require(rates.last)
    #expect(last["standing"] as? String == "ended" && last["value"] is NSNull)
    let day = try #require(CalendarDate(iso: "2021-07-01"))
    let ceiling = try #require(try json(.inForce(day)).first { $0["rule"] as? String == "2ad" })
    #expect(ceiling["standing"] as? String == "unknown" && ceiling["value"] is NSNull)
    #expect(ceiling["words"] as? String == "not known after 2021-06-30")
  }

  @Test("a value of JSON is read again as the same law, as a scenario would have it")
  func valuesAreYAML() throws {
    let book = try RateBook(Self.file.get())
    var sections: [String: [String: [String: Any]]] = [:]
    for rate in try json(.index) {
      let names = try ["section", "rule"].map { try #require(rate[$0] as? String) }
      var rule = sections[names[0]]?[names[1]] ?? [:]
      for key in ["title", "unit", "payer", "account"] where rate[key] is String {
        rule[key] = rate[key]
      }
      let parts = [("title", "reference")] + ["paragraph", "document", "url"].map { ($0, $0) }
      let reference = Dictionary(
        uniqueKeysWithValues: parts.compactMap { key, name in
          (rate[name] as? String).map { (key, $0) }
        })
      var period: [String: Any] = [
        "from": try #require(rate["from"]), "value": try #require(rate["value"]),
        "reference": reference,
      ]
      for key in ["known-until", "note"] where rate[key] is String { period[key] = rate[key] }
      rule["periods"] = (rule["periods"] as? [Any] ?? []) + [period]
      sections[names[0], default: [:]][names[1]] = rule
    }
    var written: [String: Any] = sections
    (written["rate-book"], written["currency"]) = (book.title, book.currency)
    let text = String(
      decoding: try JSONSerialization.data(
        withJSONObject: written, options: [.sortedKeys, .withoutEscapingSlashes]),
      as: UTF8.self)
    let again = try RateBook(InputFile(path: "again.yaml", text: text))
    func said(_ book: RateBook) -> [String] {
      book.entries.map { entry in
        let periods = entry.periods.map { period in
          "\(period.from) \(period.value ?? "ended") \(period.knownUntil?.description ?? "") "
            + "\(period.reference) \(period.note ?? "")"
        }
        return "\(entry.section) \(entry.name) \(entry.title) \(entry.unit.value) "
          + "\(String(describing: entry.payer)) \(String(describing: entry.account)) \(periods)"
      }.sorted()
    }
    #expect(said(again) == said(book))
  }

  @Test("a book that is printed is read again as the same law", arguments: RateBook.builtIn)
  func printed(name: String) throws {
    let place = SourcePosition(file: "test")
    let located = Located(name, written: name, at: place)
    let folder = try TemporaryFolder()
    let path = try folder.file("own.yaml", RateBook.file(named: located).text)
    let own = try RateBook(named: Located(path, written: path, at: place))
    let book = try RateBook(named: located)
    #expect(own.title == book.title && own.currency == book.currency)
    #expect(own.entries.map(\.name) == book.entries.map(\.name))
    for (a, b) in zip(own.entries, book.entries) {
      #expect(a.periods.map(\.value) == b.periods.map(\.value))
      #expect(a.periods.map(\.from) == b.periods.map(\.from))
      #expect(a.periods.map(\.reference) == b.periods.map(\.reference))
    }
  }

  @Test("CSV has the values of JSON", arguments: ["index", "history", "in force"])
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
    #expect(
      table.header == [
        "section", "rule", "title", "unit", "payer", "account", "standing", "from", "known-until",
        "value", "words", "reference", "paragraph", "document", "url", "note",
      ])
    let rates = try json(asked)
    #expect(table.rows.count == rates.count)
    for (row, rate) in zip(table.rows, rates) {
      for (name, cell) in zip(table.header, row.cells) where name != "value" {
        #expect(cell == rate[name] as? String ?? "", "\(name)")
      }
    }
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
    try RateListing(question, of: Self.file.get())
  }

  private func json(_ question: RateListing.Question) throws -> [[String: Any]] {
    let data = try Data(listing(question).json(version: "1.2.3").utf8)
    let object = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(object["takst"] as? String == "1.2.3")
    #expect(object["jurisdiction"] as? String == "Norway")
    #expect(object["currency"] as? String == "NOK")
    return try #require(object["rates"] as? [[String: Any]])
  }
}
