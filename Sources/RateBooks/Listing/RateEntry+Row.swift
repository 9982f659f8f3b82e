import Diagnostics
package import Reports
package import Units

extension RateEntry {
  /// The periods that are in force on some days.
  package func periods(inForceOn days: some Sequence<CalendarDate>) -> [Period<String>] {
    let positions = Set(
      days.compactMap { day -> SourcePosition? in
        guard case .inForce(_, let period) = standing(on: day) else { return nil }
        return period.position
      })
    return periods.filter { positions.contains($0.position) }
  }

  /// A period as a row of the table of references.
  package func row(of period: Period<String>) -> [Cell] {
    let unit = unit.value == "rule" ? "" : " \(unit.value)"
    let value = period.value.map { $0 + unit } ?? "ended"
    let until = period.knownUntil.map { ", known until \($0)" } ?? ""
    return [
      .text(name), .text("\(title), from \(period.from)\(until): \(value)"),
      .reference(period.reference), .text(period.position.description),
    ]
  }

  /// What the author of a period remarks on it.
  package func note(_ note: String, of period: Period<String>) -> Phrase {
    Phrase("note-law", ["rule": .text(name), "from": .day(period.from), "note": .text(note)])
  }
}
