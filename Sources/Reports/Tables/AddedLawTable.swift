import Analysis
import Diagnostics
import RateBooks
import Scenarios
import Simulation
import Units

extension TableBuilder {
  /// The rules that decide who is on a list and what a month is paid, and whatever the scenario adds to
  /// the law: the rows of references that no posting has.
  var lawRows: [[Cell]] {
    let rights = scenario.arrivals.map { $0.standing?.name ?? $0.right.value }
    let own = (scenario.addedLaw?.entries ?? []).map(\.name)
    let sections: Set = ["month-rules", "list-limits"]
    let days = Set(scenario.calendar.map(\.firstDay) + scenario.calendar.map(scenario.lawDay))
    return scenario.law.entries.flatMap { entry -> [[Cell]] in
      let isOwn = own.contains(entry.name)
      guard isOwn || sections.contains(entry.section) || rights.contains(entry.name) else {
        return []
      }
      return entry.periods.filter { period in
        isOwn && isAdded(period)
          || days.contains { entry.period(on: $0)?.position == period.position }
      }.map { row(of: $0, in: entry) }
    }
  }

  private func isAdded(_ period: Period<String>) -> Bool {
    scenario.addedLaw?.entries.contains {
      $0.periods.contains { $0.position == period.position }
    } ?? false
  }

  private func row(of period: Period<String>, in entry: RateEntry) -> [Cell] {
    let unit = entry.unit.value == "rule" ? "" : " \(entry.unit.value)"
    let value = period.value.map { $0 + unit } ?? "ended"
    let until = period.knownUntil.map { ", known until \($0)" } ?? ""
    return [
      .text(entry.name), .text("\(entry.title), from \(period.from)\(until): \(value)"),
      .text(period.reference.description), .text(period.position.description),
    ]
  }

  /// What a careful reader of the scenario's own law should know.
  var lawNotes: [Phrase] {
    (scenario.addedLaw?.entries ?? []).flatMap { entry in
      entry.periods.compactMap { period in
        period.note.map {
          Phrase(
            "note-law",
            ["rule": .text(entry.name), "from": .day(period.from), "note": .text($0)])
        }
      }
    }
  }
}

extension RateEntry {
  /// The period in force on a day.
  fileprivate func period(on day: CalendarDate) -> Period<String>? {
    guard case .inForce(_, let period) = standing(on: day) else { return nil }
    return period
  }
}
