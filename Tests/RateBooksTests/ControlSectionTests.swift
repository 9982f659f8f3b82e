import Diagnostics
import Documents
import RateBooks
import Rules
import Testing
import Units

@Suite("Caps in a rate book")
struct ControlSectionTests {
  private static let fee = "{ honorarium: 100, refund: 40, copay: 60 }"

  private func book(_ section: String, _ unit: String, _ value: String) throws -> RateBook {
    try SmallBook.reading(
      fee: Self.fee, sections: SmallBook.section(section, unit: unit, value: value))
  }

  @Test("a daily cap names its fees, their most and which survive")
  func dailyFeeCap() throws {
    let book = try book(
      "daily-fee-caps", "fees/patient/day",
      "{ codes: [2ae, 1be], most: 2, order: dearest-first }")
    let cap = try #require(book.dailyFeeCaps["rule"]?.series.inForce(on: day("2021-01-01"))?.value)
    #expect(cap == DailyFeeCap(codes: ["1be", "2ae"], most: 2, order: .dearestFirst))
    #expect(cap.words == "at most 2 of 1be, 2ae, dearest first")
    #expect(book.entries.map(\.section) == ["fees", "daily-fee-caps"])
    #expect(book.entries[1].periods.map(\.value) == [cap.words])
  }

  @Test("a cap on lists is per practitioner, per enterprise, or both")
  func listCap() throws {
    for (value, cap, words) in [
      ("{ per-practitioner: 1500 }", ListCap(perPractitioner: 1_500), "1500 per practitioner"),
      ("{ per-enterprise: 0 }", ListCap(perEnterprise: 0), "0 per enterprise"),
      (
        "{ per-practitioner: 1500, per-enterprise: 4000 }",
        ListCap(perPractitioner: 1_500, perEnterprise: 4_000),
        "1500 per practitioner, 4000 per enterprise"
      ),
    ] {
      let book = try book("list-caps", "persons", value)
      #expect(try book.listCaps["rule"]?.series.inForce(on: day("2021-01-01"))?.value == cap)
      #expect(book.entries.last?.periods.map(\.value) == [words])
    }
  }

  @Test("a practice ceiling is an amount of the book's currency")
  func practiceCeiling() throws {
    let book = try book("practice-ceilings", "NOK/list/year", "1250000.50")
    #expect(
      try book.practiceCeilings["rule"]?.series.inForce(on: day("2021-01-01"))?.value
        == PracticeCeiling(refunds: Money(ore: 125_000_050)))
    #expect(book.entries.last?.periods.map(\.value) == ["1250000.50"])
  }

  @Test("each mistake is told where it is and how to mend it")
  func mistakes() {
    let (daily, lists) = (("daily-fee-caps", "fees/patient/day"), ("list-caps", "persons"))
    let ceilings = ("practice-ceilings", "NOK/list/year")
    let mistakes: [((name: String, unit: String), String, String)] = [
      (
        daily, "{ codes: [a], most: 1 }",
        "17:16: error: 'order' is missing from a daily cap\n"
          + "  help: add 'order': which of them survive: the dearest or the first"
      ),
      (
        daily, "{ codes: [a], most: -1, order: dearest-first }",
        "17:36: error: 'most' is -1; it takes a whole number in 0...1000"
      ),
      (
        daily, "{ codes: [a], most: 1, order: dearest }",
        "17:46: error: 'order' is dearest; it takes one of dearest-first, first-in-time"
      ),
      (
        daily, "{ codes: [], most: 1, order: dearest-first }",
        "17:25: error: 'codes' is empty; it takes a list\n"
          + "  help: write one item a line, each after '- '"
      ),
      (
        lists, "{}",
        "17:16: error: the cap says neither 'per-practitioner' nor 'per-enterprise'\n"
          + "  help: add one of them, or both"
      ),
      (
        lists, "{ per-practitioner: 1000001 }",
        "17:36: error: 'per-practitioner' is 1000001; it takes a whole number in 0...1000000"
      ),
      (
        ceilings, "-1",
        "17:16: error: 'value' is -1; it takes an amount in 0...1000000000 "
          + "with at most two decimals"
      ),
      (
        ("daily-fee-caps", "NOK/contact"), "{ codes: [a], most: 1, order: dearest-first }",
        "14:11: error: the unit 'NOK/contact' does not fit here; it takes fees/patient/day"
      ),
      (
        ("practice-ceilings", "SEK/list/year"), "1",
        "14:11: error: the unit 'SEK/list/year' is not in the book's currency, NOK\n"
          + "  help: convert the amounts, or change 'currency'"
      ),
    ]
    for (section, value, told) in mistakes {
      let text = SmallBook.section(section.name, unit: section.unit, value: value)
      #expect(SmallBook.message(fee: Self.fee, sections: text) == "b.yaml:\(told)")
    }
  }

  @Test("a scenario's law replaces a cap from its day on and adds others")
  func overlay() throws {
    let old = try book("list-caps", "persons", "{ per-enterprise: 4000 }")
    let text = """
      list-caps:
        rule:
          title: A lower cap
          unit: persons
          periods:
            - from: 2022-01-01
              value: { per-enterprise: 3000 }
              reference: &own { title: Own, document: a test }
      daily-fee-caps:
        one-a-day:
          title: One a day
          unit: fees/patient/day
          periods:
            - from: 2022-01-01
              value: { codes: [visit], most: 1, order: first-in-time }
              reference: *own
      practice-ceilings:
        ceiling:
          title: A ceiling
          unit: NOK/list/year
          periods: [{ from: 2022-01-01, value: 1000000, reference: *own }]
      """
    let law = try RateBook.fragment.read(Node(parsing: InputFile(path: "law.yaml", text: text)))
    let book = old.overlaid(by: law)
    let cap = try #require(book.listCaps["rule"]).series
    #expect(try cap.inForce(on: day("2021-12-31"))?.value.perEnterprise == 4_000)
    #expect(try cap.inForce(on: day("2022-01-01"))?.value.perEnterprise == 3_000)
    #expect(book.dailyFeeCaps.rules.map(\.name) == ["one-a-day"])
    #expect(book.practiceCeilings.rules.map(\.name) == ["ceiling"])
  }
}
