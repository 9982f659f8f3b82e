import Capacity
import Diagnostics
import RateBooks
import TestSupport
import Testing

/// FAQ on the national distribution model, nos. 1 and 10.
@Suite("Capacities that count towards the ceiling of a health council")
struct CeilingTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func report(_ ceilings: String, _ clinics: String = southernClinics) throws
    -> CapacityReport
  {
    var request = CapacityReport.Request.july(try folder.file("clinics.csv", clinics))
    request.ceilings = try folder.file("ceilings.csv", "council,year,ceiling\n" + ceilings)
    return try CapacityReport(request, under: .danish())
  }

  private func message(_ ceilings: String, _ clinics: String = southernClinics) -> String {
    do {
      _ = try report(ceilings, clinics)
      return ""
    } catch {
      return "\(error)".replacing(folder.path + "/", with: "")
    }
  }

  @Test("FAQ 10: every capacity tied to a clinic counts, those of udbuds- and regionsklinikker too")
  func allCount() throws {
    let west = try report("sydvestjylland,2026,6\n").councils.first {
      $0.title.hasSuffix("Sydvestjylland")
    }
    #expect(west?.deployed == 6)
    #expect(west?.vacant == 4)
    #expect(west?.ceiling == 6)
    #expect(
      message("Sundhedsråd Sydvestjylland,2026,5\n") == """
        ceilings.csv:2:3: error: Sundhedsråd Sydvestjylland has 6 capacities deployed; its ceiling in 2026 is 5
          help: withdraw 1, or leave '--ceilings' out where an extraordinary situation allows more
        """)
  }

  @Test("FAQ 10: a doctor on an island with fewer than 500 patients is left out when reported")
  func islandsLeftOut() throws {
    let fyn = try report("fyn,2026,3\n").councils.first { $0.title.hasSuffix("Fyn") }
    #expect((fyn?.deployed, fyn?.leftOut, fyn?.ceiling) == (4, 1, 3))
    #expect(
      message("fyn,2026,2\n") == """
        ceilings.csv:2:3: error: Sundhedsråd Fyn has 3 capacities deployed, 1 on islands left out; its \
        ceiling in 2026 is 2
          help: withdraw 1, or leave '--ceilings' out where an extraordinary situation allows more
        """)
  }

  @Test("FAQ 10: a doctor on an island counts when not reported")
  func islandsNotReported() {
    #expect(
      message("fyn,2026,3\n", southernClinics.replacing(",ja,", with: ",nej,")).contains(
        "Sundhedsråd Fyn has 4 capacities deployed; its ceiling in 2026 is 3"))
  }

  @Test("FAQ 10: a doctor on an island with 500 patients cannot be left out")
  func islandTooLarge() {
    #expect(
      message("fyn,2026,3\n", southernClinics.replacing("499", with: "500")).contains(
        "'Antal tilmeldte patienter' is 500; doctors on islands are left out with fewer than 500"))
  }

  @Test("FAQ 1: a region may deploy fewer than the ceiling, and a council without a row has none")
  func fewer() throws {
    let councils = try report("fyn,2026,100\n").councils
    #expect(councils.map(\.ceiling) == [100, nil, nil, nil])
  }

  @Test("between two years a ceiling lies on a straight line, rounded down")
  func between() throws {
    #expect(try report("fyn,2025,10\nfyn,2027,15\n").councils[0].ceiling == 12)
    #expect(try report("fyn,2024,10\n").councils[0].ceiling == 10)
    #expect(try report("fyn,2030,10\n").councils[0].ceiling == 10)
  }
}
