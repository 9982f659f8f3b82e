import Diagnostics
import Documents
import Workbooks

/// Which persons a table of the population has rows about, so that none is counted twice or forgotten.
struct Kinds {
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

  /// - Parameters:
  ///   - areas: For the names of municipalities.
  ///   - position: Of the table.
  /// - Throws: ``Faults`` where a place has no row about persons of whom others have one in the year.
  func check(_ areas: Areas, at position: SourcePosition) throws(Faults) {
    var faults: [String] = []
    for (year, kinds) in years {
      let all = Set(kinds.map(\.values))
      let places = Dictionary(grouping: kinds) { [String($0.municipality), $0.district ?? ""] }
      for (_, own) in places {
        for values in all.subtracting(own.map(\.values)) {
          let place = [areas.municipalities[own[0].municipality].name, own[0].district]
          let who = zip(variables, values).map { "\($0) \($1)" }
          let named = place.compactMap(\.self).joined(separator: ", ")
          faults.append((["\(named) has no row in \(year)"] + who).joined(separator: ", "))
        }
      }
    }
    guard faults.isEmpty else {
      throw Faults(
        faults.sorted().prefix(50).map {
          Diagnostic(
            $0, at: position, help: "give every place the same rows; write 0 where there is nobody")
        })
    }
  }
}
