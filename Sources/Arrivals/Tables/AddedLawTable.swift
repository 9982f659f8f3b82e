import Diagnostics
import Practices
import RateBooks
import Reports
import Scenarios
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
      let inForce = Set(entry.periods(inForceOn: days).map(\.position))
      return entry.periods.filter { isOwn && isAdded($0) || inForce.contains($0.position) }
        .map(entry.row)
    }
  }

  private func isAdded(_ period: Period<String>) -> Bool {
    scenario.addedLaw?.entries.contains {
      $0.periods.contains { $0.position == period.position }
    } ?? false
  }

  /// What a careful reader of the scenario's own law should know.
  var lawNotes: [Phrase] {
    (scenario.addedLaw?.entries ?? []).flatMap { entry in
      entry.periods.compactMap { period in
        period.note.map { entry.note($0, of: period) }
      }
    }
  }
}
