import Diagnostics
import Documents
import Rules

/// A table of what clinics were told of a higher minimum, and when: `clinic`, `informed`,
/// `calculations`, `population` and `complaint`. An empty cell is something the clinic was not told.
struct NoticeTable {
  /// By the clinic's place.
  let notices: [Int: MinimumNotice]

  /// - Throws: ``Faults``, one per bad cell.
  init(reading path: String, clinics: [String: Int]) throws(Faults) {
    var reader = try RowReader(
      reading: path, as: "a table of notices",
      required: ["clinic", "informed", "calculations", "population", "complaint"], optional: [])
    var notices: [Int: MinimumNotice] = [:]
    _ = try reader.rows { reader, row -> Bool? in
      let clinic = reader.place(
        "clinic", in: row, among: clinics, expecting: "a clinic of the table of clinics")
      let notice = MinimumNotice(
        informed: reader.day("informed", in: row),
        calculations: reader.day("calculations", in: row),
        population: reader.day("population", in: row),
        complaint: reader.day("complaint", in: row))
      guard let clinic else { return nil }
      if notices.updateValue(notice, forKey: clinic) != nil {
        reader.reject("clinic", in: row, expecting: "one row for each clinic")
      }
      return true
    }
    self.notices = notices
  }
}
