import Documents
import RateBooks
import Rules
import Testing

@Suite("Grants that are reckoned from others")
struct GrantBasisTests {
  /// Two grants per person, and a grant reckoned from one of them.
  private func message(old: String, new: String, of names: String) -> String {
    func grant(_ name: String, _ periods: String) -> String {
      """
        \(name):
          title: A grant
          unit: NOK/person/year
          payer: state
          periods: \(periods)
      """
    }
    let value = "{ reference-list: 1200, municipality-below: 5000\(names) }"
    return SmallBook.message(
      fee: "{ refund: 1, copay: 0, honorarium: 1 }",
      sections: """
        per-capita-grants:
        \(grant("old-grant", old))
        \(grant("new-grant", new))
        equalisation-grants:
          equalisation-grant:
            title: A grant
            unit: persons
            payer: state
            periods: [{ from: 2020-01-01, value: \(value), reference: *own }]
        """)
  }

  private func from(_ day: String, value: String = "{ places: [{ above: 0, rate: 100 }] }")
    -> String
  {
    "{ from: \(day), value: \(value), reference: *own }"
  }

  @Test("where one takes over from another on its day, nothing need be named")
  func takesOver() {
    let old = "[\(from("2020-01-01")), \(from("2021-01-01", value: "null"))]"
    #expect(message(old: old, new: "[\(from("2021-01-01"))]", of: "") == "")
  }

  @Test("where both are in force for a day, which is meant must be said")
  func overlap() {
    let old = "[\(from("2020-01-01")), \(from("2021-01-02", value: "null"))]"
    let new = "[\(from("2021-01-01"))]"
    #expect(
      message(old: old, new: new, of: "").contains(
        """
        error: 'equalisation-grant' does not say which per-capita grants it is reckoned from, and on \
        2021-01-01 'old-grant' and 'new-grant' are in force
          help: add 'of' with their names to its value
        """))
    #expect(message(old: old, new: new, of: ", of: [old-grant, new-grant]") == "")
    #expect(message(old: old, new: new, of: ", of: old-grant") == "")
  }

  @Test("a name that is no grant per person is told, with the nearest")
  func unknown() {
    let all = "[\(from("2020-01-01"))]"
    #expect(
      message(old: all, new: all, of: ", of: [old-grants]").contains(
        """
        error: 'old-grants' is not among the per-capita grants of the law
          help: did you mean 'old-grant'?
        """))
  }

  @Test("'takst rates' says what a grant is reckoned from")
  func words() throws {
    let book = try Norway.book()
    let words = book.entries.filter { ["start-up-grant", "equalisation-grant"].contains($0.name) }
      .compactMap { $0.periods.last?.value }
    #expect(words.count == 2)
    #expect(words.allSatisfy { $0.hasSuffix(", of base-grant, patient-adjusted-base-grant") })
  }

  @Test("both base grants are booked as the base grant, whatever their names")
  func accounts() throws {
    let grants = try Norway.book().perCapitaGrants.rules
    #expect(grants.map(\.series.account) == [.baseGrant, .baseGrant])
  }
}
