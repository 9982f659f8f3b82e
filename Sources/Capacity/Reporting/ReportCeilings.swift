import Diagnostics
import Documents

/// The most capacities a health council may have deployed: annex 1 of BEK 975, as its user has it.
///
/// Columns `council`, `year` and `ceiling` must be there; `floor` and `source` may be, and say nothing
/// here, for regions need not deploy. Between the years of a council a ceiling lies on a straight line,
/// whole numbers below; after the last year it stays.
struct ReportCeilings {
  struct Bound {
    var year: Int
    var ceiling: Int
    var position: SourcePosition
  }

  /// By the councils' keys, in rising order of the year.
  private let bounds: [String: [Bound]]

  /// - Parameters:
  ///   - path: The table.
  ///   - law: Knows the councils, by key or title.
  /// - Throws: ``Faults``, one per bad cell.
  init(reading path: String, under law: ReportingLaw) throws(Faults) {
    var table = try SideTable(
      reading: path, required: ["council", "year", "ceiling"], optional: ["floor", "source"])
    var bounds: [String: [Bound]] = [:]
    for row in table.rows {
      let year = table.whole("year", in: row, 1_900...2_200)
      let ceiling = table.whole("ceiling", in: row, 0...1_000_000)
      let name = table.cell("council", in: row)
      guard let council = law.councils.first(where: { $0.key == name || $0.title == name }) else {
        let names = law.councils.map(\.key)
        let near = nearName(to: name, among: names).map { "did you mean '\($0)'?" }
        table.reject(
          "council", in: row, "it takes a health council",
          help: near ?? "the councils are \(names.joined(separator: ", "))")
        continue
      }
      guard let year, let ceiling else { continue }
      if bounds[council.key]?.contains(where: { $0.year == year }) == true {
        table.reject("year", in: row, "the council has a row of that year already")
      }
      bounds[council.key, default: []].append(
        Bound(year: year, ceiling: ceiling, position: table.position("ceiling", in: row)))
    }
    try table.faults.check()
    self.bounds = bounds.mapValues { $0.sorted { $0.year < $1.year } }
  }

  /// The ceiling of a council in a year, and the row it comes from; `nil` where there is none.
  func bound(of council: String, in year: Int) -> Bound? {
    guard let rows = bounds[council], let last = rows.last else { return nil }
    guard let next = rows.firstIndex(where: { $0.year >= year }) else { return last }
    guard next > 0, rows[next].year != year else { return rows[next] }
    let (earlier, later) = (rows[next - 1], rows[next])
    let (rise, span) = (later.ceiling - earlier.ceiling, later.year - earlier.year)
    let steps = Double(rise * (year - earlier.year)) / Double(span)
    var bound = later
    // Down, so that a ceiling between two years is never more than its straight line.
    bound.ceiling = earlier.ceiling + Int(steps.rounded(.down))
    return bound
  }
}
