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
  private let table: SheetTable

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
    for (place, row) in zip(clinics.indices, reader.table.rows) {
      guard let fault = Self.split(of: place, in: clinics, places, areas) else { continue }
      reader.reject("split-from", in: row, expecting: fault)
    }
    guard reader.faults.isEmpty else { throw Faults(reader.faults) }
    (self.clinics, self.places, table) = (clinics, places, reader.table)
  }

  /// Where a cell of a clinic stands.
  func position(_ column: String, of place: Int) -> SourcePosition {
    table.position(line: table.rows[place].line, column: column)
  }

  /// What the clinic that another was split from should have been; `nil` when it may be.
  private static func split(
    of place: Int, in clinics: [Clinic], _ places: [String: Int], _ areas: Areas
  ) -> String? {
    let clinic = clinics[place]
    guard let old = clinic.splitFrom else { return nil }
    guard let origin = places[old], origin != place else {
      return "the number of another clinic of the table"
    }
    guard clinics[origin].municipality == clinic.municipality else {
      return "a clinic of the same municipality; that one lies in "
        + areas.municipalities[clinics[origin].municipality].name
    }
    // What a clinic was split from was there before it.
    var (first, steps) = (origin, 0)
    while let older = clinics[first].splitFrom.flatMap({ places[$0] }), steps < clinics.count {
      guard older != place else { return "a clinic that was not itself split from this one" }
      (first, steps) = (older, steps + 1)
    }
    return nil
  }

  private static func clinic(
    _ reader: inout RowReader, _ row: CSVTable.Row, _ areas: Areas, _ lines: inout [String: Int]
  ) -> Clinic? {
    let number = reader.text("clinic", in: row)
    if isNobodysNumber(number) {
      reader.reject("clinic", in: row, expecting: "the number of a clinic")
    }
    if let line = lines.updateValue(row.line, forKey: number), !number.isEmpty {
      reader.reject(
        "clinic", in: row, expecting: "a number of its own", help: "line \(line) has it already")
    }
    let municipality = reader.municipality(in: row, of: areas)
    let capacities = reader.whole("capacities", in: row, Plausible.capacities)
    let vacant =
      reader.cell("vacant", in: row).isEmpty
      ? nil : reader.whole("vacant", in: row, Plausible.capacities)
    if let vacant, vacant > capacities {
      reader.reject(
        "vacant", in: row, expecting: "at most the \(capacities) capacities of the clinic")
    }
    let postcode = reader.cell("postcode", in: row)
    if !postcode.isEmpty, !Plausible.isPostcode(postcode) {
      reader.reject("postcode", in: row, expecting: postcodeExpected(postcode))
    }
    let splitFrom = reader.cell("split-from", in: row)
    let clinic = Clinic(
      number: number, name: reader.text("name", in: row),
      address: reader.cell("address", in: row), postcode: postcode,
      form: reader.cell("form", in: row), municipality: municipality ?? 0,
      capacities: capacities, vacant: vacant,
      patients: reader.whole("patients", in: row, Plausible.patients),
      minimum: reader.whole("minimum", in: row, Plausible.patients),
      intake: reader.choice("intake", in: row, unlessSaid: .open) ?? .open,
      needIndex: reader.positive(
        "need-index", in: row, upTo: 10, help: "1 is the national mean; leave it empty if unknown"),
      splitFrom: splitFrom.isEmpty ? nil : splitFrom,
      vacantSince: reader.day("vacant-since", in: row),
      isOnIsland: reader.flag("island", in: row))
    return municipality == nil ? nil : clinic
  }
}
