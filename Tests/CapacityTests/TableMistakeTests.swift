import Testing

@Suite("What the author of a table of persons or ceilings is told")
struct TableMistakeTests {
  private func told(_ change: (inout SmallDenmark) -> Void) throws -> String {
    try SmallDenmark.but(change).told()
  }

  @Test("the population: a bad cell is told with the row and column it stands in")
  func population() throws {
    try check(
      "population.csv", after: "year,municipality,persons\n2026,0101,40000\n",
      [
        TableCase(
          "soon,0102,24000\n",
          "3:1: error: 'year' is soon; it takes a whole number in 1990...2100"),
        TableCase(
          "1989,0102,24000\n",
          "3:1: error: 'year' is 1989; it takes a whole number in 1990...2100"),
        TableCase(
          "2101,0102,24000\n",
          "3:1: error: 'year' is 2101; it takes a whole number in 1990...2100"),
        TableCase(
          "2026,10,24000\n",
          "3:2: error: 'municipality' is 10; it takes the four-digit code of a municipality"),
        TableCase(
          "2026,0101,24000\n",
          "3:3: error: there is a row about these persons already",
          "  help: keep one of them"),
        TableCase(
          "2026,0999,24000\n",
          "3:2: error: 'municipality' is 0999; it takes the four-digit code of a municipality"),
        TableCase(
          "2026,,24000\n",
          "3:2: error: 'municipality' is empty; it takes the four-digit code of a municipality"),
        TableCase(
          "2026,0102,-1\n",
          "3:3: error: 'persons' is -1; it takes a whole number in 0...10000000"),
        TableCase(
          "2026,0102,24000.5\n",
          "3:3: error: 'persons' is 24000.5; it takes a whole number in 0...10000000"),
        TableCase(
          "2026,0102,many\n",
          "3:3: error: 'persons' is many; it takes a whole number in 0...10000000"),
        TableCase(
          "2026,0102,\n",
          "3:3: error: 'persons' is empty; it takes a whole number in 0...10000000"),
        TableCase(
          "2026,0102,10000001\n",
          "3:3: error: 'persons' is 10000001; it takes a whole number in 0...10000000"),
      ]
    ) { $0.population = $1 }
  }

  @Test("the population: columns that are missing or stand twice")
  func populationHeader() throws {
    try check(
      "population.csv", after: "",
      [
        TableCase(
          "year,municipality,person\n2026,0101,4\n",
          "1:1: error: the column 'persons' is missing from a table of the population",
          "  help: the first line must name year, municipality, persons"),
        TableCase(
          "year,municipality,persons,year\n2026,0101,4,2026\n",
          "1:4: error: the column 'year' stands twice",
          "  help: keep one of them"),
        TableCase(
          "jahr\n2026\n",
          "1:1: error: the column 'year' is missing from a table of the population",
          "  help: the first line must name year, municipality, persons",
          "1:1: error: the column 'municipality' is missing from a table of the population",
          "  help: the first line must name year, municipality, persons",
          "1:1: error: the column 'persons' is missing from a table of the population",
          "  help: the first line must name year, municipality, persons"),
      ]
    ) { $0.population = $1 }
  }

  @Test("the population: municipalities nobody lives in are told by name")
  func populationWhole() throws {
    #expect(
      try told {
        $0.population = SmallDenmark.persons(in: [
          "2026": [1, 1, 1, 1, 1], "2035": [1, 1, 1, 0, 1, 1],
        ])
      } == """
        population.csv:1:1: error: Fur (0301) has no persons in 2026
          help: give every municipality of the law its rows
        population.csv:1:1: error: Dby (0202) has no persons in 2035
          help: give every municipality of the law its rows
        """)
  }

  @Test("the population: all faults are told at once")
  func populationSeveral() throws {
    try check(
      "population.csv", after: "",
      [
        TableCase(
          "year,municipality,persons\n2026,0101,40000\nsoon,0999,-1\n2026,0102,24000\n2026,0201,x\n",
          "3:1: error: 'year' is soon; it takes a whole number in 1990...2100",
          "3:2: error: 'municipality' is 0999; it takes the four-digit code of a municipality",
          "3:3: error: 'persons' is -1; it takes a whole number in 0...10000000",
          "5:3: error: 'persons' is x; it takes a whole number in 0...10000000")
      ]
    ) { $0.population = $1 }
  }

  @Test("weights: a bad cell is told with the row and column it stands in")
  func weights() throws {
    try check(
      "weights-0.csv", after: "",
      [
        TableCase(
          "weight\n\n",
          "1:1: error: the table has no rows",
          "  help: write one row below the header"),
        TableCase(
          "sex,weight\nwomen,\n",
          "2:2: error: 'weight' is empty; it takes a number above 0 and up to 1000"),
        TableCase(
          "weight\n0\n", "2:1: error: 'weight' is 0; it takes a number above 0 and up to 1000"),
        TableCase(
          "weight\n-1\n",
          "2:1: error: 'weight' is -1; it takes a number above 0 and up to 1000"),
        TableCase(
          "weight\n1000.1\n",
          "2:1: error: 'weight' is 1000.1; it takes a number above 0 and up to 1000"),
        TableCase(
          "weight\nmuch\n",
          "2:1: error: 'weight' is much; it takes a number above 0 and up to 1000"),
        TableCase(
          "age,weight\nyoung,1\n",
          "2:1: error: 'age' is young; it takes an age or a range of ages",
          "  help: write for example 30-39, 80+ or 42"),
        TableCase(
          "age,weight\n30-20,1\n",
          "2:1: error: 'age' is 30-20; it takes an age or a range of ages",
          "  help: write for example 30-39, 80+ or 42"),
        TableCase(
          "age,weight\n151+,1\n",
          "2:1: error: 'age' is 151+; it takes an age or a range of ages",
          "  help: write for example 30-39, 80+ or 42"),
        TableCase(
          "age,weight\n0-151,1\n",
          "2:1: error: 'age' is 0-151; it takes an age or a range of ages",
          "  help: write for example 30-39, 80+ or 42"),
        TableCase(
          "age,weight\n1-2-3,1\n",
          "2:1: error: 'age' is 1-2-3; it takes an age or a range of ages",
          "  help: write for example 30-39, 80+ or 42"),
        TableCase(
          "age,weight\n,1\n",
          "2:1: error: 'age' is empty; it takes an age or a range of ages",
          "  help: write for example 30-39, 80+ or 42"),
      ]
    ) { $0.weights = [$1] }
  }

  @Test(
    "weights: columns that are missing or stand twice, and ages of the population that are none")
  func weightsHeader() throws {
    #expect(
      try told {
        $0.weights = ["wieght\n1\n"]
      } == """
        weights-0.csv:1:1: error: the column 'weight' is missing from a table of need weights
          help: the first line must name weight
        """)
    #expect(
      try told {
        $0.weights = ["weight,weight\n1,1\n"]
      } == """
        weights-0.csv:1:2: error: the column 'weight' stands twice
          help: keep one of them
        """)
    #expect(
      try told {
        $0.weights = ["age,weight\n0+,1\n"]
        $0.population = "year,municipality,age,persons\n2026,0101,old,1\n"
      } == """
        population.csv:2:3: error: 'age' is old; it takes an age or a range of ages
          help: write for example 30-39, 80+ or 42
        """)
  }

  @Test("clinics' patients: a bad cell is told with the row and column it stands in")
  func patients() throws {
    #expect(
      try told {
        $0.patients = "clinic,persons\n100009,1\n"
      } == """
        patients.csv:2:1: error: 'clinic' is 100009; it takes a clinic of the table of clinics
          help: did you mean '100001'?
        """)
    #expect(
      try told {
        $0.patients = "clinic,persons\n100001,-1\n"
      } == """
        patients.csv:2:2: error: 'persons' is -1; it takes a whole number in 0...100000
        """)
    #expect(
      try told {
        $0.patients = "clinic,persons\n100001,100001\n"
      } == """
        patients.csv:2:2: error: 'persons' is 100001; it takes a whole number in 0...100000
        """)
    #expect(
      try told {
        $0.patients = "clinic,persons\n100001,\n"
      } == """
        patients.csv:2:2: error: 'persons' is empty; it takes a whole number in 0...100000
        """)
    #expect(
      try told {
        $0.weights = ["kind,weight\na,1\n"]
        $0.population = $0.population.replacing(",persons", with: ",persons,kind")
          .replacing("000\n", with: "000,a\n")
        $0.patients = "clinic,persons,kind\n100001,5,b\n"
      } == """
        patients.csv:2:1: error: no row of 'weights-0.csv' is about kind b
          help: let each kind of person have one row in each table of weights
        """)
  }

  @Test("clinics' patients: columns that are missing or stand twice")
  func patientHeader() throws {
    try check(
      "patients.csv", after: "",
      [
        TableCase(
          "clinic,patients\n100001,1\n",
          "1:1: error: the column 'persons' is missing from a table of clinics' patients",
          "  help: the first line must name clinic, persons"),
        TableCase(
          "clinic,persons,clinic\n100001,1,100001\n",
          "1:3: error: the column 'clinic' stands twice",
          "  help: keep one of them"),
      ]
    ) { $0.patients = $1 }
  }

  @Test("ceilings: a bad cell is told with the row and column it stands in")
  func ceilings() throws {
    try check(
      "ceilings.csv", after: "council,year,ceiling,floor\n",
      [
        TableCase(
          "nrd,2026,40,0\n",
          "2:1: error: 'council' is nrd; it takes a health council of the law",
          "  help: did you mean 'nord'?"),
        TableCase(
          "region nord,2026,40,0\n",
          "2:1: error: 'council' is region nord; it takes a health council of the law"),
        TableCase(
          "nord,26,40,0\n", "2:2: error: 'year' is 26; it takes a whole number in 1990...2100"),
        TableCase(
          "nord,2026,-1,0\n",
          "2:3: error: 'ceiling' is -1; it takes a whole number in 0...100000"),
        TableCase(
          "nord,2026,,0\n",
          "2:3: error: 'ceiling' is empty; it takes a whole number in 0...100000"),
        TableCase(
          "nord,2026,100001,0\n",
          "2:3: error: 'ceiling' is 100001; it takes a whole number in 0...100000"),
        TableCase(
          "nord,2026,40,41\n", "2:4: error: 'floor' is 41; it takes at most the ceiling, 40"),
        TableCase(
          "nord,2026,40,x\n",
          "2:4: error: 'floor' is x; it takes a whole number in 0...100000"),
        TableCase(
          "nord,2026,40,0\nnord,2030,50,0\nnord,2026,41,0\n",
          "4:1: error: the council 'nord' has a row for 2026 already",
          "  help: keep one of them"),
      ]
    ) { $0.ceilings = $1 }
  }

  @Test("ceilings: columns that are missing, stand twice or are unknown")
  func ceilingHeader() throws {
    try check(
      "ceilings.csv", after: "",
      [
        TableCase(
          "council,year,floor\nnord,2026,0\n",
          "1:1: error: the column 'ceiling' is missing from a table of ceilings",
          "  help: the first line must name council, year, ceiling"),
        TableCase(
          "council,year,ceiling,ceiling\nnord,2026,1,1\n",
          "1:4: error: the column 'ceiling' stands twice",
          "  help: keep one of them"),
        TableCase(
          "council,year,ceiling,flor\nnord,2026,1,1\n",
          "1:4: error: 'flor' is not a column of a table of ceilings",
          "  help: did you mean 'floor'?"),
      ]
    ) { $0.ceilings = $1 }
  }
}
