import Capacity
import Diagnostics
import RateBooks
import TestSupport
import Testing

@Suite("What is noted of a region's sound table")
struct ReportFindingTests {
  private func findings(_ rows: String, postcodes: String? = "5000,0461\n") throws -> [String] {
    let folder = try TemporaryFolder()
    let header = """
      Ydernummer,Praksisbetegnelse,Adresse,Praksiskommune,Praksiskommunekode,Postnummer,Praksisform,\
      Antal udmøntede kapaciteter,Antal ledige kapaciteter,Antal tilmeldte patienter

      """
    var request = CapacityReport.Request.july(try folder.file("clinics.csv", header + rows))
    if let postcodes {
      request.postcodes = try folder.file("postcodes.csv", "postcode,municipality\n" + postcodes)
    }
    return try CapacityReport(request, under: .danish()).findings.map {
      $0.description.replacing("\(folder.path)/", with: "")
    }
  }

  private func row(_ number: String, _ rest: String) -> String {
    "\(number),Lægerne,Havnegade 1,Odense,0461,5000,\(rest)\n"
  }

  @Test("a solopraksis of five capacities is not, and one of six is")
  func solo() throws {
    #expect(try findings(row("057584", "solopraksis,5,0,8000")).isEmpty)
    #expect(
      try findings(row("057584", "Solopraksis,6,0,9600")) == [
        """
        clinics.csv:2:8: note: '057584' has 6 capacities, and a solopraksis has one owner
          help: mend the capacities, or the form
        """
      ])
    #expect(try findings(row("057584", "delepraksis,6,0,9600")).isEmpty)
  }

  @Test("more than 5,000 patients of a capacity are, and nobody on the list of a doctor is")
  func patients() throws {
    #expect(try findings(row("057584", "delepraksis,1,0,5000")).isEmpty)
    #expect(
      try findings(
        row("057584", "delepraksis,1,0,100000") + row("057585", "delepraksis,2,0,0")
          + row("057586", "delepraksis,2,2,0") + row("057587", "delepraksis,2,0,")) == [
          """
          clinics.csv:2:10: note: '057584' has 100000 patients and 1 capacities: more than 5000 patients each
            help: count each patient once, and each capacity
          """,
          """
          clinics.csv:3:10: note: nobody is on the list of '057585', where 2 capacities are held
            help: write how many are on the list
          """,
        ])
  }

  @Test("that postcodes are held against nothing is, without a table of them")
  func postcodes() throws {
    #expect(
      try findings(row("057584", "delepraksis,1,0,1600"), postcodes: nil) == [
        """
        clinics.csv:1:6: note: no postcode is held against its municipality
          help: name a table of postcode and municipality with '--postcodes'
        """
      ])
  }

  @Test("nothing is of the shipped report and of LUNA's fields but that")
  func shipped() throws {
    for name in ["example-report.csv", "example-luna.csv"] {
      let path = Repository.path("Scenarios/denmark/\(name)")
      let report = try CapacityReport(.july(path), under: .danish())
      #expect(report.findings.map(\.what) == ["no postcode is held against its municipality"])
    }
  }
}
