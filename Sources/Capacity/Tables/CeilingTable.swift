import Diagnostics
import Documents
import Units

/// The most capacities each health council may have, and the least it is given: annex 1 of BEK 975 as
/// its user has it.
///
/// Columns `council`, `year` and `ceiling` must be there; `floor` and `source` may be. Between the
/// years of a council both lie on straight lines, whole numbers below; after the last year they stay.
/// A council without a row has no ceiling.
struct CeilingTable {
  struct Bound {
    var year: Int
    var ceiling: Int
    var floor: Int
    /// The cell of the ceiling.
    var position: SourcePosition
    /// Who says so; empty where the table does not tell.
    var source: String
  }

  /// By health council, in rising order of the year.
  private let bounds: [[Bound]]

  /// - Throws: ``Faults``, one per bad cell.
  init(reading path: String, areas: Areas) throws(Faults) {
    var reader = try RowReader(
      reading: path, as: "a table of ceilings", required: ["council", "year", "ceiling"],
      optional: ["floor", "source"])
    // By the name in the rate book, or as people call it.
    let councils = Dictionary(
      areas.councils.enumerated().flatMap { [($1.key, $0), ($1.title, $0)] },
      uniquingKeysWith: { first, _ in first })
    var bounds: [[Bound]] = areas.councils.map { _ in [] }
    _ = try reader.rows { reader, row -> Bool? in
      let council = reader.place(
        "council", in: row, among: councils, expecting: "a health council of the law")
      let bound = Bound(
        year: reader.whole("year", in: row, Plausible.years),
        ceiling: reader.whole("ceiling", in: row, Plausible.ceiling),
        floor: reader.cell("floor", in: row).isEmpty
          ? 0 : reader.whole("floor", in: row, Plausible.ceiling),
        position: reader.position("ceiling", in: row), source: reader.cell("source", in: row))
      if bound.floor > bound.ceiling {
        reader.reject("floor", in: row, expecting: "at most the ceiling, \(bound.ceiling)")
      }
      guard let council else { return nil }
      if bounds[council].contains(where: { $0.year == bound.year }) {
        reader.reject(
          "the council '\(reader.cell("council", in: row))' has a row for \(bound.year) already",
          at: reader.position("council", in: row), help: "keep one of them")
      }
      bounds[council].append(bound)
      return true
    }
    self.bounds = bounds.map { $0.sorted { $0.year < $1.year } }
  }

  func ceilings(in year: Int) -> [Int?] {
    bounds.indices.map { bound(of: $0, in: year)?.ceiling }
  }

  func floors(in year: Int) -> [Int] {
    bounds.indices.map { bound(of: $0, in: year)?.floor ?? 0 }
  }

  /// Bounds that no year of a plan rests on, council by council.
  func unread(in years: ClosedRange<Int>) -> [Bound] {
    bounds.flatMap { rows in
      unreadYears(of: rows.map(\.year), in: years).compactMap { year in
        rows.first { $0.year == year }
      }
    }
  }

  /// Who says what the bounds are, each once, in the order of the table.
  var sources: [CeilingSource] {
    let said = bounds.joined().filter { !$0.source.isEmpty }.sorted { $0.position < $1.position }
    return Dictionary(grouping: said, by: \.source).compactMap { source, rows in
      rows.first.map { first in
        CeilingSource(
          years: Set(rows.map(\.year)).sorted(), source: source, position: first.position)
      }
    }.sorted { $0.position < $1.position }
  }

  /// What bounds a health council in a year; `nil` where nobody set anything.
  ///
  /// - Parameters:
  ///   - council: The place of the health council.
  ///   - year: Any.
  /// - Returns: The bounds, with the row they come from, or the later of two.
  func bound(of council: Int, in year: Int) -> Bound? {
    let rows = bounds[council]
    guard let next = rows.firstIndex(where: { $0.year >= year }) else { return rows.last }
    var bound = rows[next]
    guard next > 0, bound.year != year else { return bound }
    let (earlier, later) = (rows[next - 1], rows[next])
    func line(_ key: KeyPath<Bound, Int>) -> Int {
      let rise = (later[keyPath: key] - earlier[keyPath: key]) * (year - earlier.year)
      let steps = Double(rise) / Double(later.year - earlier.year)
      // Down, so that a ceiling between two years is never more than its straight line.
      return earlier[keyPath: key] + Int(steps.rounded(.down))
    }
    (bound.ceiling, bound.floor) = (line(\.ceiling), line(\.floor))
    return bound
  }
}
