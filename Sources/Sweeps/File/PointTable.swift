import Diagnostics
import Documents
import Scenarios
import Units

/// A user's own table of points: a column per factor, named by its path, and a row per point.
///
/// Columns of an `experiments.csv` that are not factors are left out, so that a table of experiments can
/// be run again.
struct PointTable {
  let columns: [Named<Factor.Draft>]
  let points: [[FactorValue]]
  /// The first cell with more decimals than a factor keeps, and what it is read as.
  let rounded: Notice?
  private let path: String
  /// Of the cells of each point.
  private let lines: [Int]
  /// Of the factors among all columns, from 0.
  private let places: [Int]

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
    (self.path, self.places, lines) = (table.path, places, table.rows.map(\.line))
    rounded = table.rows.lazy.compactMap { row in
      places.first { FactorValue.isRounded(row.cells[$0]) }.map { (row, $0) }
    }.first.map { row, place in
      let cell = row.cells[place]
      return Notice(
        "numbers of points keep \(FactorValue.mostDecimals) decimals: \(cell) is read as "
          + FactorValue(text: cell).text,
        at: SourcePosition(file: table.path, line: row.line, column: place + 1))
    }
  }

  /// Few cells of a column that stand for all: each word, and of the numbers the least, the largest and
  /// the one with most decimals. What a scenario takes of numbers has two ends, and perhaps no decimals.
  func trials(ofColumn column: Int) -> [(value: FactorValue, position: SourcePosition)] {
    FactorValue.trials(among: points.map { $0[column] }).map { row in
      (
        points[row][column],
        SourcePosition(file: path, line: lines[row], column: places[column] + 1)
      )
    }
  }
}

extension FactorValue {
  /// The most words that are tried one by one.
  private static let mostWords = 100

  /// The places of the values that stand for all, in rising order.
  static func trials(among values: [FactorValue]) -> [Int] {
    var words: [FactorValue: Int] = [:]
    var (least, most, longest): (Int?, Int?, Int?) = (nil, nil, nil)
    for (place, value) in values.enumerated() {
      guard case .number(let number) = value else {
        if words.count < mostWords, words[value] == nil { words[value] = place }
        continue
      }
      func isBeyond(_ other: Int?, _ beats: (Ratio, Ratio) -> Bool) -> Bool {
        guard let other, case .number(let known) = values[other] else { return true }
        return beats(number, known)
      }
      if isBeyond(least, <) { least = place }
      if isBeyond(most, >) { most = place }
      if isBeyond(longest, { $0.denominator > $1.denominator }) { longest = place }
    }
    return Set([least, most, longest].compactMap(\.self) + words.values).sorted()
  }
}
