import Diagnostics
import Documents
import Scenarios

/// A user's own table of points: a column per factor, named by its path, and a row per point.
///
/// Columns of an `experiments.csv` that are not factors are left out, so that a table of experiments can
/// be run again.
struct PointTable {
  let columns: [Named<Factor.Draft>]
  let points: [[FactorValue]]

  /// What a table of experiments has beside its factors.
  static let beside = ["run", "scenario", "replicate", "seed", "policy", "model", "refused"]

  /// - Throws: ``Faults``: unreadable files, ragged rows, empty cells.
  init(reading name: Located<String>, from path: String) throws(Faults) {
    let table: CSVTable
    do {
      table = try CSVTable(
        reading: ScenarioFile.resolve(name.value, from: path), atMost: Design.mostPoints)
    } catch {
      throw error.naming("table of points", name, relativeTo: "sweep")
    }
    let places = table.header.indices.filter { !Self.beside.contains(table.header[$0]) }
    var faults: [Diagnostic] = []
    for place in places where table.header.firstIndex(of: table.header[place]) != place {
      faults.append(
        Diagnostic(
          "the column '\(table.header[place])' stands twice",
          at: SourcePosition(file: table.path, line: 1, column: place + 1),
          help: "keep one of them"))
    }
    for row in table.rows {
      guard faults.count < 50, let place = places.first(where: { row.cells[$0].isEmpty }) else {
        continue
      }
      faults.append(
        Diagnostic(
          "the cell is empty",
          at: SourcePosition(file: table.path, line: row.line, column: place + 1),
          help: "write a value in every cell of a factor"))
    }
    guard faults.isEmpty else { throw Faults(faults) }
    guard !table.rows.isEmpty, !places.isEmpty else {
      throw Faults(
        "the table has no points", at: SourcePosition(file: table.path, line: 1, column: 1),
        help: "name paths in the first line, and write a row per point below it")
    }
    columns = places.map { place in
      let position = SourcePosition(file: table.path, line: 1, column: place + 1)
      let header = table.header[place]
      return Named(
        name: Located(header, written: header, at: position),
        value: Factor.Draft(spread: .known(.listed), isWhole: false))
    }
    points = table.rows.map { row in places.map { FactorValue(text: row.cells[$0]) } }
  }
}
