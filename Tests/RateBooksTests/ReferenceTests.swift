import Diagnostics
import RateBooks
import Testing
import Units

@Suite("Norway's sources")
struct ReferenceTests {
  @Test("every period of every rule says where it is written")
  func everyPeriod() throws {
    let entries = try Norway.book().entries
    #expect(entries.count > 70)
    for entry in entries {
      #expect(!entry.title.isEmpty, "\(entry.name)")
      for period in entry.periods {
        let reference = period.reference
        #expect(!reference.title.isEmpty, "\(entry.name) \(period.from)")
        let place = reference.url ?? reference.document ?? ""
        #expect(!place.isEmpty, "\(entry.name) \(period.from)")
        if let url = reference.url { #expect(url.hasPrefix("http"), "\(entry.name)") }
      }
    }
  }

  @Test("every period has its own line in the book, in rising order of days")
  func positions() throws {
    for entry in try Norway.book().entries {
      let lines = entry.periods.map(\.position.line)
      let days = entry.periods.map(\.from)
      #expect(lines == lines.sorted() && Set(lines).count == lines.count, "\(entry.name)")
      #expect(days == days.sorted() && Set(days).count == days.count, "\(entry.name)")
      #expect(entry.periods.allSatisfy { $0.position.file == "norway.yaml" })
    }
  }

  @Test("a name stands in one section only")
  func names() throws {
    let names = try Norway.book().entries.map(\.name)
    #expect(Set(names).count == names.count)
  }

  @Test("a day's standing is listed in words, or why there is nothing")
  func standing() throws {
    let entries = try Norway.book().entries
    let grant = try #require(entries.first { $0.name == "base-grant" })
    guard case .inForce(let words, let period) = try grant.standing(on: day("2021-12-31")) else {
      Issue.record("no base grant in 2021")
      return
    }
    #expect(words == "642 for places 1–1000; 526 for places 1001–2500")
    #expect(
      period.reference.description
        == "KS, Resultat av takstoppgjøret for legene 2021, "
        + "https://www.ks.no/fagomrader/lonn-og-tariff/legeavtaler/resultat-av-takstoppgjoret-for-legene-2021/"
    )
    guard case .ended = try grant.standing(on: day("2023-05-01")) else {
      Issue.record("a base grant after its end")
      return
    }
  }

  @Test("a jurisdiction nobody built in is named, with the nearest that is")
  func unknown() throws {
    for (typed, help) in [
      ("norwegen", "built in: denmark, norway; or name a .yaml file of your own"),
      ("Norwy", "did you mean 'norway'?"),
    ] {
      let fault = #expect(throws: Faults.self) {
        try RateBook(
          named: Located(
            typed, written: typed, at: SourcePosition(file: "a.yaml", line: 2, column: 15)))
      }
      #expect(
        fault?.description == """
          a.yaml:2:15: error: there is no built-in rate book '\(typed)'
            help: \(help)
          """)
    }
  }
}
