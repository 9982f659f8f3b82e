import Testing

@Suite("Mistakes in the columns of a table of lists")
struct ListTableHeaderTests {
  private let table: BadTable

  init() throws {
    table = try BadTable()
  }

  @Test("a missing column is named, with the columns there must be")
  func missingColumn() throws {
    #expect(
      try table.message(about: "list,municipality,length\na,oslo,900\n") == """
        lists.csv:1:1: error: the column 'cap' is missing
          help: the first line must name list, municipality, length, cap
        """)
  }

  @Test("a misspelt column is told which one was meant")
  func misspeltColumn() throws {
    #expect(
      try table.message(about: "list,municipality,length,cap,need-idex\na,oslo,900,1000,1\n") == """
        lists.csv:1:5: error: 'need-idex' is not a column of a list table
          help: did you mean 'need-index'?
        """)
  }

  @Test("an unknown column is told which columns there are")
  func unknownColumn() throws {
    #expect(
      try table.message(about: "list,municipality,length,cap,telephone\na,oslo,900,1000,1\n") == """
        lists.csv:1:5: error: 'telephone' is not a column of a list table
          help: the columns are list, municipality, length, cap, form, specialist, ownership, enterprise, need-index, opened, grants
        """)
  }

  @Test("a misspelt required column is also missing, and both are said")
  func misspeltRequiredColumn() throws {
    #expect(
      try table.message(about: "list,municipality,lenght,cap\na,oslo,900,1000\n") == """
        lists.csv:1:1: error: the column 'length' is missing
          help: the first line must name list, municipality, length, cap
        lists.csv:1:3: error: 'lenght' is not a column of a list table
          help: did you mean 'length'?
        """)
  }

  @Test("a column that stands twice is said to")
  func duplicateColumn() throws {
    #expect(
      try table.message(about: "list,municipality,length,cap,length\na,oslo,900,1000,900\n") == """
        lists.csv:1:5: error: the column 'length' stands twice
          help: keep one of them
        """)
  }

  @Test("columns between semicolons are columns, as spreadsheets of the north write them")
  func semicolons() throws {
    #expect(
      try table.message(about: "list;municipality;length;cap\na;oslo;many;1000\n")
        == "lists.csv:2:3: error: 'length' is many; it takes a whole number in 0...100000")
  }
}
