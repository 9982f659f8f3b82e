import Diagnostics
import Documents
import Rules
import Units
import Workbooks

/// A table of who works where: `doctor`, `clinic`, `qualification`, and perhaps `part` and `owner`.
struct DoctorTable {
  let engagements: [CapacityHolding.Engagement]
  /// Who owns which clinic.
  let owners: [(doctor: Int, clinic: Int)]
  /// In the order they are first named.
  let doctors: [String]
  /// Where it is said for the first time that a doctor owns no clinic, when none owns one; `nil` where the
  /// table does not say who owns what.
  let nobodyOwns: SourcePosition?

  /// - Throws: ``Faults``, one per bad cell.
  init(reading path: String, clinics: [String: Int]) throws(Faults) {
    var reader = try RowReader(
      reading: path, as: "a table of doctors", required: ["doctor", "clinic", "qualification"],
      optional: ["part", "owner"])
    var places: [String: Int] = [:]
    var doctors: [String] = []
    var owners: [(doctor: Int, clinic: Int)] = []
    var seen: Set<[Int]> = []
    engagements = try reader.rows { reader, row -> CapacityHolding.Engagement? in
      let name = reader.text("doctor", in: row)
      let clinic = reader.place(
        "clinic", in: row, among: clinics, expecting: "a clinic of the table of clinics")
      let qualification: CapacityHolding.Qualification? = reader.choice("qualification", in: row)
      let part = reader.positive("part", in: row, upTo: 1) ?? .one
      let owns = reader.flag("owner", in: row)
      guard let clinic, let qualification else { return nil }
      let doctor = places[name] ?? doctors.count
      if doctor == doctors.count {
        places[name] = doctor
        doctors.append(name)
      }
      if !seen.insert([doctor, clinic]).inserted {
        reader.reject(
          "'\(name)' has a row at this clinic already", at: reader.position("doctor", in: row),
          help: "write all of a doctor's part at a clinic in one row")
      }
      if owns { owners.append((doctor, clinic)) }
      return .init(doctor: doctor, clinic: clinic, part: part, qualification: qualification)
    }
    (self.doctors, self.owners) = (doctors, owners)
    nobodyOwns =
      owners.isEmpty && reader.has("owner")
      ? reader.table.rows.first.map { reader.position("owner", in: $0) } : nil
  }
}
