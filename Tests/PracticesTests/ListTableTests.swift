import Diagnostics
import Practices
import Rules
import TestSupport
import Testing
import Units

@Suite("Tables of lists")
struct ListTableTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func lists(_ text: String) throws -> [PatientList] {
    let path = try folder.file("lists.csv", text)
    return try ListTable(
      reading: path, municipalities: ["oslo", "tromso"],
      grants: ["rent-supplement-high", "start-grant"]
    ).lists
  }

  private let two = [
    PatientList(id: "a", municipality: 0, length: 900, cap: 1_000),
    PatientList(id: "b", municipality: 1, length: 1_200, cap: 1_100),
  ]

  @Test("four columns are enough: a list is self-employed, of average need and not new")
  func requiredColumns() throws {
    #expect(try lists("list,municipality,length,cap\na,oslo,900,1000\nb,tromso,1200,1100\n") == two)
  }

  @Test("columns may come in any order")
  func anyOrder() throws {
    #expect(try lists("cap,length,list,municipality\n1000,900,a,oslo\n1100,1200,b,tromso\n") == two)
  }

  @Test("a byte order mark, Windows line ends and a missing last line end change nothing")
  func lineEnds() throws {
    #expect(
      try lists("\u{feff}list,municipality,length,cap\r\na,oslo,900,1000\r\nb,tromso,1200,1100")
        == two)
  }

  @Test("cells may stand between quotes, with commas and quotes inside")
  func quotedCells() throws {
    let table = #"""
      "list","municipality","length","cap"
      "Ås, ""north"" 1","oslo","900","1000"
      """#
    #expect(try lists(table).map(\.id) == ["Ås, \"north\" 1"])
  }

  @Test("all optional columns are read")
  func optionalColumns() throws {
    let table = """
      list,municipality,length,cap,form,need-index,opened,grants
      a,oslo,0,500,salaried,1.05,2021-05-01,rent-supplement-high start-grant
      """
    let list = PatientList(
      id: "a", municipality: 0, length: 0, cap: 500, form: .salaried,
      needIndex: Ratio(105, over: 100), opened: CalendarDate(year: 2021, month: 5, day: 1),
      grants: ["rent-supplement-high", "start-grant"])
    #expect(try lists(table) == [list])
  }

  @Test("an optional cell left empty is as if the column were not there")
  func emptyCells() throws {
    let table = """
      list,municipality,length,cap,form,need-index,opened,grants
      a,oslo,900,1000,,,,
      b,tromso,1200,1100,self-employed,1,,
      """
    #expect(try lists(table) == two)
  }

  @Test("the ends of each range are inside it")
  func ends() throws {
    let table = """
      list,municipality,length,cap,need-index
      a,oslo,0,100000,0.001
      b,oslo,100000,0,10
      """
    #expect(try lists(table).map(\.length) == [0, 100_000])
  }

  @Test("lists keep the order of the file")
  func order() throws {
    let table = "list,municipality,length,cap\nz,oslo,1,1\na,tromso,2,2\nm,oslo,3,3\n"
    #expect(try lists(table).map(\.id) == ["z", "a", "m"])
  }
}
