import Capacity
import Diagnostics
import Documents
import Foundation
import RateBooks
import TestSupport
import Testing
import Units
import Workbooks

@Suite("What a region reports of its capacities")
struct CapacityReportTests {
  private let folder: TemporaryFolder
  private let book: RateBook

  init() throws { (folder, book) = (try TemporaryFolder(), try RateBook.danish()) }

  private func report(
    _ text: String = southernClinics,
    _ change: (inout CapacityReport.Request) throws -> Void = { _ in }
  ) throws -> CapacityReport {
    var request = CapacityReport.Request.july(try folder.file("clinics.csv", text))
    try change(&request)
    return try CapacityReport(request, under: book)
  }

  private func message(
    _ text: String = southernClinics,
    _ change: (inout CapacityReport.Request) throws -> Void = { _ in }
  ) -> String {
    do {
      _ = try report(text, change)
      return ""
    } catch {
      return "\(error)".replacing(folder.path + "/", with: "")
    }
  }

  @Test("clinics are read with the law's own names, codes and forms")
  func clinics() throws {
    let report = try report()
    #expect(report.region == "Region Syddanmark")
    #expect(report.clinics.map(\.number) == ["057584", "000123", "011111", "011112", "022222"])
    let island = report.clinics[1]
    #expect((island.municipality, island.code) == ("Ærø", "0492"))
    #expect(island.form == "solopraksis")
    #expect(report.islands == [island])
  }

  @Test("both annexes have the template's headings and nothing else, in Excel and in CSV")
  func annexes() throws {
    let names = try report().write(into: OutputFolder(folder.path))
    #expect(
      names == [
        "bilag-1-2026-07-01.xlsx", "bilag-1-2026-07-01.csv", "bilag-2-2026-07-15.xlsx",
        "bilag-2-2026-07-15.csv",
      ])
    let first = try SheetTable(reading: folder.path + "/" + names[0])
    #expect(
      first.header == [
        "Ydernummer", "Praksisbetegnelse", "Adresse", "Praksiskommune", "Praksiskommunekode",
        "Postnummer", "Praksisform", "Antal udmøntede kapaciteter", "Antal ledige kapaciteter",
      ])
    #expect(
      first.rows[1].cells == [
        "000123", "Lægen på Ærø", "Vestergade 7", "Ærø", "0492", "5970", "solopraksis", "1", "0",
      ])
    let second = try SheetTable(reading: folder.path + "/" + names[2])
    #expect(
      second.header == [
        "Ydernummer", "Praksisbetegnelse", "Adresse", "Praksiskommune", "Praksiskommunekode",
        "Postnummer", "Praksisform", "Antal udmøntede kapaciteter", "Antal udmøntede kapaciteter",
        "Antal tilmeldte patienter",
      ])
    #expect(
      second.rows.map(\.cells) == [
        [
          "000123", "Lægen på Ærø", "Vestergade 7", "Ærø", "0492", "5970", "solopraksis", "1", "1",
          "499",
        ]
      ])
    for name in [0, 2] {
      let csv = try SheetTable(reading: folder.path + "/" + names[name + 1])
      let sheet = try SheetTable(reading: folder.path + "/" + names[name])
      #expect(csv.header == sheet.header)
      #expect(csv.rows.map(\.cells) == sheet.rows.map(\.cells))
    }
  }

  @Test("what is written is read back equal, from either form of annex 1, with annex 2 beside it")
  func roundTrip() throws {
    let report = try report()
    let names = try report.write(into: OutputFolder(folder.path))
    for (first, second) in [(names[0], names[2]), (names[1], names[3])] {
      var request = CapacityReport.Request.july(folder.path + "/" + first)
      request.islands = folder.path + "/" + second
      let again = try CapacityReport(request, under: book)
      #expect(
        again.clinics
          == report.clinics.map { clinic in
            var clinic = clinic
            clinic.patients = nil
            return clinic
          })
      #expect(again.islands == report.islands)
      #expect(again.councils == report.councils)
    }
  }

  @Test("the same table gives the same bytes, from CSV or from a workbook")
  func sameBytes() throws {
    let table = try SheetTable(reading: folder.file("a.csv", southernClinics))
    let sheet = Sheet(
      name: "a", header: table.header,
      rows: table.rows.map { $0.cells.map { $0.isEmpty ? .empty : .text($0) } })
    try OutputFolder(folder.path).write(sheet, to: "a.xlsx")
    var bytes: [[Data]] = []
    for source in ["a.csv", "a.csv", "a.xlsx"] {
      let out = folder.path + "/out"
      let names = try CapacityReport(.july(folder.path + "/" + source), under: book)
        .write(into: OutputFolder(out))
      bytes.append(try names.map { try Data(contentsOf: URL(fileURLWithPath: out + "/" + $0)) })
    }
    #expect(bytes[0] == bytes[1])
    #expect(bytes[0] == bytes[2])
  }

  @Test("a table with semicolons and a byte order mark, as Danish Excel writes it, is read")
  func semicolons() throws {
    let rows = try CSVTable(reading: folder.file("a.csv", southernClinics))
    let text = ([rows.header] + rows.rows.map(\.cells)).map { row in
      row.map { $0.contains(",") ? "\"\($0)\"" : $0 }.joined(separator: ";") + "\r\n"
    }.joined()
    #expect(try report("\u{feff}" + text).clinics == report().clinics)
  }

  @Test("LUNA's two fields give deployed and vacant capacities: one row per person or vacancy")
  func luna() throws {
    let start = "057584,Lægerne Havnen,Havnegade 1,Odense,0461,5000,kompagniskabspraksis"
    let report = try report(
      """
      Ydernummer,Praksisbetegnelse,Adresse,Praksiskommune,Praksiskommunekode,Postnummer,Praksisform,\
      Fastsat kapacitet,Personrolle
      \(start),3,Læge
      \(start),3,Ledig kapacitet
      \(start),,ledig kapacitet
      011111,Udbudsklinikken,Torvet 2,Esbjerg,0561,6700,udbudsklinik,4,Læge

      """)
    #expect(report.clinics.map(\.deployed) == [3, 4])
    #expect(report.clinics.map(\.vacant) == [2, 0])
  }

  @Test(
    "who holds what tells what is vacant: a specialist in part fills a whole one, and one at most")
  func holders() throws {
    let clinics = southernClinics.split(separator: "\n").prefix(2).joined(separator: "\n")
      .replacing("Antal ledige kapaciteter", with: "tidligere ledige")
    let holders = """
      doctor,clinic,qualification,part
      a,057584,specialist,0.2
      b,057584,specialist,1
      c,057584,other,1

      """
    let report = try report(clinics) { $0.holders = try folder.file("holders.csv", holders) }
    #expect(report.clinics.map(\.vacant) == [1])
  }

  @Test("a column of vacancies that the table of holders contradicts is told")
  func holdersDisagree() throws {
    #expect(
      message {
        $0.holders = try folder.file(
          "holders.csv",
          """
          doctor,clinic,qualification
          a,057584,specialist
          b,000123,specialist
          c,022222,agreement
          d,011111,specialist
          e,011111,specialist

          """)
      } == """
        clinics.csv:2:9: error: 'Antal ledige kapaciteter' is 1; by the table of holders 2 are vacant
          help: mend one of the tables, or leave the column out
        """)
  }

  @Test("the tables beside the report have faults of their own, told with the others")
  func sideTables() throws {
    let told = message(southernClinics.replacing("5000", with: "500")) {
      $0.holders = try folder.file(
        "holders.csv", "doctor,clinic,qualification,part\n,999999,specialst,2\n")
      $0.ceilings = try folder.file("ceilings.csv", "council,year,ceiling,source\nfyen,26,x,y\n")
      $0.postcodes = try folder.file("postcodes.csv", "postcode,municipality\n500,461\n")
    }
    #expect(
      told == """
        ceilings.csv:2:1: error: 'council' is fyen; it takes a health council of the law
          help: did you mean 'fyn'?
        ceilings.csv:2:2: error: 'year' is 26; it takes a whole number in 1990...2100
        ceilings.csv:2:3: error: 'ceiling' is x; it takes a whole number in 0...100000
        clinics.csv:2:6: error: 'Postnummer' is 500; it takes four digits
          help: write 0500, in a column that holds text
        holders.csv:2:1: error: 'doctor' is empty; it takes text
        holders.csv:2:2: error: 'clinic' is 999999; it takes a clinic of the table of clinics
        holders.csv:2:3: error: 'qualification' is specialst; it takes one of specialist, agreement, other
          help: did you mean 'specialist'?
        holders.csv:2:4: error: 'part' is 2; it takes a number above 0 and up to 1
        postcodes.csv:2:1: error: 'postcode' is 500; it takes four digits
        """)
  }

  @Test("postcodes are checked against a table of them, and not without one")
  func postcodes() throws {
    let postcodes = "postcode,municipality\n5000,0461\n5970,0492\n6700,0563\n6700,0561\n6270,0540\n"
    #expect(
      message(
        southernClinics.replacing(
          "Havnegade 1, st.\",Odense,0461,5000", with: "x\",Odense,0461,5001")
      ) {
        $0.postcodes = try folder.file("postcodes.csv", postcodes)
      } == """
        clinics.csv:2:6: error: 'Postnummer' is 5001; the table of postcodes does not have it
        clinics.csv:6:6: error: 'Postnummer' is 6270; it does not lie in Tønder
        """)
  }

  @Test("faults of many rows and of the day are told at once, and nothing is written")
  func manyFaults() throws {
    let text = southernClinics.replacing("057584", with: "57584").replacing("0561", with: "0571")
      .replacing("499", with: "500")
    #expect(
      message(text) { $0.day = on("2026-07-02") } == """
        clinics.csv:2:1: error: 'Ydernummer' is 57584; it takes six digits
          help: write 057584, in a column that holds text, so that the zeros stay
        clinics.csv:3:11: error: 'Antal tilmeldte patienter' is 500; doctors on islands are left out with \
        fewer than 500
          help: do not report the row as an island
        clinics.csv:4:5: error: 'Praksiskommunekode' is 0571; no municipality has that code
          help: Esbjerg has 0561
        clinics.csv:5:5: error: 'Praksiskommunekode' is 0571; no municipality has that code
          help: Esbjerg has 0561
        command line: error: '--on' is 2026-07-02; a report is of the first day of a month
          help: write 2026-07-01
        """)
  }

  @Test("half a workbook, and one of formulas, are told")
  func badWorkbooks() throws {
    _ = try report().write(into: OutputFolder(folder.path))
    let whole = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/bilag-1-2026-07-01.xlsx"))
    let half = try folder.file("half.xlsx", whole.prefix(whole.count / 2))
    let faults = #expect(throws: Faults.self) { try CapacityReport(.july(half), under: book) }
    #expect(
      faults?.description == """
        \(half): error: the file is cut short or damaged
          help: save or fetch it once more
        """)
  }

  @Test("islands of a table of their own must agree with the clinics")
  func islands() throws {
    let header = """
      Ydernummer,Praksisbetegnelse,Adresse,Praksiskommune,Praksiskommunekode,Postnummer,Praksisform,\
      Antal udmøntede kapaciteter,Antal udmøntede kapaciteter,Antal tilmeldte patienter
      """
    let clinics = southernClinics.replacing("Ø-læge", with: "ø")
    #expect(
      message(clinics) {
        $0.islands = try folder.file(
          "islands.csv",
          header + """

            000123,Lægen på Ærø,Vestergade 7,Ærø,0492,5970,solopraksis,2,2,400
            000124,Lægen,Vestergade 7,Ærø,0492,5970,solopraksis,1,1,0
            022222,Delepraksis Syd,Åvej 9,Tønder,0550,6270,delepraksis,1,2,500

            """)
      } == """
        islands.csv:2:8: error: 'Antal udmøntede kapaciteter' is 2; the table of clinics has 1
        islands.csv:3:1: error: 'Ydernummer' is 000124; the table of clinics does not have it
        islands.csv:4:9: error: 'Antal udmøntede kapaciteter' is 2; the first column of the name has \
        another number
          help: write the same in both
        islands.csv:4:10: error: 'Antal tilmeldte patienter' is 500; doctors on islands are left out with \
        fewer than 500
          help: do not report the row as an island
        """)
    #expect(
      message(clinics) {
        $0.islands = try folder.file(
          "islands.csv",
          header.replacing("kapaciteter,Antal udmøntede kapaciteter", with: "kapaciteter"))
      } == """
        islands.csv:1:1: error: the column 'Antal udmøntede kapaciteter' is missing the second time
          help: the first line must name Ydernummer, Praksisbetegnelse, Adresse, Praksiskommune, \
        Praksiskommunekode, Postnummer, Praksisform, Antal udmøntede kapaciteter, Antal udmøntede \
        kapaciteter, Antal tilmeldte patienter
        """)
  }

  @Test("a further form of practice can be allowed")
  func forms() throws {
    let text = southernClinics.replacing("delepraksis", with: "Samarbejdspraksis")
    #expect(
      try report(text) { $0.forms = ["samarbejdspraksis"] }.clinics[4].form == "samarbejdspraksis")
  }
}
