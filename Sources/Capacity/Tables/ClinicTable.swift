import Diagnostics
import Documents
import Rules
import Units
import Workbooks

/// A table of clinics as they stand today.
///
/// Columns `clinic`, `name`, `municipality`, `capacities`, `patients` and `minimum` must be there;
/// `vacant`, `intake`, `need-index`, `split-from`, `vacant-since`, `island`, and the address, postcode
/// and form of the regions' reports, may be.
struct ClinicTable {
  private static let required = [
    "clinic", "name", "municipality", "capacities", "patients", "minimum",
  ]
  private static let optional = [
    "vacant", "intake", "need-index", "split-from", "vacant-since", "island", "address", "postcode",
    "form",
  ]

  let clinics: [Clinic]
  /// Places of clinics by number.
  let places: [String: Int]

  /// - Throws: ``Faults``, one per bad cell.
  init(reading path: String, areas: Areas) throws(Faults) {
    var reader = try RowReader(
      reading: path, as: "a table of clinics", required: Self.required, optional: Self.optional)
    var lines: [String: Int] = [:]
    let clinics = try reader.rows { reader, row in
      Self.clinic(&reader, row, areas, &lines)
    }
    let places = Dictionary(
      clinics.enumerated().map { ($1.number, $0) }, uniquingKeysWith: { first, _ in first })
    for (clinic, row) in zip(clinics, reader.table.rows) {
      guard let old = clinic.splitFrom, places[old] == nil || old == clinic.number else { continue }
      reader.reject(
        "split-from", in: row, expecting: "the number of another clinic of the table")
    }
    guard reader.faults.isEmpty else { throw Faults(reader.faults) }
    (self.clinics, self.places) = (clinics, places)
  }

  private static func clinic(
    _ reader: inout RowReader, _ row: CSVTable.Row, _ areas: Areas, _ lines: inout [String: Int]
  ) -> Clinic? {
    let number = reader.text("clinic", in: row)
    if let line = lines.updateValue(row.line, forKey: number), !number.isEmpty {
      reader.reject(
        "clinic", in: row, expecting: "a number of its own", help: "line \(line) has it already")
    }
    let municipality = reader.municipality(in: row, of: areas)
    let capacities = reader.whole("capacities", in: row, 0...1_000)
    let vacant =
      reader.cell("vacant", in: row).isEmpty
      ? nil : reader.whole("vacant", in: row, 0...1_000)
    if let vacant, vacant > capacities {
      reader.reject(
        "vacant", in: row, expecting: "at most the \(capacities) capacities of the clinic")
    }
    let splitFrom = reader.cell("split-from", in: row)
    let clinic = Clinic(
      number: number, name: reader.text("name", in: row), municipality: municipality ?? 0,
      capacities: capacities, vacant: vacant,
      patients: reader.whole("patients", in: row, 0...1_000_000),
      minimum: reader.whole("minimum", in: row, 0...1_000_000),
      intake: reader.choice("intake", in: row, unlessSaid: .open) ?? .open,
      needIndex: reader.positive(
        "need-index", in: row, upTo: 10, help: "1 is the national mean; leave it empty if unknown"),
      splitFrom: splitFrom.isEmpty ? nil : splitFrom,
      vacantSince: reader.day("vacant-since", in: row),
      isOnIsland: reader.flag("island", in: row))
    return municipality == nil ? nil : clinic
  }
}
