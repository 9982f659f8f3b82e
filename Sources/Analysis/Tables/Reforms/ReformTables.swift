import Diagnostics
import Documents
import Ledger
import RateBooks
package import Reports
package import Scenarios
import Simulation
import Units

/// Makes the tables of reforms beside a baseline. In each of them the first column is the reform.
package struct ReformTables {
  let comparison: ReformComparison

  package init(comparison: ReformComparison) { self.comparison = comparison }

  var baseline: NationalRun { comparison.baseline }
  var currency: String { baseline.scenario.law.currency }
  /// Each reform alone, then all together.
  var alternatives: [Alternative] {
    comparison.alternatives + (comparison.package.map { [$0] } ?? [])
  }

  package func tables(_ names: [TableName]) throws -> [Table] {
    try names.compactMap { name in
      let table: Table? =
        switch name {
        case .reforms: reforms()
        case .changes: changeTable(of: files, from: comparison.base)
        case .solved: solved()
        case .funding: funding()
        case .payers: payers()
        case .balances: balances()
        case .byForm: byForm()
        case .byMunicipalityGroup: byMunicipalityGroup()
        case .byListLength: byListLength()
        case .differences: differences()
        case .winnersLosers: winnersLosers()
        case .deciles: deciles()
        case .income: income()
        case .capacity: capacity()
        case .incentives: try incentives()
        case .phases: phases()
        case .stages: stages()
        case .outOfHours, .trainingPosts, .supply, .practiceTransfer: posts(name)
        case .steps: steps()
        default: nil
        }
      return table.flatMap { $0.rows.isEmpty ? nil : $0 }
    }
  }

  /// What is compared, who proposes it, and which of them cannot go together.
  private func reforms() -> Table {
    var table = reformTable(of: files)
    table.notes = comparison.conflicts.map { conflict in
      Phrase(
        "note-conflict",
        [
          "path": .text(conflict.first.path.text),
          "first": .text(conflict.first.path.position.description),
          "second": .text(conflict.second.path.position.description),
        ])
    }
    return table
  }

  private var files: [ReformedFile] {
    comparison.alternatives.map { ReformedFile(name: $0.name, title: $0.title, file: $0.file) }
  }

  /// Numbers found so that goals are reached.
  private func solved() -> Table {
    var table = solvedTable(of: alternatives.flatMap(\.solved))
    let names = alternatives.flatMap { alternative in
      alternative.solved.map { _ in alternative.name }
    }
    table.columns.insert(.init("proposal"), at: 0)
    table.rows = zip(names, table.rows).map { [.text($0)] + $1 }
    return table
  }

  /// A table of money that does not come from contacts, of the baseline and of each reform that has
  /// the section.
  private func posts(_ name: TableName) -> Table? {
    let baseline = (Cell.term("baseline"), NationalTables(file: comparison.base, run: baseline))
    let others = alternatives.map {
      (Cell.text($0.name), NationalTables(file: $0.file, run: $0.run))
    }
    let parts = ([baseline] + others).compactMap { proposal, tables in
      tables.table(name).map { (proposal, $0) }
    }
    guard var table = parts.last?.1 else { return nil }
    table.columns.insert(.init("proposal"), at: 0)
    table.rows = parts.flatMap { proposal, part in part.rows.map { [proposal] + $0 } }
    return table
  }

  /// Each part alone, what they do together, and the whole, by what each account has more of.
  private func steps() -> Table? {
    guard let attribution = comparison.attribution else { return nil }
    let accounts = Account.allCases.filter { account in
      ([attribution.total] + attribution.alone).contains { $0[account] != .zero }
    }
    func row(_ name: Cell, _ effects: Effects) -> [Cell] {
      [name] + accounts.map { .money(effects[$0]) }
    }
    let alone = zip(attribution.names, attribution.alone).map { row(.text($0), $1) }
    let shares = zip(attribution.names, attribution.shares ?? []).map { name, effects in
      row(.joined([.term("share-of"), .text(name)], by: " "), effects)
    }
    return Table(
      .steps, stage: .immediate,
      columns: [.init("proposal")] + accounts.map { .init("balance-\($0.rawValue)", currency) },
      rows: alone + [
        row(.term("interaction"), attribution.interaction), row(.term("in-all"), attribution.total),
      ] + shares,
      notes: [Phrase(attribution.shares == nil ? "note-steps" : "note-shapley")])
  }
}
