import Diagnostics
import Documents

/// Which persons a table of the population has rows about, so that none is counted twice or forgotten
/// in one of its years.
struct Kinds {
  private struct Kind: Hashable {
    var municipality: Int
    var district: String?
    /// By variable of the weights.
    var values: [String]
  }

  private let variables: [String]
  private var years: [Int: Set<Kind>] = [:]

  init(of variables: [String]) { self.variables = variables }

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

  /// - Throws: ``Faults`` where a year lacks persons that another year has.
  func check(_ areas: Areas, at position: SourcePosition) throws(Faults) {
    let all = years.values.reduce(into: Set<Kind>()) { $0.formUnion($1) }
    var faults: [String] = []
    for (year, kinds) in years {
      for kind in all.subtracting(kinds) {
        let municipality = areas.municipalities[kind.municipality]
        let who = zip(variables, kind.values).map { "\($0) \($1)" }
        let place = [municipality.name, kind.district].compactMap(\.self).joined(separator: ", ")
        faults.append(
          (["\(place) has no row in \(year)"] + who).joined(separator: ", "))
      }
    }
    guard faults.isEmpty else {
      throw Faults(
        faults.sorted().prefix(50).map {
          Diagnostic(
            $0, at: position, help: "give every year the same rows; write 0 where there is nobody")
        })
    }
  }
}
