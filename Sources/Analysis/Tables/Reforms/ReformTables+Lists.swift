package import Reports
package import Scenarios

/// Tables in which lists stand beside themselves, and what is said where a reform brings others.
extension ReformTables {
  private static let byList: Set<TableName> = [.winnersLosers, .deciles, .byListLength]

  /// The reforms some of whose lists are the baseline's.
  var comparable: [Alternative] { alternatives.filter { !match(of: $0).isEmpty } }

  /// What a table by list says of lists that are in one of the years only.
  var listNotes: [Phrase] {
    alternatives.compactMap { alternative in
      let match = match(of: alternative)
      if match.isEmpty { return reason(alternative, match) }
      guard !match.isComplete else { return nil }
      return Phrase(
        "note-some-lists",
        [
          "proposal": .text(alternative.name), "common": .count(match.pairs.count),
          "before": .count(match.before - match.pairs.count),
          "after": .count(match.after - match.pairs.count),
        ])
    }
  }

  /// What is left out of the tables that were asked for.
  ///
  /// - Parameter names: The tables asked for.
  /// - Returns: One per reform that brings other lists.
  package func leftOut(of names: [TableName]) -> [LeftOut] {
    let tables = names.filter(Self.byList.contains)
    guard !tables.isEmpty else { return [] }
    return alternatives.compactMap { alternative in
      let match = match(of: alternative)
      guard match.isEmpty else { return nil }
      return LeftOut(
        proposal: alternative.name, tables: tables.map(\.rawValue),
        reason: reason(alternative, match))
    }
  }

  private func match(of alternative: Alternative) -> ListMatch {
    ListMatch(of: alternative.run, against: baseline)
  }

  private func reason(_ alternative: Alternative, _ match: ListMatch) -> Phrase {
    Phrase(
      "left-out-lists",
      [
        "proposal": .text(alternative.name), "before": .count(match.before),
        "after": .count(match.after),
      ])
  }
}
