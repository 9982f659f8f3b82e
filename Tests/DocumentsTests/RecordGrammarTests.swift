import Documents
import Testing
import Units

@Suite("Reading mappings with agreed keys")
struct RecordGrammarTests {
  private static let uptake = Key("uptake", Grammar.share, "the share who want a place")
  private static let persons = Key("persons", Grammar.whole(in: 0...10), "how many there are")
  private static let note = Key("note", Grammar<String>.text, "what to know")

  private let group = Grammar<Ratio>.record(
    "a group", keys: [uptake.required, persons.required, note.optional],
    always: { record, log in
      if let persons = record[maybe: Self.persons], persons == 7 {
        log.add("seven is checked in any case", at: record.position)
      }
    },
    build: { record, log in
      guard record[maybe: Self.note] != "no" else {
        log.add("'\(record.path)' says no", at: record.position, help: "say yes")
        return nil
      }
      return record[Self.uptake]
    })

  @Test("a sound mapping is built, and a key that may be left out is left out")
  func sound() throws {
    let optional = Grammar<String?>.record("a thing", keys: [Self.note.optional]) { record, _ in
      .some(record[maybe: Self.note])
    }
    #expect(try optional.read(document("{}")) == nil)
    #expect(try optional.read(document("note: x")) == "x")
    #expect(try group.read(document("{ persons: 1, uptake: 0.5, note: x }")) == Ratio(1, over: 2))
  }

  @Test("all faults come in one go, in the order of the file")
  func allFaults() {
    #expect(
      message(reading: "note: []\nwether: 1\nuptake: 70\n", as: group) == """
        a.yaml:1:1: error: 'persons' is missing from a group
          help: add 'persons': how many there are
        a.yaml:1:7: error: 'note' is empty; it takes text
          help: write it between double quotes
        a.yaml:2:1: error: 'wether' is not a key of a group
          help: the keys are uptake, persons, note
        a.yaml:3:9: error: 'uptake' is 70; it takes a share in 0...1
          help: for 70 percent, write 0.7
        """)
  }

  @Test("a misspelt key is one mistake: it is not reported as missing as well")
  func misspelt() {
    #expect(
      message(reading: "{ uptake: 1, Person: 1 }", as: group) == """
        a.yaml:1:14: error: 'Person' is not a key of a group
          help: did you mean 'persons'?
        """)
  }

  @Test("a pasted page in the place of a key is refused without comparing its letters")
  func longKey() {
    let key = String(repeating: "persons", count: 100)
    #expect(
      message(reading: "{ uptake: 1, persons: 1, \(key): 1 }", as: group).hasSuffix(
        "help: the keys are uptake, persons, note"))
  }

  @Test("what is no mapping is told which keys to write")
  func noMapping() {
    #expect(
      message(for: "[1]", as: group) == """
        a.yaml:1:9: error: 'uptake' is a list; it takes a group
          help: write the keys uptake, persons under it
        """)
    #expect(
      message(reading: "just words", as: group) == """
        a.yaml:1:1: error: the file is just words; it takes a group
          help: write the keys uptake, persons under it
        """)
  }

  @Test("what is no mapping is told which keys it may hold when it must hold none")
  func noMappingOfChoices() {
    let rate = Grammar<Bool>.record(
      "a rate", keys: [Self.uptake.optional, Self.note.optional]
    ) { _, _ in true }
    #expect(
      message(for: "477", as: rate) == """
        a.yaml:1:9: error: 'uptake' is 477; it takes a rate
          help: write one or more of the keys uptake, note under it
        """)
  }

  @Test("a number cut at its comma is told how to be written")
  func cutNumber() {
    for (number, rest) in [("1,700", "700"), ("3,5", "5"), ("1,234.5", "234.5")] {
      #expect(
        message(reading: "{ persons: \(number), uptake: 1 }", as: group) == """
          a.yaml:1:14: error: '\(rest)' is not a key of a group
            help: write numbers without thousands separators and with a decimal point: 1700 or 3.5
          """)
    }
  }

  @Test("a check that is always made sees the sound keys though others are unsound")
  func always() {
    #expect(
      message(reading: "{ persons: 7, uptake: x }", as: group) == """
        a.yaml:1:1: error: seven is checked in any case
        a.yaml:1:23: error: 'uptake' is x; it takes a share in 0...1
        """)
  }

  @Test("a fault found while building knows the path of keys that led there")
  func path() {
    let arrivals = Grammar<[Named<Ratio>]>.names(of: group)
    #expect(
      message(for: "{ diplomats: { persons: 1, uptake: 1, note: no } }", as: arrivals) == """
        a.yaml:1:22: error: 'uptake.diplomats' says no
          help: say yes
        """)
  }

  @Test("a key knows whether it was written and found unsound, or not written at all")
  func unsound() {
    let thing = Grammar<Int>.record(
      "a thing", keys: [Self.uptake.optional, Self.note.optional],
      always: { record, log in
        log.add(
          "\(record.isUnsound(Self.uptake)) \(record.isUnsound(Self.note))", at: record.position)
      },
      build: { _, _ in 1 })
    #expect(message(reading: "uptake: x", as: thing).hasPrefix("a.yaml:1:1: error: true false\n"))
    #expect(message(reading: "note: x", as: thing) == "a.yaml:1:1: error: false false")
  }
}
