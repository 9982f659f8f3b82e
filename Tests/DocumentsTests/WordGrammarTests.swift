import Documents
import Testing
import Units

@Suite("Reading words and days")
struct WordGrammarTests {
  private enum Colour: String, CaseIterable, Sendable {
    case red
    case deepBlue = "deep-blue"
  }

  @Test("text is any words that can be seen")
  func text() throws {
    #expect(try Grammar<String>.text.read(document("2021-05-01")) == "2021-05-01")
    #expect(try Grammar<String>.text.read(document("\"null\"")) == "null")
    #expect(try Grammar<String>.text.read(document("no")) == "no")
    for typed in ["", "null", "~", "\"\"", "\"  \""] {
      let shown = ["null", "~"].contains(typed) ? typed : "empty"
      #expect(
        message(for: typed, as: Grammar<String>.text).hasSuffix(
          "error: 'uptake' is \(shown); it takes text\n  help: write it between double quotes"))
    }
  }

  @Test("long text is quoted by its first line, and shortened")
  func shortened() {
    let long = String(repeating: "abc ", count: 30)
    #expect(
      message(for: long, as: .share) == "a.yaml:1:9: error: 'uptake' is "
        + "\(long.prefix(57))…; it takes a share in 0...1")
  }

  @Test("true and false are the only flags")
  func flag() throws {
    #expect(try Grammar<Bool>.flag.read(document("true")))
    #expect(try Grammar<Bool>.flag.read(document("false")) == false)
    for typed in ["yes", "True", "1", "\"true\""] {
      #expect(
        message(for: typed, as: Grammar<Bool>.flag) == """
          a.yaml:1:9: error: 'uptake' is \(typed); it takes true or false
            help: write true or false, without quotes
          """)
    }
  }

  @Test("a choice names its words, and the nearest of them")
  func choice() throws {
    #expect(try Grammar<Colour>.choice.read(document("deep-blue")) == .deepBlue)
    #expect(
      message(for: "deepblue", as: Grammar<Colour>.choice) == """
        a.yaml:1:9: error: 'uptake' is deepblue; it takes one of red, deep-blue
          help: did you mean 'deep-blue'?
        """)
    #expect(
      message(for: "[red]", as: Grammar<Colour>.choice)
        == "a.yaml:1:9: error: 'uptake' is a list; it takes one of red, deep-blue")
    #expect(
      message(for: "yellow", as: Grammar<Colour>.choice)
        == "a.yaml:1:9: error: 'uptake' is yellow; it takes one of red, deep-blue")
  }

  @Test("a day is a day of the calendar, written year-month-day")
  func date() throws {
    #expect(
      try Grammar<CalendarDate>.date.read(document("2024-02-29"))
        == CalendarDate(year: 2024, month: 2, day: 29))
    for (typed, help) in [
      ("2023-02-29", "\n  help: the calendar has no such day"),
      ("1.5.2021", "\n  help: write year-month-day, for example 2021-05-01"),
      ("2021-5-1", "\n  help: write year-month-day, for example 2021-05-01"),
      ("1899-12-31", "\n  help: write year-month-day, for example 2021-05-01"),
    ] {
      #expect(
        message(for: typed, as: Grammar<CalendarDate>.date)
          == "a.yaml:1:9: error: 'uptake' is \(typed); it takes a day between 1900 and 2200\(help)")
    }
  }

  @Test("a month is written year-month")
  func month() throws {
    #expect(try Grammar<Month>.month.read(document("2021-05")) == Month(year: 2021, number: 5))
    for (typed, help) in [
      ("2021-13", "months run from 01 to 12"),
      ("2021-5", "write year-month, for example 2021-05"),
      ("May 2021", "write year-month, for example 2021-05"),
    ] {
      #expect(
        message(for: typed, as: Grammar<Month>.month) == """
          a.yaml:1:9: error: 'uptake' is \(typed); it takes a month between 1900 and 2200
            help: \(help)
          """)
    }
  }
}
