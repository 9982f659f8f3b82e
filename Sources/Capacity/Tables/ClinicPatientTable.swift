import Diagnostics
import Documents

/// The patients of clinics by the variables of the weights: `clinic`, `persons` and those.
struct ClinicPatientTable {
  /// Persons and their need in millionths, by the clinic's place.
  let patients: [Int: (persons: Int, need: Int)]

  /// - Throws: ``Faults``, one per bad cell.
  init(reading path: String, weights: NeedWeights, clinics: [String: Int]) throws(Faults) {
    var reader = try RowReader(
      reading: path, as: "a table of clinics' patients",
      required: ["clinic", "persons"] + weights.variables, optional: nil)
    var lookup = WeightLookup(weights)
    var patients: [Int: (persons: Int, need: Int)] = [:]
    var seen: Set<[String]> = []
    _ = try reader.rows { reader, row -> Bool? in
      let clinic = reader.place(
        "clinic", in: row, among: clinics, expecting: "a clinic of the table of clinics")
      let persons = reader.whole("persons", in: row, Plausible.patients)
      let kind = (["clinic"] + weights.variables).map { reader.cell($0, in: row) }
      if !seen.insert(kind).inserted {
        reader.reject(
          "there is a row about these patients already",
          at: reader.position("persons", in: row), help: "keep one of them")
      }
      guard let clinic, let weight = lookup.millionths(&reader, row) else { return nil }
      patients[clinic, default: (0, 0)].persons += persons
      patients[clinic, default: (0, 0)].need += persons * weight
      return true
    }
    self.patients = patients
  }
}
