import Scenarios
import Testing

@testable import Reports

@Suite("The paragraph for the note")
struct ParagraphTests {
  @Test("it is written in English, Norwegian and Danish")
  func languages() throws {
    let table = try shipped()
    #expect(table.rows.map { $0[0] } == [.term("en"), .term("nb"), .term("da")])
    let texts = table.rows.map { $0[1].words }
    #expect(texts[0].hasPrefix("The proposal gives about 5,100 persons"))
    #expect(texts[1].hasPrefix("Forslaget gir om lag 5\u{a0}100 personer"))
    #expect(texts[2].hasPrefix("Forslaget giver omkring 5.100 personer"))
  }

  @Test("every mark has a source line, and every source line a mark", arguments: 0...2)
  func marks(language: Int) throws {
    let table = try shipped()
    let cited = table.rows[language][1].words.matches(of: /\[([\d, ]+)\]/)
      .flatMap { $0.output.1.split(separator: ", ").map(String.init) }
    let lines = table.notes.map { note in note.gaps["number"].map { Wording(.english).text($0) } }
    #expect(Set(cited) == Set(lines.compactMap(\.self)))
    #expect(lines.count == Set(cited).count)
    #expect(table.notes.allSatisfy { $0.gaps["text"]?.words.isEmpty == false })
  }

  @Test("a text for people shows the reader's language and the sources below")
  func text() throws {
    let report = try SmallWorld().report("paragraph")
    for (language, start) in [(Language.english, "The proposal"), (.danish, "Forslaget giver")] {
      let text = TextWriter(Wording(language)).text(report)
      #expect(text.contains("\n  \(start)"))
      #expect(text.contains("\n  * [1] "))
      #expect(!text.contains("Forslaget gir om lag"))
    }
  }

  @Test("the sources are in every format, as they are numbered in the text")
  func sources() throws {
    let report = try SmallWorld().report("paragraph")
    let table = try #require(report.tables.first)
    #expect(table.columns.map(\.name) == ["language", "text", "sources"])
    let lines = table.notes.map { Wording(.english).sentence($0) }
    #expect(lines.count > 3)
    let writer = MachineWriter(Wording(.english))
    for text in [writer.csv(table, in: report), writer.json(report, version: "1")] {
      for line in lines { #expect(text.contains(line.replacing("\"", with: "\"\""))) }
    }
  }

  @Test("the rates are those of each month, or those of the day the scenario asks for")
  func rates() throws {
    #expect(try english([:]).contains("at the rates in force in each month"))
    let text = try english(["law-at": "2022-07-01"])
    #expect(text.contains("at the rates of 1 July 2022, taken for every month"))
    #expect(!text.contains("in force in each month"))
  }

  @Test("the note's law is that of its own day, with its own sources, whatever law the run has")
  func lawOfTheNote() throws {
    let table = try #require(
      try SmallWorld(changes: ["law-at": "2022-07-01"]).report("paragraph").tables.first)
    let text = table.rows[0][1].words
    let found = try #require(
      text.firstMatch(of: /by the law of 1 December 2020 it is 577 \/ 499 \[([\d, ]+)\]/))
    let own = found.output.1.split(separator: ", ").map(String.init)
    let sources = table.notes.filter { note in
      own.contains(note.gaps["number"]?.words ?? "")
    }.compactMap { $0.gaps["text"]?.words }
    #expect(!sources.isEmpty && sources.allSatisfy { !$0.contains("2022") }, "\(sources)")
  }

  @Test("handling of enrolment is told by itself and is no fee")
  func handling() throws {
    let (with, without) = (
      try english([:]),
      try english(["enrolment.channels.embassy-list.cost-per-case": "0"])
    )
    func state(_ text: String) throws -> Substring {
      try #require(text.firstMatch(of: /fees is estimated at (\S+) million for the state/)).output.1
    }
    #expect(try state(with) == state(without))
    #expect(with.contains("Apart from fees, handling of enrolment is estimated at"))
    #expect(without.contains("is estimated at 0.00 million for the state"))
  }

  @Test("one person is a person, in every language")
  func onePerson() throws {
    let table = try #require(
      try SmallWorld(changes: [
        "arrivals.diplomats.persons": "1", "arrivals.diplomats.family-size": "1",
        "arrivals.diplomats.residence": "{ shares: { oslo: 1 }, source: a test }",
      ]).report("paragraph").tables.first)
    let starts = ["about 1 person ", "om lag 1 person ", "omkring 1 person "]
    for (row, start) in zip(table.rows, starts) {
      #expect(row[1].words.contains(start), "\(row[1].words)")
    }
  }

  @Test("the interval of the extra grants holds the estimate, whatever the contracts cost")
  func interval() throws {
    for contracts in ["{ central: not-published, source: a test }", Self.dearContracts] {
      let text = try english(["standby-contracts": contracts])
      let found = try #require(
        text.firstMatch(of: /estimated at (\S+) million .*?\(low (\S+), high (\S+)\)/))
      let numbers = [found.output.1, found.output.2, found.output.3]
        .compactMap { Double($0.replacing("−", with: "-")) }
      try #require(numbers.count == 3)
      let (estimate, lowest, highest) = (numbers[0], numbers[1], numbers[2])
      #expect(lowest <= estimate && estimate <= highest, "\(text)")
    }
  }

  @Test("contracts with a published cost are set against the grants")
  func contracts() throws {
    let text = try english(["standby-contracts": Self.dearContracts])
    #expect(text.contains("the municipalities' net cost is −4."))
    #expect(!text.contains("no figure is published"))
  }

  @Test("a scenario that says nothing of contracts has no sentence on them")
  func noContracts() throws {
    let text = try english(["standby-contracts": "null"])
    #expect(!text.contains("contracts"))
    #expect(text.contains("The extra use of fees"))
  }

  @Test("a mark with no source leaves no gap before the full stop")
  func emptyMark() throws {
    let text = try english(["arrivals.diplomats.uptake": "0"])
    #expect(!text.contains(" .") && !text.contains(" ,") && !text.contains("  "), "\(text)")
  }

  @Test("without a note there is nothing to audit, and the rest stands")
  func noNote() throws {
    let text = try english(["note-audit": "null"])
    #expect(!text.contains("The figure in the note"))
    #expect(text.contains("The proposal gives about 120 persons"))
  }

  private static let dearContracts = "{ low: 4000000, central: 5000000, high: 6000000, source: x }"

  private func shipped() throws -> Table {
    try #require(try SmallWorld.shippedReport.get().table(.paragraph))
  }

  private func english(_ changes: KeyValuePairs<String, String>) throws -> String {
    let report = try SmallWorld(changes: changes).report("paragraph")
    return try #require(report.tables.first).rows[0][1].words
  }
}

extension Cell {
  fileprivate var words: String { Wording(.english).text(self) }
}
