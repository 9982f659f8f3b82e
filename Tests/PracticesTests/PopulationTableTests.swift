import Diagnostics
import Foundation
import Practices
import TestSupport
import Testing

@Suite("Tables of persons by sex and age")
struct PopulationTableTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func table(_ text: String, year: Int? = nil) throws -> PopulationTable {
    try PopulationTable(reading: folder.file("persons.csv", text), year: year)
  }

  private func message(_ text: String, year: Int? = nil) -> String {
    do {
      _ = try table(text, year: year)
      return ""
    } catch {
      return "\(error)".replacing("\(folder.path)/", with: "")
    }
  }

  @Test("long: a row per sex and age")
  func long() throws {
    let table = try table("sex,age,persons\nfemale,0,10\nmale,40-44,7\nmenn,105+,1\n")
    #expect(table.places.count == 1 && table.places[0].persons == 18)
    let cells = table.places[0].cells(dividedAs: nil)
    #expect(cells[Int(PersonCell(.female, age: 0).code)] == 10)
    #expect(cells.reduce(0, +) == 18)
    #expect((40...44).map { cells[Int(PersonCell(.male, age: $0).code)] } == [2, 2, 1, 1, 1])
  }

  @Test("persons are whole with zeros after the point too, as data frames write them")
  func pointZero() throws {
    let table = try table("sex,age,persons\nfemale,0,182000.0\nmale,0,1.0\n")
    #expect(table.places[0].persons == 182_001)
  }

  @Test("wide: a row per municipality and sex, of one year of several")
  func wide() throws {
    let text = """
      year,municipality_code,municipality,sex,00-04,05-09,90+
      2020,0301,Oslo,female,1,2,3
      2021,0301,Oslo,female,10,20,30
      2021,0301,Oslo,male,1,,3
      2021,1103,Stavanger,male,4,5,6
      """
    let table = try table(text, year: 2021)
    #expect(table.places.map(\.code) == ["0301", "1103"])
    #expect(table.places.map(\.name) == ["Oslo", "Stavanger"])
    #expect(table.places.map(\.persons) == [64, 15])
  }

  @Test("persons are counted once: rows of the same ages, sex and place are told")
  func twice() throws {
    let help = "\n  help: keep one of them"
    #expect(
      message("sex,age,persons\nfemale,0-4,1\nmale,4,1\nfemale,4,1\n")
        == "persons.csv:4:2: error: there is a row about some of these persons already" + help)
    #expect(
      message("sex,00-04,90+\nfemale,1,2\nfemale,1,2\n")
        == "persons.csv:3:1: error: there is a row about some of these persons already" + help)
    #expect(message("sex,age,persons\nmale,105,1\nmale,105+,1\n") == "")
  }

  @Test("a group of ages is divided as the country is, and loses nobody")
  func divided() throws {
    let place = try table("sex,00-04\nfemale,100\n").places[0]
    var country = Array(repeating: 0, count: PersonCell.count)
    country[Int(PersonCell(.female, age: 0).code)] = 3
    country[Int(PersonCell(.female, age: 4).code)] = 1
    let cells = place.cells(dividedAs: country)
    #expect(cells[Int(PersonCell(.female, age: 0).code)] == 75)
    #expect(cells[Int(PersonCell(.female, age: 4).code)] == 25)
    // Where the country has nobody of those ages, evenly.
    let empty = Array(repeating: 0, count: PersonCell.count)
    #expect(place.cells(dividedAs: empty).reduce(0, +) == 100)
  }

  @Test("every mistake is told with its place")
  func mistakes() {
    #expect(
      message("sex,age,person\n") == """
        persons.csv:1:1: error: the column 'persons' is missing
          help: write sex, age and persons, or sex and a column per age group like 00-04
        persons.csv:1:3: error: 'person' is not a column of a population table
          help: did you mean 'persons'?
        """)
    #expect(
      message("sex,age,persons\nboth,1,2\nmale,x,2\nmale,1,-2\n") == """
        persons.csv:2:1: error: 'sex' is 'both'; it takes female or male
        persons.csv:3:2: error: 'age' is 'x'; it takes an age such as 42, 40-44 or 105+
        persons.csv:4:3: error: 'persons' is '-2'; it takes persons, a whole number in 0...100000000
        """)
    #expect(
      message("sex,age,persons\nmale,1,182.000\n") == """
        persons.csv:2:3: error: 'persons' is '182.000'; it takes persons, a whole number in 0...100000000
          help: write 182000, without a sign between thousands
        """)
    #expect(
      message("year,sex,age,persons\n2020,male,1,2\n", year: 2021) == """
        persons.csv:1:1: error: the table has no rows for 2021
          help: check 'year', or write rows below the header
        """)
    #expect(
      message("sex,sex,00-04\nmale,male,1\n") == """
        persons.csv:1:2: error: the column 'sex' stands twice
          help: keep one of them
        """)
  }
}

@Suite("Persons on lists")
struct PeopleTests {
  private let draw = PersonDraw(
    seed: 1, replicate: 0, exempt: 0.1, uninsured: 0.05, sameRank: 0.5)

  private func mix() -> CellMix {
    CellMix(persons: (0..<PersonCell.count).map { $0 == 10 ? 300 : $0 == 11 ? 100 : 0 })
  }

  @Test("cells and standings come as often as they should")
  func frequencies() {
    var people = People()
    people.addList(of: 40_000, number: 3, in: mix(), by: draw)
    let share = { (count: Int) in Double(count) / 40_000 }
    #expect(abs(share(people.cells.count { $0 == 10 }) - 0.75) < 0.01)
    #expect(Set(people.cells) == [10, 11])
    #expect(abs(share(people.standings.count { $0.contains(.exempt) }) - 0.1) < 0.006)
    #expect(abs(share(people.standings.count { $0.contains(.uninsured) }) - 0.05) < 0.005)
    let alike = zip(people.frailty, people.spending).count { $0 == $1 }
    #expect(abs(share(alike) - 0.502) < 0.01)
    #expect(Set(people.frailty).count == 256)
  }

  @Test("a person is the same whatever other lists there are, and however many follow")
  func identity() {
    var alone = People()
    alone.addList(of: 5, number: 7, in: mix(), by: draw)
    var among = People()
    among.addList(of: 9, number: 6, in: mix(), by: draw)
    among.addList(of: 6, number: 7, in: mix(), by: draw)
    #expect(Array(among.cells[9..<14]) == alone.cells)
    #expect(Array(among.frailty[9..<14]) == alone.frailty)
    #expect(Array(among.standings[9..<14]) == alone.standings)
    #expect(among.starts == [0, 9, 15])
  }
}
