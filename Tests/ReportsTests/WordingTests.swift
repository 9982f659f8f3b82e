import Testing
import Units

@testable import Reports

@Suite("Numbers and words of a language")
struct WordingTests {
  @Test(
    "thousands and decimals are written as readers of the language write them",
    arguments: [
      (Language.english, "1,234,567.80"), (.norwegian, "1\u{a0}234\u{a0}567,80"),
      (.danish, "1.234.567,80"),
    ])
  func separators(language: Language, text: String) {
    let number = Ratio(12_345_678, over: 10)
    #expect(Wording(language).number(number, decimals: 2) == text)
    #expect(Wording(language).text(.money(Money(ore: 123_456_780))) == text)
  }

  @Test(
    "a number is rounded to its decimals, halves away from zero, with a minus sign of its own",
    arguments: [
      (Ratio(0), 0, "0"), (Ratio(999), 0, "999"), (Ratio(1_000), 0, "1,000"),
      (Ratio(1, over: 2), 0, "1"), (Ratio(-1, over: 2), 0, "−1"), (Ratio(-1, over: 3), 0, "0"),
      (Ratio(-1_234), 0, "−1,234"), (Ratio(-1, over: 20), 1, "−0.1"),
      (Ratio(1, over: 100), 2, "0.01"),
      (Ratio(2, over: 3), 3, "0.667"), (Ratio(1_999_999, over: 1_000), 2, "2,000.00"),
    ])
  func rounding(number: Ratio, decimals: Int, text: String) {
    #expect(Wording(.english).number(number, decimals: decimals) == text)
  }

  @Test("money has øre where there are any, unless the column is in whole kroner")
  func money() {
    let wording = Wording(.english)
    #expect(wording.text(.money(.kroner(1_234))) == "1,234")
    #expect(wording.text(.money(Money(ore: 123_450))) == "1,234.50")
    #expect(wording.text(.money(Money(ore: -123_450)), wholeKroner: true) == "−1,235")
  }

  @Test("a fact nobody has published says so in every language")
  func missing() {
    #expect(
      Language.allCases.map { Wording($0).text(.missing) }
        == ["not published", "ikke publisert", "ikke offentliggjort"])
  }

  @Test("a word the language does not have is the author's own name")
  func ownNames() {
    #expect(Wording(.danish).word("column", "payer") == "betaler")
    #expect(Wording(.danish).word("column", "my-column") == "my-column")
    #expect(Wording(.danish).text(.term("my-term")) == "my-term")
  }

  @Test("a sentence's gaps are filled, with other sentences as well")
  func gaps() {
    let counted = Phrase("cause-families", ["persons": .count(1_700), "family": .count(3)])
    let phrase = Phrase("cause", ["rate": .text("577"), "counted": .phrase(counted)])
    #expect(Wording(.english).sentence(phrase) == "577; each of 1,700 persons counts as 3.")
  }

  @Test(
    "a noun is in the singular after one, and in the plural after any other number",
    arguments: [
      (Cell.count(0), "municipalities", "kommuner"), (.count(1), "municipality", "kommune"),
      (.count(2), "municipalities", "kommuner"), (.count(1_001), "municipalities", "kommuner"),
      (.number(Ratio(1), decimals: 0), "municipality", "kommune"),
      (.number(Ratio(3, over: 2), decimals: 1), "municipalities", "kommuner"),
    ])
  func nouns(number: Cell, english: String, norwegian: String) {
    let gaps: [String: Cell] = [
      "municipalities": number, "period": .text("2024"), "currency": .text("NOK"),
      "seed": .text("1"),
    ]
    let head = Phrase("subtitle-nation", gaps)
    for (language, noun) in [
      (Language.english, english), (.norwegian, norwegian), (.danish, norwegian),
    ] {
      let wording = Wording(language)
      #expect(wording.sentence(head).hasPrefix("\(wording.text(number)) \(noun); 2024; "))
    }
  }

  @Test("what an author wrote is not searched for gaps")
  func bracesOfTheAuthor() {
    let gaps: [String: Cell] = ["persons": .text("{family}"), "family": .text("{persons}")]
    #expect(
      Wording(.english).sentence(Phrase("cause-families", gaps))
        == "each of {family} persons counts as {persons}")
  }
}
