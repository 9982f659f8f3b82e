import ArgumentParser
import Capacity
import Diagnostics
import Documents
import Foundation
import RateBooks
import Units

struct CapacityReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Make a region's report of its capacities: annexes 1 and 2, in Excel and in CSV.",
    discussion: """
      FILE is the region's table of clinics, .xlsx or .csv, with the headings of annex 1: Ydernummer,
      Praksisbetegnelse, Adresse, Praksiskommune, Praksiskommunekode, Postnummer, Praksisform, Antal
      udmøntede kapaciteter, Antal ledige kapaciteter. In place of the last two it may have LUNA's
      fields, 'fastsat kapacitet' and 'personrolle': one row per person, and one with 'ledig kapacitet'
      per vacant capacity. 'Ø-læge' (ja or nej) with 'Antal tilmeldte patienter' marks doctors on islands
      for annex 2; with 'Opgørelsesdato' every row must be of the day of the report. Further columns
      are passed over.

      Every fault is told with its cell, and nothing is written while there is one. Postcodes are
      checked against their municipality only with '--postcodes'; forms of practices against those seen
      in public sources, since the official list was not. Numbers hardly any clinic has are noted with
      their cell, and reported all the same.

      Written are bilag-1-DAY with the day the report is of and, where islands are reported, bilag-2-DAY
      with the day it is sent, from which they are left out. The template of annex 2 prints 'Antal udmøntede kapaciteter'
      twice and does not say why: both columns hold the same number. Files of that name in the folder
      are taken for the reports sent before.

      Tables beside it: '--ceilings' has council, year, ceiling (and floor, source); '--holders' doctor,
      clinic, qualification (specialist, agreement or other) and part; '--postcodes' postcode,
      municipality; '--islands' the columns of annex 2.

      Examples:
        takst capacity report clinics.xlsx --out reports
        takst capacity report clinics.csv --out reports --on 2026-07-01 --ceilings annex-1-2026.csv
      """)

  @Argument(
    help: "The region's table of clinics.", completion: .file(extensions: ["xlsx", "csv"]))
  var file: String

  @Option(
    help: ArgumentHelp("The folder for the annexes.", valueName: "dir"), completion: .directory)
  var out: String

  @Option(
    help: ArgumentHelp(
      "The day the report is of, the first of a month. By default the latest that must be reported.",
      valueName: "yyyy-mm-dd"))
  var on: CalendarDate?

  @Option(
    help: ArgumentHelp("The day the report is sent. By default today.", valueName: "yyyy-mm-dd"))
  var received: CalendarDate?

  @Flag(help: "Make the report although it is overdue.")
  var late = false

  @Option(help: ArgumentHelp("Annex 2, filled in.", valueName: "file"), completion: .file())
  var islands: String?

  @Option(
    help: ArgumentHelp("The most capacities of each health council.", valueName: "file"),
    completion: .file())
  var ceilings: String?

  @Option(
    help: ArgumentHelp("Who holds the capacities: what is vacant follows.", valueName: "file"),
    completion: .file())
  var holders: String?

  @Option(
    help: ArgumentHelp("Which postcodes lie in which municipality.", valueName: "file"),
    completion: .file())
  var postcodes: String?

  @Option(help: ArgumentHelp("A further form of practice to allow.", valueName: "name"))
  var form: [String] = []

  @Option(help: ArgumentHelp("denmark, or a rate book file of your own.", valueName: "book"))
  var law = "denmark"

  @Flag(help: "Say nothing on standard error unless something is wrong.")
  var quiet = false

  func run() throws {
    try reporting {
      let place = SourcePosition(file: "command line")
      let book = try RateBook(named: Located(law, written: law, at: place))
      var request = CapacityReport.Request(clinics: file, received: received ?? .today)
      (request.day, request.allowsLate, request.forms) = (on, late, form)
      (request.islands, request.ceilings) = (islands, ceilings)
      (request.holders, request.postcodes) = (holders, postcodes)
      request.earlierIslands = CapacityReport.islandsInForce(
        in: out, on: request.received, under: book)
      let report = try CapacityReport(request, under: book)
      let notices = try report.notices(in: out, under: book)
      let names = try report.write(into: OutputFolder(out))
      try write(report.summary)
      guard !quiet else { return }
      for finding in report.findings { tell(finding.description) }
      for notice in notices { tell(notice) }
      tell("wrote \(names.joined(separator: ", ")) in \(out)")
    }
  }
}

extension CalendarDate {
  /// The day it is where the program runs.
  fileprivate static var today: CalendarDate {
    let parts = Calendar(identifier: .gregorian).dateComponents(
      [.year, .month, .day], from: Date())
    guard let year = parts.year, let month = parts.month, let day = parts.day,
      let today = CalendarDate(year: year, month: month, day: day)
    else { preconditionFailure("a day without a date") }
    return today
  }
}
