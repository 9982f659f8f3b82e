import Documents
import RateBooks
import Rules
import Testing
import Units

@Suite("Rate books of other countries")
struct ForeignBookTests {
  private static let text = """
    rate-book: Invented Medicare
    currency: USD
    per-capita-grants:
      population-payment:
        title: Payment per beneficiary
        unit: USD/person/year
        payer: state
        periods:
          - from: 2021-01-01
            value: { places: [{ above: 0, rate: 336.5 }, { above: 500, rate: 280 }] }
            known-until: 2021-12-31
            reference: &own { title: Invented, document: this test }
    fees:
      visit:
        title: Face-to-face visit
        unit: USD/contact
        periods:
          - { from: 2021-01-01, value: { honorarium: 40.82 }, reference: *own }
    """

  private func book() throws -> RateBook {
    try RateBook(InputFile(path: "usd.yaml", text: Self.text))
  }

  @Test("a book in dollars with tiers reads without a line of code")
  func dollars() throws {
    let book = try book()
    #expect(book.currency == "USD")
    let grant = try #require(book.perCapitaGrants["population-payment"]).series
    let scale = try #require(try grant.inForce(on: day("2021-06-01"))?.value)
    #expect(scale.annualAmount(persons: 501) == Money(ore: 500 * 33_650 + 28_000))
    #expect(scale.words == "336.50 for places 1–500; 280 for places above 500")
    #expect(book.entries.map(\.section) == ["per-capita-grants", "fees"])
  }

  @Test("what the book says of a day: not yet, in force, unknown")
  func standing() throws {
    let grant = try #require(book().entries.first)
    guard case .notYet(let first) = try grant.standing(on: day("2020-12-31")),
      case .inForce = try grant.standing(on: day("2021-12-31")),
      case .unknown(let last) = try grant.standing(on: day("2022-01-01"))
    else {
      Issue.record("the standings do not follow the periods")
      return
    }
    #expect(first.description == "2021-01-01")
    #expect(last.description == "2021-12-31")
  }
}
