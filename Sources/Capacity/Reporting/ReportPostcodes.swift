import Diagnostics
import Documents

/// Which postcodes lie in which municipalities: a table of `postcode` and `municipality`, one row for
/// each pair.
struct ReportPostcodes {
  private let codes: [String: Set<String>]

  /// - Throws: ``Faults``, one per bad cell.
  init(reading path: String, under law: ReportingLaw) throws(Faults) {
    var reader = try RowReader(
      reading: path, as: "a table of postcodes", required: ["postcode", "municipality"],
      optional: [])
    var codes: [String: Set<String>] = [:]
    _ = try reader.rows { reader, row -> Bool? in
      let postcode = reader.cell("postcode", in: row)
      if !Plausible.isPostcode(postcode) {
        reader.reject("postcode", in: row, expecting: postcodeExpected(postcode))
      }
      guard let place = reader.municipality(in: row, of: law.areas) else { return nil }
      codes[postcode, default: []].insert(law.areas.municipalities[place].code)
      return true
    }
    self.codes = codes
  }

  /// Reports clinics whose postcode does not lie in their municipality.
  func check(_ reading: inout ClinicReading) {
    for one in reading.found {
      guard let place = one.place, Plausible.isPostcode(one.clinic.postcode) else { continue }
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
