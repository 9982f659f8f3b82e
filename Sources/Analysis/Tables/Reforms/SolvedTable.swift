import Diagnostics
package import Reports
import Scenarios
import Units

/// Numbers found so that goals are reached. When a goal's measure is taken stands there where one is not
/// taken at once, and whether goals are met where one is not.
///
/// - Parameter found: One row per goal.
/// - Returns: The table.
package func solvedTable(of found: [Solution.Row]) -> Table {
  let (isLater, isMissed) = (
    found.contains { $0.goal.stage != .immediate }, found.contains { $0.isMissed }
  )
  var columns: [Table.Column] = [
    .init("goal"), .init("number-path"), .init("low", "number"), .init("high", "number"),
    .init("found", "number"), .init("measure"), .init("target", "number"),
    .init("reached", "number"),
  ]
  if isLater { columns.append(.init("stage")) }
  if isMissed { columns.append(.init("goal-met")) }
  columns.append(.init("solved-in", isOptional: true))
  let rows = found.map { row -> [Cell] in
    let decimals = row.goal.measure.decimals
    return [
      .text(row.goal.name), .text(row.goal.number.text),
      .shortest(Ratio(nearest: row.range.lowerBound, decimals: 6)),
      .shortest(Ratio(nearest: row.range.upperBound, decimals: 6)),
      .number(row.found, decimals: 6), .text(row.goal.measure.name),
      row.target.map { .number($0, decimals: decimals) } ?? .empty,
      .number(row.reached, decimals: decimals),
    ] + (isLater ? [.term(row.goal.stage.rawValue)] : [])
      + (isMissed ? [.term(row.isMissed ? "no" : "yes")] : [])
      + [row.place.isNation ? .text(row.place.title) : .empty]
  }
  let stages: [Stages.Stage] = found.map(\.goal.stage)
  let last = Stages.Stage.allCases.last { stages.contains($0) } ?? .immediate
  return Table(
    .solved, stage: Table.Stage(rawValue: last.rawValue) ?? .immediate, columns: columns,
    rows: rows,
    notes: [Phrase("note-solved")] + (isMissed ? [Phrase("note-missed")] : []) + found.placeNotes)
}

extension [Solution.Row] {
  /// Goals that prices in whole øre let be missed, where no table shows the goals themselves.
  package var missedNotes: [Phrase] {
    filter(\.isMissed).map { row in
      let decimals = row.goal.measure.decimals
      return Phrase(
        "note-missed-goal",
        [
          "goal": .text(row.goal.name), "measure": .text(row.goal.measure.name),
          "number": .text(row.goal.number.text), "found": .number(row.found, decimals: 6),
          "reached": .number(row.reached, decimals: decimals),
          "target": row.target.map { .number($0, decimals: decimals) } ?? .empty,
        ])
    }
  }

  /// Whose lists each of the goals is reached among; goals of the same lists in one sentence.
  fileprivate var placeNotes: [Phrase] {
    var places: [Solution.Place] = []
    for row in self where !places.contains(row.place) { places.append(row.place) }
    return places.map { place in
      var goals: [String] = []
      for row in self where row.place == place && !goals.contains(row.goal.name) {
        goals.append(row.goal.name)
      }
      return Phrase(
        "note-solved-in",
        [
          "goals": .text(goals.joined(separator: ", ")), "lists": .count(place.lists),
          "persons": .count(place.persons), "title": .text(place.title),
        ])
    }
  }
}

extension Measure {
  /// As many as its numbers have a meaning with.
  fileprivate var decimals: Int {
    switch unit {
    case .money: 2
    case .share: 6
    case .contacts: 0
    }
  }
}
