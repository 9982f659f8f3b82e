import Capacity
import Diagnostics
import Documents
import RateBooks
import TestSupport
import Testing
import Units

@Suite("When regions report")
struct ReportDayTests {
  private let folder: TemporaryFolder
  private let book: RateBook

  init() throws { (folder, book) = (try TemporaryFolder(), try RateBook.danish()) }

  private func report(
    of day: String?, sent received: String, late: Bool = false, _ clinics: String = southernClinics
  ) throws -> CapacityReport {
    var request = CapacityReport.Request(
      clinics: try folder.file("clinics.csv", clinics), received: on(received))
    (request.day, request.allowsLate) = (day.map(on), late)
    return try CapacityReport(request, under: book)
  }

  private func message(of day: String, sent received: String) -> String {
    do {
      _ = try report(of: day, sent: received)
      return ""
    } catch {
      return "\(error)"
    }
  }

  private func notices(_ report: CapacityReport, _ path: String = "no-folder") throws -> [String] {
    try report.notices(in: path, under: book).map { $0.replacing(folder.path, with: "out") }
  }

  @Test("a report is of the first of a month, and may be received for three months")
  func inTime() {
    #expect(message(of: "2026-07-01", sent: "2026-10-01") == "")
    #expect(message(of: "2026-08-01", sent: "2026-08-01") == "")
    #expect(
      message(of: "2026-07-01", sent: "2026-10-02") == """
        command line: error: the report of 2026-07-01 was due on 2026-10-01, and is sent on 2026-10-02
          help: report a later day with '--on', or add '--late' to send it all the same
        """)
    #expect(
      message(of: "2026-07-01", sent: "2026-06-30") == """
        command line: error: the report is of 2026-07-01, which comes after the day it is sent, 2026-06-30
          help: report an earlier day with '--on', or say with '--received' when it is sent
        """)
    #expect(
      message(of: "2025-01-01", sent: "2025-02-01") == """
        command line: error: the law at hand says nothing of 'island-patients' on 2025-01-01
          help: report another day, or give a rate book with '--law'
        """)
  }

  @Test("without a day, the latest that must be reported is: of a quarter, from 2027 on of a month")
  func latest() throws {
    #expect(try report(of: nil, sent: "2026-11-21").day == on("2026-10-01"))
    #expect(try report(of: nil, sent: "2026-12-31").day == on("2026-10-01"))
    #expect(try report(of: nil, sent: "2027-02-28").day == on("2027-02-01"))
    let calendar = ReportCalendar(book)
    #expect(
      calendar.days(from: on("2026-05-15"), through: on("2027-03-01")).map(\.description) == [
        "2026-07-01", "2026-10-01", "2027-01-01", "2027-02-01", "2027-03-01",
      ])
  }

  @Test("from 2027 on the regions of the day are those of the reform")
  func regions() throws {
    let capital =
      southernClinics.split(separator: "\n")[0] + """

        057584,A,B,København,0101,1000,solopraksis,1,0,,,
        057585,A,B,Køge,0259,4600,solopraksis,1,0,,,

        """
    #expect(
      try report(of: "2027-01-01", sent: "2027-01-02", String(capital)).region
        == "Region Østdanmark")
    #expect(throws: Faults.self) {
      try report(of: "2026-10-01", sent: "2026-10-02", String(capital))
    }
  }

  @Test("what is late and what comes next is told, as far as the folder shows")
  func notices() throws {
    let report = try report(of: "2026-10-01", sent: "2026-11-21")
    #expect(
      try notices(report) == [
        "the report of 2026-10-01 is due on 2027-01-01", "the next report is of 2027-01-01",
        "doctors on islands are left out from 2026-11-21 on, and count again from 2027-11-21 unless "
          + "they are reported anew",
        "annex 2 prints 'Antal udmøntede kapaciteter' twice; both columns hold the same number",
      ])
    _ = try folder.file("bilag-1-2026-01-01.xlsx", "")
    #expect(
      try notices(report, folder.path)[1...2] == [
        "late: the report of 2026-04-01 was due on 2026-07-01, and is not in out",
        "late: the report of 2026-07-01 was due on 2026-10-01, and is not in out",
      ])
    _ = try folder.file("bilag-1-2026-04-01.xlsx", "")
    _ = try folder.file("bilag-1-2026-07-01.xlsx", "")
    #expect(try notices(report, folder.path).count == 4)
    let late = try self.report(of: "2026-07-01", sent: "2026-11-21", late: true)
    #expect(
      try notices(late)[0...1] == [
        "late: the report of 2026-07-01 was due on 2026-10-01",
        "the report of 2026-10-01 is due on 2027-01-01, and is not in no-folder",
      ])
  }

  @Test("a year after they were reported islands count again, and the sender is told")
  func lapse() throws {
    _ = try report(of: "2026-07-01", sent: "2026-07-15").write(into: OutputFolder(folder.path))
    let without = southernClinics.replacing(",ja,", with: ",nej,")
    for (received, told) in [
      ("2027-07-14", "are left out, and count again from 2027-07-15"),
      ("2027-07-15", "count again since 2027-07-15"),
    ] {
      let report = try report(of: "2027-07-01", sent: received, without)
      #expect(report.islands.isEmpty)
      #expect(
        try notices(report, folder.path).suffix(2) == [
          "no doctors on islands, and no annex 2",
          "the doctors on islands reported on 2026-07-15 \(told)",
        ])
    }
  }
}
