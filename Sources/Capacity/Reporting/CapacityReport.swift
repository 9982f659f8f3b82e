public import Diagnostics
import Documents
public import RateBooks
import Rules
public import Units
import Workbooks

/// What a region reports of its doctors' capacities: annexes 1 and 2 of the guidance.
///
/// - Source: guidance on the regions' reporting, 10 July 2025; FAQ on the national distribution model,
///   nos. 1 and 10.
public struct CapacityReport: Sendable {
  /// What the report is made from.
  public struct Request: Sendable {
    /// The region's table of clinics.
    public var clinics: String
    /// The day it is of; `nil` for the latest day a report must be made of.
    public var day: CalendarDate?
    /// The day it is sent.
    public var received: CalendarDate
    /// Whether it may be made although it is late.
    public var allowsLate = false
    /// Annex 2, filled in, where the table of clinics does not mark islands.
    public var islands: String?
    public var ceilings: String?
    /// Annex 2 of an earlier report that still holds; read where this one reports no islands.
    public var earlierIslands: String?
    public var holders: String?
    public var postcodes: String?
    /// Forms of practices beside those that are known.
    public var forms: [String] = []

    public init(clinics: String, received: CalendarDate) {
      (self.clinics, self.received) = (clinics, received)
    }
  }

  /// A health council's sums.
  public struct Council: Hashable, Sendable {
    public var title: String
    public var clinics: Int
    public var deployed: Int
    public var vacant: Int
    /// Deployed on islands and left out.
    public var leftOut: Int
    /// `nil` where no table gives one.
    public var ceiling: Int?
  }

  /// Forms of practices that were seen in sources. The official list was not.
  public static let forms = [
    soloForm, "kompagniskabspraksis", "delepraksis", "udbudsklinik", "regionsklinik",
  ]

  /// The practice of one owner.
  static let soloForm = "solopraksis"

  public let region: String
  /// The day the capacities are counted on.
  public let day: CalendarDate
  public let received: CalendarDate
  /// In the order of the table.
  public let clinics: [ReportedClinic]
  /// The clinics, or parts of clinics, that annex 2 reports.
  public let islands: [ReportedClinic]
  /// Those of the region, in the order of the law.
  public let councils: [Council]
  /// The first day on which the islands count again.
  public let islandsCountAgain: CalendarDate
  /// What is told of the table of clinics, though it is sound.
  public let findings: [Notice]

  /// - Throws: ``Faults``, all of every table.
  public init(_ request: Request, under book: RateBook) throws(Faults) {
    var faults = ReportFaults()
    let calendar = ReportCalendar(book)
    guard let day = request.day ?? calendar.latest(through: request.received) else {
      throw Faults(
        "no report is due on \(request.received) or before",
        at: SourcePosition(file: "command line"), help: "say of which day with '--on'")
    }
    let law = try ReportingLaw(book, on: day)
    _ = faults.reading { () throws(Faults) in try checkDay(day, request, calendar) }
    let forms = Self.forms + request.forms
    let reading = faults.reading { () throws(Faults) in
      ClinicReading(
        try ReportTable(reading: request.clinics, required: ReportColumn.annex1), law: law, on: day,
        forms: forms)
    }
    let postcodes = faults.readingFile(request.postcodes) { path throws(Faults) in
      try ReportPostcodes(reading: path, under: law)
    }
    let ceilings = faults.readingFile(request.ceilings) { path throws(Faults) in
      try CeilingTable(reading: path, areas: law.areas)
    }
    guard var reading else { throw Faults(faults.diagnostics) }
    reading.readClinics(derivesVacant: request.holders != nil)
    postcodes?.check(&reading)
    let found = reading.found.map(\.clinic)
    let held = faults.readingFile(request.holders) { path throws(Faults) in
      try vacancies(reading: path, of: found)
    }
    if let held { reading.derive(held) }
    let islands = faults.reading { () throws(Faults) in
      try reading.islands(beside: request.islands, law: law, on: day, forms: forms)
    }
    faults.add(reading.table.faults)
    let earlier = faults.readingFile(islands?.isEmpty ?? true ? request.earlierIslands : nil) {
      path throws(Faults) in
      try earlierIslands(reading: path)
    }
    region = reading.region ?? ""
    clinics = reading.found.map(\.clinic)
    self.islands = islands ?? []
    councils = Self.councils(
      of: region, clinics,
      self.islands + clinics.filter { earlier?.contains($0.number) ?? false }, law: law,
      ceilings: ceilings, in: day.year)
    // A count of tables with faults says nothing.
    if faults.diagnostics.isEmpty, let ceilings {
      checkCeilings(ceilings, of: law, in: day.year, councils, region, &faults)
    }
    try faults.check()
    findings = reading.findings(knowingPostcodes: postcodes != nil)
    (self.day, received) = (day, request.received)
    islandsCountAgain = request.received.advanced(byMonths: law.exemptionMonths)
  }

  private static func councils(
    of region: String, _ clinics: [ReportedClinic], _ islands: [ReportedClinic],
    law: ReportingLaw, ceilings: CeilingTable?, in year: Int
  ) -> [Council] {
    law.areas.councils.enumerated().filter { $1.region == region }.map { place, council in
      let isInside = { (clinic: ReportedClinic) in law.places[clinic.code]?.council == place }
      let inside = clinics.filter(isInside)
      return Council(
        title: council.title, clinics: inside.count,
        deployed: inside.reduce(0) { $0 + $1.deployed },
        vacant: inside.reduce(0) { $0 + $1.vacant },
        leftOut: islands.filter(isInside).reduce(0) { $0 + $1.deployed },
        ceiling: ceilings?.bound(of: place, in: year)?.ceiling)
    }
  }
}

/// A day a report can be of: the first of a month that has come, and in time.
private func checkDay(
  _ day: CalendarDate, _ request: CapacityReport.Request, _ calendar: ReportCalendar
) throws(Faults) {
  var faults = ReportFaults()
  let place = SourcePosition(file: "command line")
  let received = request.received
  if day.day != 1 {
    faults.add(
      "'--on' is \(day); a report is of the first day of a month", at: place,
      help: "write \(day.inMonth.firstDay)")
  }
  let due = try calendar.due(of: day)
  if received < day {
    faults.add(
      "the report is of \(day), which comes after the day it is sent, \(received)", at: place,
      help: "report an earlier day with '--on', or say with '--received' when it is sent")
  } else if received > due, !request.allowsLate {
    faults.add(
      "the report of \(day) was due on \(due), and is sent on \(received)", at: place,
      help: "report a later day with '--on', or add '--late' to send it all the same")
  }
  try faults.check()
}

/// Reports health councils with more capacities than they may have deployed, islands left out.
private func checkCeilings(
  _ ceilings: CeilingTable, of law: ReportingLaw, in year: Int,
  _ councils: [CapacityReport.Council], _ region: String, _ faults: inout ReportFaults
) {
  let places = law.areas.councils.indices.filter { law.areas.councils[$0].region == region }
  for (place, council) in zip(places, councils) {
    let counted = council.deployed - council.leftOut
    guard let bound = ceilings.bound(of: place, in: year), counted > bound.ceiling else { continue }
    let islands = council.leftOut > 0 ? ", \(council.leftOut) on islands left out" : ""
    faults.add(
      "\(council.title) has \(counted) capacities deployed\(islands); its ceiling in \(year) is"
        + " \(bound.ceiling)", at: bound.position,
      help: "withdraw \(counted - bound.ceiling), or leave '--ceilings' out where an extraordinary"
        + " situation allows more")
  }
}

/// The vacant capacities of clinics by who holds them, one number per clinic.
private func vacancies(
  reading path: String, of clinics: [ReportedClinic]
) throws(Faults) -> [Int] {
  let places = Dictionary(
    clinics.enumerated().map { ($1.number, $0) }, uniquingKeysWith: { first, _ in first })
  let doctors = try DoctorTable(reading: path, clinics: places)
  return CapacityHolding.of(
    capacities: clinics.map(\.deployed), engagements: doctors.engagements
  ).map(\.vacant)
}

/// The clinics of an annex 2 that was written before.
private func earlierIslands(reading path: String) throws(Faults) -> Set<String> {
  let table = try SheetTable(reading: path)
  let column = table.header.firstIndex(of: ReportColumn.number.rawValue) ?? 0
  return Set(table.rows.map { $0.cells[column] })
}
