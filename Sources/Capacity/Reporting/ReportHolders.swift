import Diagnostics
import Documents
import Rules
import Units

/// Who holds the capacities: a table of `doctor`, `clinic`, `qualification` and `part`, from which the
/// definitions tell how many are vacant.
enum ReportHolders {
  /// - Parameters:
  ///   - path: The table.
  ///   - clinics: The clinics of the report.
  /// - Throws: ``Faults``, one per bad cell.
  /// - Returns: The vacant capacities, one number per clinic.
  static func vacancies(
    reading path: String, of clinics: [ReportedClinic]
  ) throws(Faults) -> [Int] {
    var table = try SideTable(
      reading: path, required: ["doctor", "clinic", "qualification"], optional: ["part", "owner"])
    let places = Dictionary(
      clinics.enumerated().map { ($1.number, $0) }, uniquingKeysWith: { first, _ in first })
    var doctors: [String: Int] = [:]
    var engagements: [CapacityHolding.Engagement] = []
    for row in table.rows {
      let doctor = table.cell("doctor", in: row)
      if doctor.isEmpty { table.reject("doctor", in: row, "it takes a name") }
      let clinic = places[table.cell("clinic", in: row)]
      if clinic == nil { table.reject("clinic", in: row, "it takes an ydernummer of the report") }
      let qualification = qualification(in: row, &table)
      let part = part(in: row, &table)
      guard let clinic, let qualification, let part else { continue }
      let number = doctors[doctor] ?? doctors.count
      doctors[doctor] = number
      engagements.append(
        .init(doctor: number, clinic: clinic, part: part, qualification: qualification))
    }
    try table.faults.check()
    return CapacityHolding.of(capacities: clinics.map(\.deployed), engagements: engagements)
      .map(\.vacant)
  }

  private static func qualification(
    in row: CSVTable.Row, _ table: inout SideTable
  ) -> CapacityHolding.Qualification? {
    let word = table.cell("qualification", in: row)
    if let qualification = CapacityHolding.Qualification(rawValue: word) { return qualification }
    let words = CapacityHolding.Qualification.allCases.map(\.rawValue)
    table.reject(
      "qualification", in: row, "it takes one of \(words.joined(separator: ", "))",
      help: nearName(to: word, among: words).map { "did you mean '\($0)'?" })
    return nil
  }

  /// Of a full post; a whole one where nothing is said.
  private static func part(in row: CSVTable.Row, _ table: inout SideTable) -> Ratio? {
    let text = table.cell("part", in: row)
    if text.isEmpty { return .one }
    if let part = Ratio(decimal: text), part >= .zero, part <= .one { return part }
    table.reject("part", in: row, "it takes a share in 0...1")
    return nil
  }
}
