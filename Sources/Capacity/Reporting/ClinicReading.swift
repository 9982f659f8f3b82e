import Diagnostics
import Documents
import Units

/// How the rows of a region's table become clinics.
struct ClinicReading {
  var table: ReportTable
  private let law: ReportingLaw
  private let day: CalendarDate
  private let forms: [String]
  private(set) var found: [Found] = []
  private var places: [String: Int] = [:]

  /// A clinic with where it was found.
  struct Found {
    var clinic: ReportedClinic
    var row: CSVTable.Row
    var place: ReportingLaw.Place?
    var isOnIsland = false
    /// Whether its numbers can be counted with.
    var isWhole: Bool
  }

  /// What LUNA writes for a capacity nobody holds.
  private static let vacantRole = "ledig kapacitet"

  init(_ table: ReportTable, law: ReportingLaw, on day: CalendarDate, forms: [String]) {
    (self.table, self.law, self.day, self.forms) = (table, law, day, forms)
  }

  /// Reads a region's own table: annex 1 with further columns, or LUNA's two fields.
  ///
  /// - Parameter derivesVacant: Whether somebody else tells which capacities are vacant.
  mutating func readClinics(derivesVacant: Bool) {
    table.require(ReportColumn.ofClinics)
    table.requireOne(of: .deployed, .fixedCapacity)
    if !derivesVacant { table.requireOne(of: .vacant, .role) }
    guard table.faults.diagnostics.isEmpty else { return }
    for row in table.rows where !table.faults.isFull {
      if table.has(.role), let place = places[table.cell(.number, in: row)] {
        takePerson(in: row, of: place)
      } else {
        takeClinic(in: row)
      }
    }
    checkNotEmpty()
    for clinic in found where table.has(.role) { checkVacant(of: clinic, .role) }
    checkRegion()
  }

  /// Reads annex 2, filled in.
  mutating func readIslands() {
    table.require(ReportColumn.annex2)
    guard table.faults.diagnostics.isEmpty else { return }
    for row in table.rows where !table.faults.isFull {
      takeClinic(in: row)
      found[found.count - 1].isOnIsland = true
      let again = table.cell(.deployed, in: row, second: true)
      if again != table.cell(.deployed, in: row) {
        table.reject(
          .deployed, in: row, "the first column of the name has another number",
          help: "write the same in both", second: true)
      }
      checkIsland(in: row)
    }
  }

  private mutating func checkNotEmpty() {
    guard found.isEmpty else { return }
    table.faults.add(
      "the table has no rows", at: table.start,
      help: "write one row per clinic below the header")
  }

  private mutating func takeClinic(in row: CSVTable.Row) {
    let before = table.faults.diagnostics.count
    let number = table.number(in: row)
    if let other = places[number] {
      let line = found[other].row.line
      table.reject(
        .number, in: row, "it takes a number of its own", help: "line \(line) has it already")
    } else if !number.isEmpty {
      places[number] = found.count
    }
    let name = table.words(.name, in: row)
    let address = table.words(.address, in: row)
    let place = table.place(in: row, under: law)
    let postcode = table.postcode(in: row)
    let form = table.form(in: row, among: forms)
    let deployed = deployed(in: row)
    let clinic = ReportedClinic(
      number: number, name: name, address: address, municipality: place?.name ?? "",
      code: place?.code ?? "", postcode: postcode, form: form, deployed: deployed ?? 0,
      vacant: vacant(in: row) ?? 0, patients: patients(in: row))
    table.checkDay(in: row, is: day)
    let isOnIsland = table.isOnIsland(in: row)
    if isOnIsland { checkIsland(in: row) }
    let isWhole = table.faults.diagnostics.count == before
    let one = Found(
      clinic: clinic, row: row, place: place, isOnIsland: isOnIsland, isWhole: isWhole)
    if deployed != nil, !table.has(.role) { checkVacant(of: one, .vacant) }
    found.append(one)
  }

  private mutating func deployed(in row: CSVTable.Row) -> Int? {
    let column = table.has(.deployed) ? ReportColumn.deployed : .fixedCapacity
    let help: String? =
      switch table.cell(column, in: row) {
      case "": nil
      case "0": "leave out a clinic without capacities"
      default: "a capacity is what one doctor can look after, and is counted whole"
      }
    return table.whole(column, in: row, 1...Plausible.capacities.upperBound, help: help)
  }

  private mutating func vacant(in row: CSVTable.Row) -> Int? {
    if table.has(.role) { return isVacant(in: row) ? 1 : 0 }
    guard table.has(.vacant) else { return 0 }
    return table.whole(.vacant, in: row, Plausible.capacities)
  }

  /// Whether a row of LUNA is that of a capacity nobody holds.
  private mutating func isVacant(in row: CSVTable.Row) -> Bool {
    let role = table.cell(.role, in: row).lowercased()
    if role != Self.vacantRole, nearName(to: role, among: [Self.vacantRole]) != nil {
      table.reject(
        .role, in: row, "no role has that name", help: "did you mean '\(Self.vacantRole)'?")
    }
    return role == Self.vacantRole
  }

  private mutating func patients(in row: CSVTable.Row) -> Int? {
    guard !table.cell(.patients, in: row).isEmpty else { return nil }
    return table.whole(.patients, in: row, Plausible.patients)
  }

  private mutating func checkIsland(in row: CSVTable.Row) {
    let patients = Int(table.cell(.patients, in: row))
    if let patients, patients < law.islandPatients { return }
    // A number that is none has been told already.
    guard patients != nil || table.cell(.patients, in: row).isEmpty else { return }
    table.reject(
      .patients, in: row,
      "doctors on islands are left out with fewer than \(law.islandPatients)",
      help: patients == nil
        ? "write how many are on the list" : "do not report the row as an island")
  }

  private mutating func checkVacant(of one: Found, _ column: ReportColumn) {
    let (deployed, vacant) = (one.clinic.deployed, one.clinic.vacant)
    guard vacant > deployed else { return }
    if column == .role {
      table.faults.add(
        "\(vacant) rows of \(one.clinic.number) are vacant; it has \(deployed) deployed",
        at: table.position(.number, in: one.row), help: "keep one row per vacant capacity")
    } else {
      table.reject(column, in: one.row, "no more than the \(deployed) deployed can be vacant")
    }
  }

  /// A further row of a clinic, as LUNA has one per person: what it says again must agree.
  private mutating func takePerson(in row: CSVTable.Row, of place: Int) {
    let first = found[place].row
    let again =
      ReportColumn.ofClinics.dropFirst() + [
        table.has(.deployed) ? .deployed : .fixedCapacity, .patients, .island,
      ]
    for column in again {
      let (text, old) = (table.cell(column, in: row), table.cell(column, in: first))
      guard !text.isEmpty, text != old else { continue }
      table.reject(
        column, in: row, "line \(first.line) says \(old.isEmpty ? "nothing" : old) of the clinic",
        help: "write the same on all rows of a clinic")
    }
    table.checkDay(in: row, is: day)
    if isVacant(in: row) { found[place].clinic.vacant += 1 }
  }

  mutating func setVacant(_ vacant: Int, at place: Int) { found[place].clinic.vacant = vacant }

  /// Reports the rows of another region than most.
  private mutating func checkRegion() {
    guard let region else { return }
    for one in found {
      guard let place = one.place, place.region != region else { continue }
      table.reject(
        .code, in: one.row, "\(place.name) lies in \(place.region)",
        help: "the report is of \(region), where most rows lie; report each region by itself")
    }
  }

  /// The region most rows lie in, the first of them among equals; `nil` without any.
  var region: String? {
    let regions = found.compactMap(\.place?.region)
    let counts = Dictionary(regions.map { ($0, 1) }, uniquingKeysWith: +)
    guard let most = counts.values.max() else { return nil }
    return regions.first { counts[$0] == most }
  }
}
