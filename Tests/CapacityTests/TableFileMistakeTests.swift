import Capacity
import Foundation
import Scenarios
import TestSupport
import Testing
import Work

@Suite("What the author of half a table, or of several, is told")
struct TableFileMistakeTests {
  private func told(_ change: (inout SmallDenmark) -> Void) throws -> String {
    try SmallDenmark.but(change).told()
  }

  @Test("faults of all tables that can be read without another are told at once")
  func several() throws {
    #expect(
      try told {
        $0.population = "year,municipality,persons\n2026,0101,40000\n2026,0102,-1\n"
        $0.weights = ["weight\n1\n"]
        $0.ceilings = "council,year,ceiling,floor\nnord,2026,x,0\n"
        $0.facts = "clinic,fact,change,reason,decided\n100009,staff,,,\n"
        $0.notices = "clinic,informed,calculations,population,complaint\n100001,x,,,\n"
        $0.doctors = "doctor,clinic,qualification,part,owner\nA,100009,specialists,2,ja\n"
      } == """
        ceilings.csv:2:3: error: 'ceiling' is x; it takes a whole number in 0...100000
        doctors.csv:2:2: error: 'clinic' is 100009; it takes a clinic of the table of clinics
          help: did you mean '100001'?
        doctors.csv:2:3: error: 'qualification' is specialists; it takes one of specialist, \
        agreement, other
          help: did you mean 'specialist'?
        doctors.csv:2:4: error: 'part' is 2; it takes a number above 0 and up to 1
        doctors.csv:2:5: error: 'owner' is ja; it takes yes or no
        facts.csv:2:1: error: 'clinic' is 100009; it takes a clinic of the table of clinics
          help: did you mean '100001'?
        facts.csv:2:3: error: 'change' is empty; it takes a whole number in -5000...5000
        facts.csv:2:4: error: 'reason' is empty; it takes text
          help: say why the clinic's number is another
        facts.csv:2:5: error: 'decided' is empty; it takes a day
          help: write year-month-day, for example 2026-07-01
        notices.csv:2:2: error: 'informed' is x; it takes a day
          help: write year-month-day, for example 2026-07-01, or leave it empty
        population.csv:3:3: error: 'persons' is -1; it takes a whole number in 0...10000000
        """)
    #expect(
      try told {
        $0.weights = ["weight\nx\n"]
        $0.clinics = "clinic,name,municipality,capacities,vacant,patients,minimum\n1,,0101,x,,1,1\n"
        $0.doctors = "doctor,clinic,qualification,part,owner\nA,1,x,1,yes\n"
        $0.ceilings = "council,year,ceiling,floor\nx,2026,1,1\n"
      } == """
        ceilings.csv:2:1: error: 'council' is x; it takes a health council of the law
        clinics.csv:2:2: error: 'name' is empty; it takes text
        clinics.csv:2:4: error: 'capacities' is x; it takes a whole number in 0...100
        weights-0.csv:2:1: error: 'weight' is x; it takes a number above 0 and up to 1000
        """)
    #expect(
      try told {
        $0.weights = ["kind,weight\na,0\n", "weight\nx\n"]
      } == """
        weights-0.csv:2:2: error: 'weight' is 0; it takes a number above 0 and up to 1000
        weights-1.csv:2:1: error: 'weight' is x; it takes a number above 0 and up to 1000
        """)
  }

  private static let tables:
    [(file: String, header: String, put: @Sendable (inout SmallDenmark, String) -> Void)] = [
      ("population.csv", "year,municipality,persons", { $0.population = $1 }),
      ("weights-0.csv", "weight", { $0.weights = [$1] }),
      (
        "clinics.csv", "clinic,name,municipality,capacities,vacant,patients,minimum",
        { $0.clinics = $1 }
      ),
      ("doctors.csv", "doctor,clinic,qualification,part,owner", { $0.doctors = $1 }),
      ("ceilings.csv", "council,year,ceiling,floor", { $0.ceilings = $1 }),
      ("facts.csv", "clinic,fact,change,reason,decided", { $0.facts = $1 }),
      ("notices.csv", "clinic,informed,calculations,population,complaint", { $0.notices = $1 }),
      ("patients.csv", "clinic,persons", { $0.patients = $1 }),
    ]

  @Test("a table with nothing in it, or with a header alone, is refused")
  func empty() throws {
    for table in Self.tables {
      try check(
        table.file, after: "",
        [
          TableCase(
            "", "1:1: error: the file is empty", "  help: the first line names the columns"),
          TableCase(
            table.header + "\n", "1:1: error: the table has no rows",
            "  help: write one row below the header"),
        ], into: table.put)
    }
  }

  @Test("half a file ends in a row with too few cells, or in an open quote")
  func half() throws {
    for table in Self.tables.filter({ $0.header.contains(",") }) {
      let columns = table.header.split(separator: ",").count
      try check(
        table.file, after: table.header + "\n",
        [
          TableCase(
            "2026", "2:2: error: the row has 1 cells; the header has \(columns)",
            "  help: write one cell per column, and quotes around a cell that holds a comma"),
          TableCase(
            "2026,\"01", "2:2: error: a quote does not fit",
            "  help: put the whole cell between quotes, and write a quote inside it twice"),
        ], into: table.put)
    }
  }

  @Test("a table that is not UTF-8 is told where, whichever it is")
  func encoding() throws {
    for table in Self.tables {
      var world = SmallDenmark()
      table.put(&world, table.header + "\n")
      let folder = try TemporaryFolder()
      let file = try world.written(to: folder)
      let commas = table.header.count { $0 == "," }
      let latin = Data(table.header.utf8) + [0x0a] + Data(repeating: 0x2c, count: commas) + [0xe6]
      _ = try folder.file(table.file, latin)
      let told = #expect(throws: (any Error).self) {
        _ = try CapacityPlan(of: file, workers: Workers(1))
      }
      #expect(
        told.map { "\($0)".replacing("\(folder.path)/", with: "") } == """
          \(table.file):2:\(commas + 1): error: a cell is not UTF-8 text
            help: save the file as UTF-8
          """)
    }
  }

  @Test("of more than fifty faults of a table the first fifty are told")
  func many() throws {
    let rows = String(repeating: "x,0101,1\n", count: 80)
    let told = try told { $0.population = "year,municipality,persons\n" + rows }
    #expect(faultCount(in: told) == 51)
    #expect(told.contains("these are the first 50 faults; there may be more"))
    #expect(told.contains("population.csv:51:1: ") && !told.contains("population.csv:52:1: "))
  }
}
