import Diagnostics
import Documents
import RateBooks
import Testing

@Suite("Rate books with one mistake")
struct BadBookTests {
  private static let sound = """
    rate-book: Somewhere
    currency: NOK
    per-capita-grants:
      grant:
        title: Grant
        unit: NOK/person/year
        payer: state
        periods:
          - from: 2020-01-01
            value: { places: [{ above: 0, rate: 500 }] }
            reference: { title: Own, document: a test }
    fees:
      visit:
        title: Visit
        unit: NOK/contact
        periods:
          - from: 2020-01-01
            value: { honorarium: 100, refund: 40, copay: 60 }
            reference: { title: Own, url: "https://example.org" }
    copay-exemptions:
      children:
        title: Children
        unit: years-of-age
        periods:
          - from: 2020-01-01
            value: { from-age: 0, to-age: 15 }
            reference: { title: Own, document: a test }
    """

  /// What is said when one piece of the sound book is written otherwise.
  private func message(_ piece: String, _ otherwise: String) -> String {
    #expect(Self.sound.contains(piece), "the sound book has no '\(piece)'")
    let text = Self.sound.replacing(piece, with: otherwise)
    do throws(Faults) {
      _ = try RateBook(InputFile(path: "b.yaml", text: text))
      return ""
    } catch {
      return error.description
    }
  }

  @Test("the book the mistakes are made in is sound")
  func sound() {
    #expect(message("Somewhere", "Elsewhere") == "")
  }

  @Test("each mistake is told where it is and how to mend it")
  func mistakes() {
    let mistakes: [(String, String, String)] = [
      (
        "currency: NOK", "currency: kroner",
        "2:11: error: the currency is 'kroner'; it takes three capital letters\n"
          + "  help: write for example NOK"
      ),
      (
        "rate-book: Somewhere\n", "",
        "1:1: error: 'rate-book' is missing from a rate book\n"
          + "  help: add 'rate-book': the jurisdiction"
      ),
      (
        "per-capita-grants:", "per-capita-grant:",
        "3:1: error: 'per-capita-grant' is not a key of a rate book\n"
          + "  help: did you mean 'per-capita-grants'?"
      ),
      (
        "unit: NOK/person/year", "unit: NOK/person/month",
        "6:11: error: the unit 'NOK/person/month' does not fit here; it takes NOK/person/year"
      ),
      (
        "unit: NOK/person/year", "unit: SEK/person/year",
        "6:11: error: the unit 'SEK/person/year' is not in the book's currency, NOK\n"
          + "  help: convert the amounts, or change 'currency'"
      ),
      (
        "    payer: state\n", "",
        "5:5: error: 'payer' is missing from a dated rule\n  help: add 'payer': who pays it"
      ),
      (
        "above: 0, rate", "above: 10, rate",
        "10:16: error: the tiers start above 10\n"
          + "  help: start with 'above: 0' and let each tier start higher"
      ),
      (
        "[{ above: 0, rate: 500 }]", "[{ above: 0, rate: 500 }, { above: 0, rate: 400 }]",
        "10:16: error: the tiers start above 0, 0\n"
          + "  help: start with 'above: 0' and let each tier start higher"
      ),
      (
        "[{ above: 0, rate: 500 }] }", "[{ above: 0, rate: 500 }], paid-up-to: 0 }",
        "10:65: error: 'paid-up-to' is 0; it takes a whole number in 1...1000000"
      ),
      (
        "rate: 500", "rate: -500",
        "10:45: error: 'rate' is -500; it takes an amount in 0...1000000 with at most two decimals"
      ),
      (
        "rate: 500", "rate: 1000000000000",
        "10:45: error: 'rate' is 1000000000000; "
          + "it takes an amount in 0...1000000 with at most two decimals"
      ),
      (
        "refund: 40", "refund: 100000.01",
        "18:43: error: 'refund' is 100000.01; "
          + "it takes an amount in 0...100000 with at most two decimals"
      ),
      (
        "refund: 40", "refund: 50",
        "18:16: error: refund 50.00 and copay 60.00 make 110.00, but the honorarium is 100.00\n"
          + "  help: the honorarium is the refund and the copay together"
      ),
      (
        ", url: \"https://example.org\"", "",
        "19:20: error: the reference says neither 'url' nor 'document'\n"
          + "  help: add 'url', or 'document' for a source without an address"
      ),
      (
        "url: \"https://example.org\"", "url: healtheconomics",
        "19:39: error: 'url' is healtheconomics; "
          + "it takes an address that begins with http:// or https://\n"
          + "  help: write the whole address, or 'document' for a source without one"
      ),
      (
        "url: \"https://example.org\"", "url: \"https://\"",
        "19:39: error: 'url' is \"https://\"; "
          + "it takes an address that begins with http:// or https://\n"
          + "  help: write the whole address, or 'document' for a source without one"
      ),
      (
        "to-age: 15", "to-age: -1",
        "26:39: error: 'to-age' is -1; it takes a whole number in 0...130"
      ),
      (
        "from-age: 0, to-age: 15", "from-age: 16, to-age: 15",
        "26:16: error: the exemption runs from age 16 to 15\n  help: write the lower age first"
      ),
      (
        "  children:", "  visit:",
        "23:11: error: 'visit' is the name of a rule in 'fees' as well as in 'copay-exemptions'\n"
          + "  help: give one of them another name"
      ),
      (
        "- from: 2020-01-01\n        value: { from-age",
        "- from: 2020-01-01\n        known-until: 2019-12-31\n        value: { from-age",
        "25:9: error: 'known-until' is 2019-12-31, before the period starts (2020-01-01)\n"
          + "  help: write the last day the value is known to hold"
      ),
    ]
    for (piece, otherwise, told) in mistakes {
      #expect(message(piece, otherwise) == "b.yaml:\(told)")
    }
  }

  @Test("periods out of order are reported at the one that comes too late")
  func order() {
    #expect(
      message(
        "    reference: { title: Own, url: \"https://example.org\" }\n",
        "    reference: { title: Own, url: \"https://example.org\" }\n"
          + "      - { from: 2020-01-01, value: null, reference: { title: Own, document: x } }\n")
          == """
          b.yaml:20:9: error: this period starts on 2020-01-01, not after the one before it (2020-01-01)
            help: write periods oldest first, each from its own day
          """)
  }

  @Test("a unit in another currency is told beside the other faults of its rule")
  func faultsOfOneRule() {
    let missing = "add 'reference': where the value is written"
    #expect(
      message(
        "unit: NOK/contact\n    periods:\n      - from: 2020-01-01\n",
        "unit: SEK/contact\n    periods:\n      - { from: 2019-01-01, value: null }\n"
          + "      - from: 2020-01-01\n") == """
          b.yaml:15:11: error: the unit 'SEK/contact' is not in the book's currency, NOK
            help: convert the amounts, or change 'currency'
          b.yaml:17:9: error: 'reference' is missing from a period
            help: \(missing)
          """)
    #expect(
      message(
        "unit: NOK/contact\n    periods:\n      - from: 2020-01-01\n",
        "unit: NOK/visit\n    periods:\n      - { from: 2019-01-01, value: null }\n"
          + "      - from: 2020-01-01\n") == """
          b.yaml:15:11: error: the unit 'NOK/visit' does not fit here; it takes NOK/contact
          b.yaml:17:9: error: 'reference' is missing from a period
            help: \(missing)
          """)
  }

  @Test("an empty section and an empty book are told what they lack")
  func empty() {
    #expect(
      message("copay-exemptions:", "list-rights: {}\ncopay-exemptions:").hasPrefix(
        "b.yaml:20:14: error: 'list-rights' is empty; "
          + "it takes one or more names, each with a value"))
  }
}
