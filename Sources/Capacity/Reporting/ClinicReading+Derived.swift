import Diagnostics
import Units

extension ClinicReading {
  /// Takes the vacant capacities from who holds them. A column that says so as well must agree.
  ///
  /// - Parameter vacancies: One number per clinic.
  mutating func derive(_ vacancies: [Int]) {
    for (place, vacant) in vacancies.enumerated() {
      let one = found[place]
      if table.has(.vacant), one.isWhole, one.clinic.vacant != vacant {
        table.reject(
          .vacant, in: one.row, "by the table of holders \(vacant) are vacant",
          help: "mend one of the tables, or leave the column out")
      }
      setVacant(vacant, at: place)
    }
  }

  /// The rows of annex 2: the clinics marked as islands, or those of a table of their own.
  ///
  /// - Throws: ``Faults`` of that table.
  func islands(
    beside path: String?, law: ReportingLaw, on day: CalendarDate, forms: [String]
  ) throws(Faults) -> [ReportedClinic] {
    guard let path else { return found.filter(\.isOnIsland).map(\.clinic) }
    var reading = ClinicReading(
      try ReportTable(reading: path, required: ReportColumn.annex2), law: law, on: day,
      forms: forms)
    if table.has(.island) {
      reading.table.faults.add(
        "the table of clinics has a column 'Ø-læge' as well", at: SourcePosition(file: path),
        help: "report islands in one of them")
    }
    reading.readIslands()
    for one in reading.found where one.isWhole {
      guard let clinic = found.first(where: { $0.clinic.number == one.clinic.number })?.clinic
      else {
        reading.table.reject(.number, in: one.row, "the table of clinics does not have it")
        continue
      }
      if one.clinic.deployed > clinic.deployed {
        reading.table.reject(
          .deployed, in: one.row, "the table of clinics has \(clinic.deployed)")
      }
      if one.clinic.code != clinic.code {
        reading.table.reject(.code, in: one.row, "the table of clinics has \(clinic.code)")
      }
    }
    try reading.table.faults.check()
    return reading.found.map(\.clinic)
  }
}
