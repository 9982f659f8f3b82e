import Diagnostics
import Documents
import RateBooks
import Rules
import Testing
import Units

@Suite("What a scenario adds to the law")
struct OverlayTests {
  private func fragment(_ text: String) throws -> RateBook {
    try RateBook.fragment.read(Node(parsing: InputFile(path: "law.yaml", text: text)))
  }

  private func law() throws -> RateBook {
    try Norway.book().overlaid(
      by: fragment(
        """
        copay-ceilings:
          copay-ceiling:
            title: A lower ceiling
            unit: NOK/person/year
            periods:
              - { from: 2022-07-01, value: 1000, reference: &own { title: Own, document: a test } }
              - { from: 2023-07-01, value: null, reference: *own }
        list-rights:
          posted-diplomats:
            title: Diplomats
            unit: rule
            periods:
              - { from: 2021-05-01, value: { requires: [accredited] }, reference: *own }
        """))
  }

  @Test("a rule of the same name is replaced from the first new day on and kept before it")
  func replaced() throws {
    let ceiling = try #require(law().copayCeilings["copay-ceiling"]).series
    for (text, kroner) in [
      ("2021-01-01", 2460), ("2022-06-30", 2921), ("2022-07-01", 1000), ("2023-06-30", 1000),
    ] {
      #expect(try ceiling.inForce(on: day(text))?.value == .kroner(kroner), "\(text)")
    }
    // The book's values of 2023, 2024 and 2026 are gone as well.
    for text in ["2023-07-01", "2024-01-01", "2026-01-01"] {
      #expect(try ceiling.inForce(on: day(text)) == nil, "\(text)")
    }
    #expect(ceiling.title == "A lower ceiling")
    #expect(ceiling.periods[2].position.file == "law.yaml")
  }

  @Test("a rule of a new name is added after those of the book, which stay as they were")
  func added() throws {
    let (book, law) = (try Norway.book(), try law())
    #expect(
      law.listRights.rules.map(\.name) == book.listRights.rules.map(\.name) + ["posted-diplomats"])
    #expect(law.entries.count == book.entries.count + 1)
    #expect(law.currency == "NOK")
    #expect(law.title == "Norway")
    #expect(law.fees.rules.map(\.name) == book.fees.rules.map(\.name))
  }

  @Test("adding nothing changes nothing")
  func nothing() throws {
    let (book, law) = (try Norway.book(), try Norway.book().overlaid(by: fragment("{}")))
    #expect(law.entries.map(\.name) == book.entries.map(\.name))
    #expect(law.entries.map(\.periods.count) == book.entries.map(\.periods.count))
  }
}
