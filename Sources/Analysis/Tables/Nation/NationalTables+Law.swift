import Diagnostics
import Documents
import RateBooks
import Reports
import Scenarios
import Units

extension NationalTables {
  /// Rules that decide who pays and how much at most, of which a posting does not say that it goes back
  /// to them: rows of references.
  var lawRows: [[Cell]] {
    let sections: Set = [
      "month-rules", "copay-ceilings", "copay-cards", "copay-exemptions", "daily-fee-caps",
      "list-caps", "practice-ceilings",
    ]
    let january = Month(year: scenario.year, number: 1)
    let days = (0..<january.daysInYear).map { january.firstDay.advanced(byDays: $0) }
    return scenario.law.entries.filter { sections.contains($0.section) }.flatMap { entry in
      entry.periods(inForceOn: days).map(entry.row)
    }
  }

  /// What the authors of the scenario's own law remark on it.
  var lawNotes: [Phrase] {
    let own = file.document["law"]?.entries.flatMap(\.value.entries) ?? []
    let files = Set(own.map(\.value.position.file))
    return scenario.law.entries.filter { entry in own.contains { $0.key.value == entry.name } }
      .flatMap { entry in
        entry.periods.filter { files.contains($0.position.file) }.compactMap { period in
          period.note.map { entry.note($0, of: period) }
        }
      }
  }
}
