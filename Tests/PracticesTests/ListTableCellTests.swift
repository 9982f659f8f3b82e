import Testing

@Suite("Mistakes in the cells of a table of lists")
struct ListTableCellTests {
  private let table: BadTable

  init() throws {
    table = try BadTable()
  }

  private func message(about rows: String...) throws -> String {
    let header = "list,municipality,length,cap,form,need-index,opened"
    return try table.message(about: ([header] + rows).joined(separator: "\n"))
  }

  @Test(
    "a length is a whole number of persons, no more than 100,000",
    arguments: ["many", "-1", "100001", "99999999999999999999999999", "900.5", "1e3", "0x10"])
  func length(text: String) throws {
    #expect(
      try message(about: "a,oslo,\(text),1000,,,") == """
        lists.csv:2:3: error: 'length' is \(text); it takes a whole number in 0...100000
        """)
  }

  @Test("a length whose thousands are parted is told how it is written, and is never a thousandth")
  func thousands() throws {
    #expect(
      try message(about: "a,oslo,1.000,2.000,,,") == """
        lists.csv:2:3: error: 'length' is 1.000; it takes a whole number in 0...100000
          help: write 1000, without a sign between thousands
        lists.csv:2:4: error: 'cap' is 2.000; it takes a whole number in 0...100000
          help: write 2000, without a sign between thousands
        """)
  }

  @Test("an empty cell is called empty, and the line is the one of the row")
  func emptyCap() throws {
    #expect(
      try message(about: "a,oslo,900,1000,,,", "b,oslo,900,,,,") == """
        lists.csv:3:4: error: 'cap' is empty; it takes a whole number in 0...100000
        """)
  }

  @Test("a misspelt municipality is told which one was meant")
  func misspeltMunicipality() throws {
    #expect(
      try message(about: "a,bearum,900,1000,,,") == """
        lists.csv:2:2: error: 'municipality' is bearum; it takes a key of the scenario's \
        municipalities
          help: did you mean 'baerum'?
        """)
  }

  @Test("an unknown municipality is told which ones there are")
  func unknownMunicipality() throws {
    #expect(
      try message(about: "a,longyearbyen,900,1000,,,") == """
        lists.csv:2:2: error: 'municipality' is longyearbyen; it takes a key of the scenario's \
        municipalities
          help: the keys are oslo, baerum, tromso
        """)
  }

  @Test("a second list of the same name is told where the first one is")
  func duplicateList() throws {
    #expect(
      try message(about: "a,oslo,900,1000,,,", "b,oslo,900,1000,,,", "a,tromso,900,1000,,,") == """
        lists.csv:4:1: error: 'list' is a; it takes a name of its own
          help: line 2 has it already
        """)
  }

  @Test("lists without a name are each asked for one")
  func namelessList() throws {
    #expect(
      try message(about: ",oslo,900,1000,,,", ",oslo,900,1000,,,") == """
        lists.csv:2:1: error: 'list' is empty; it takes a name
          help: name every list
        lists.csv:3:1: error: 'list' is empty; it takes a name
          help: name every list
        """)
  }

  @Test("an unknown form is told which forms there are")
  func form() throws {
    #expect(
      try message(about: "a,oslo,900,1000,employed,,") == """
        lists.csv:2:5: error: 'form' is employed; it takes one of self-employed, salaried, company, vacant
        """)
  }

  @Test("a need index is above 0 and at most 10", arguments: ["0", "-1", "10.1", "high"])
  func needIndex(text: String) throws {
    #expect(
      try message(about: "a,oslo,900,1000,,\(text),") == """
        lists.csv:2:6: error: 'need-index' is \(text); it takes a number above 0 and up to 10
          help: 1 is the national average
        """)
  }

  @Test("a day has the form of one and exists", arguments: ["1.5.2021", "2021-02-29", "2021"])
  func opened(text: String) throws {
    #expect(
      try message(about: "a,oslo,900,1000,,,\(text)") == """
        lists.csv:2:7: error: 'opened' is \(text); it takes a day
          help: write year-month-day, for example 2021-05-01, or leave it empty
        """)
  }

  @Test("a row with several faults is told them all at once")
  func everyFault() throws {
    #expect(
      try message(about: "a,osl,long,-5,none,0,never") == """
        lists.csv:2:2: error: 'municipality' is osl; it takes a key of the scenario's municipalities
          help: did you mean 'oslo'?
        lists.csv:2:3: error: 'length' is long; it takes a whole number in 0...100000
        lists.csv:2:4: error: 'cap' is -5; it takes a whole number in 0...100000
        lists.csv:2:5: error: 'form' is none; it takes one of self-employed, salaried, company, vacant
        lists.csv:2:6: error: 'need-index' is 0; it takes a number above 0 and up to 10
          help: 1 is the national average
        lists.csv:2:7: error: 'opened' is never; it takes a day
          help: write year-month-day, for example 2021-05-01, or leave it empty
        """)
  }

  @Test("a cell of a thousand letters is quoted by its first sixty")
  func longCell() throws {
    #expect(
      try message(about: "a,oslo,\(String(repeating: "9", count: 1_000)),1000,,,") == """
        lists.csv:2:3: error: 'length' is \(String(repeating: "9", count: 60)); \
        it takes a whole number in 0...100000
        """)
  }

  @Test("a file of nothing but faults is told the first fifty")
  func manyFaults() throws {
    let rows = (0..<1_000).map { "list-\($0),oslo,long,1000" }
    let text = (["list,municipality,length,cap"] + rows).joined(separator: "\n")
    let messages = try table.message(about: text).split(separator: "\n")
    #expect(messages.count == 50)
    #expect(messages.last?.hasPrefix("lists.csv:51:3: error: 'length' is long") == true)
  }

  @Test("a misspelt grant is told which one was meant, and never just not paid")
  func misspeltGrant() throws {
    let rows = "list,municipality,length,cap,grants\na,oslo,900,1000,rent-supplement rent-supplemet"
    #expect(
      try table.message(about: rows) == """
        lists.csv:2:5: error: 'grants' is rent-supplement rent-supplemet; it takes names of lump sums \
        of the law, separated by spaces
          help: did you mean 'rent-supplement'?
        """)
  }
}
