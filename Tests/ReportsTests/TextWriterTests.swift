import Diagnostics
import ScenarioSupport
import Scenarios
import Testing
import Units

@testable import Reports
@testable import takst

@Suite("A report as text for people")
struct TextWriterTests {
  @Test("it starts with the question, the places, the months, the currency and the seed")
  func head() throws {
    let lines = try text().split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0] == "Diplomats on GPs' lists, from spring 2021")
    #expect(
      lines[1] == """
        Oslo, Bærum, Tromsø; 2021-05/2022-04; amounts in NOK, current prices; seed 1. \
        Exact amounts: --format csv or json.
        """)
  }

  @Test("each table says its title, period, stage and the name a program knows it by")
  func headings() throws {
    #expect(
      try text("lists").contains(
        """

        The lists the run starts from
        2021-05/2022-04 · immediate · current prices [lists]

        """))
  }

  @Test("headings are bold only where that is asked for")
  func colours() throws {
    let report = try SmallWorld().report("lists")
    let (plain, bold) = (
      TextWriter(Wording(.english)), TextWriter(Wording(.english), isColoured: true)
    )
    #expect(!plain.text(report).contains("\u{1b}"))
    #expect(bold.text(report).contains("\u{1b}[1mThe lists the run starts from\u{1b}[0m"))
    let stripped = bold.text(report).replacing("\u{1b}[1m", with: "").replacing(
      "\u{1b}[0m", with: "")
    #expect(stripped == plain.text(report))
  }

  @Test("what an author wrote acts on no terminal, and only headings are styled")
  func symbols() throws {
    let made = try SmallWorld().report("lists")
    var table = try #require(made.table(.lists))
    table.rows[0][0] = .text("a\u{1b}[31m\u{202e}")
    table.notes = [Phrase("note-standby", ["source": .text("b\u{9b}\r")])]
    let report = made.with(table)
    let text = TextWriter(Wording(.english), isColoured: true).text(report)
    #expect(text.contains("  a␛[31m<U+202E>  ") && text.contains("b<U+009B>␍"))
    let plain = text.replacing("\u{1b}[1m", with: "").replacing("\u{1b}[0m", with: "")
    #expect(plain.hiddenMarks.allSatisfy { $0.scalar == "\n" })
  }

  @Test("large amounts are in whole kroner, and small ones have their øre")
  func ore() throws {
    let report = try SmallWorld().report("marginal-cost", "one-person")
    let text = TextWriter(Wording(.english)).text(report)
    let total = try #require(text.firstMatch(of: /all +all .*/)?.output)
    #expect(total.wholeMatch(of: /all +all .* \d\d,\d{3} +\d{3}\.\d\d/) != nil)
  }

  @Test("a note stands below its table and is broken under its star")
  func notes() throws {
    let lines = try text("payers", "balances").split(separator: "\n")
    let star = try #require(lines.firstIndex { $0.hasPrefix("  * Contracts for free capacity") })
    #expect(lines[(star + 1)...].contains { $0.hasPrefix("  * A balance is") })
    #expect(lines.filter { !$0.contains("─") }.dropFirst(2).allSatisfy { $0.count <= 110 })
  }

  private func text(_ tables: String...) throws -> String {
    var world = try SmallWorld()
    try world.change("tables", to: "[\(tables.isEmpty ? "lists" : tables.joined(separator: ", "))]")
    return try TextWriter(Wording(.english)).text(Report(of: world.file))
  }
}
