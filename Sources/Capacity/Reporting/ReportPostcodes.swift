import Diagnostics
import Documents

/// Which postcodes lie in which municipalities: a table of `postcode` and `municipality`, one row for
/// each pair.
struct ReportPostcodes {
  private let codes: [String: Set<String>]

  /// - Throws: ``Faults``, one per bad cell.
  init(reading path: String, under law: ReportingLaw) throws(Faults) {
    var table = try SideTable(reading: path, required: ["postcode", "municipality"])
    var codes: [String: Set<String>] = [:]
    for row in table.rows {
      let postcode = table.cell("postcode", in: row)
      if !isDigits(postcode, 4) { table.reject("postcode", in: row, "it takes four digits") }
      let code = table.cell("municipality", in: row)
      if law.places[code] == nil {
        table.reject("municipality", in: row, "it takes the four-digit code of a municipality")
      }
      codes[postcode, default: []].insert(code)
    }
    try table.faults.check()
    self.codes = codes
  }

  /// Reports clinics whose postcode does not lie in their municipality.
  func check(_ reading: inout ClinicReading) {
    for one in reading.found {
      guard let place = one.place, isDigits(one.clinic.postcode, 4) else { continue }
      guard let found = codes[one.clinic.postcode] else {
        reading.table.reject(.postcode, in: one.row, "the table of postcodes does not have it")
        continue
      }
      if !found.contains(place.code) {
        reading.table.reject(.postcode, in: one.row, "it does not lie in \(place.name)")
      }
    }
  }
}
