import Diagnostics
import Documents
import Workbooks

/// Which persons a table of the population has rows about, so that none is counted twice.
struct PersonKinds {
  private struct Kind: Hashable {
    var municipality: Int
    var district: String?
    /// By variable: whatever else the table knows of persons.
    var values: [String]
  }

  private let variables: [String]
  private var years: [Int: Set<Kind>] = [:]

  init(of table: RowReader) {
    let places = ["year", "municipality", "district", "persons"]
    variables = table.table.header.filter { !places.contains($0) && !$0.isEmpty }
  }

  /// Remembers a row; one about persons there is a row about already is a fault.
  mutating func add(
    _ year: Int, _ municipality: Int, _ district: String?, _ reader: inout RowReader,
    _ row: CSVTable.Row
  ) {
    let kind = Kind(
      municipality: municipality, district: district,
      values: variables.map { reader.cell($0, in: row) })
    if !years[year, default: []].insert(kind).inserted {
      reader.reject(
        "there is a row about these persons already",
        at: reader.position("persons", in: row), help: "keep one of them")
    }
  }
}
