import Ledger
import RateBooks
package import Reports
package import Scenarios
import Units

/// Makes the tables of reforms beside a plan of capacities. The first column is the reform.
package struct CapacityComparisonTables {
  let comparison: CapacityComparison

  package init(comparison: CapacityComparison) { self.comparison = comparison }

  private typealias Alternative = (name: String, plan: CapacityPlan)

  private var baseline: CapacityPlan { comparison.baseline }
  private var currency: String { baseline.plan.law.currency }

  package func tables(_ names: [TableName]) -> [Table] {
    names.compactMap { name in
      let table: Table? =
        switch name {
        case .reforms: reformTable(of: files)
        case .changes: changeTable(of: files, from: baseline.file)
        case .payers: payers()
        case .balances: balances()
        case .winnersLosers: winnersLosers()
        case .capacityDistribution: distribution()
        case .capacityPath: path()
        case .economicFrame: frame()
        default: nil
        }
      return table.flatMap { $0.rows.isEmpty ? nil : $0 }
    }
  }

  private var files: [ReformedFile] {
    comparison.alternatives.map {
      ReformedFile(name: $0.name, title: $0.plan.plan.title, file: $0.plan.file)
    }
  }

  /// Rows of every reform, each with its name in front.
  private func rows(_ make: (CapacityPlan) -> [[Cell]]) -> [[Cell]] {
    comparison.alternatives.flatMap { alternative in
      make(alternative.plan).map { [.text(alternative.name)] + $0 }
    }
  }

  private func compared(_ unit: String) -> [Table.Column] {
    [.init("baseline", unit), .init("reform", unit), .init("difference", unit)]
  }

  private func money(_ before: Money, _ after: Money) -> [Cell] {
    [before, after, after - before].map(Cell.money)
  }

  private func payers() -> Table {
    let rows = rows { plan in
      AccountLine.allCases.compactMap { line -> [Cell]? in
        let before = baseline.ledger.total { $0.line == line }
        let after = plan.ledger.total { $0.line == line }
        guard before != .zero || after != .zero else { return nil }
        return ["region", "practice", line.rawValue].map(Cell.term) + money(before, after)
      }
    }
    return Table(
      .payers, stage: .immediate,
      columns: [.init("proposal"), .init("payer"), .init("payee"), .init("line")]
        + compared(currency), rows: rows)
  }

  /// What each account receives less what it pays.
  private func balances() -> Table {
    let rows = rows { plan in
      [Account.region, .practice].map { account in
        [.term(account.rawValue)]
          + money(baseline.ledger.balance(of: account), plan.ledger.balance(of: account))
      }
    }
    return Table(
      .balances, stage: .immediate,
      columns: [.init("proposal"), .init("account")] + compared(currency), rows: rows,
      notes: [Phrase("note-balances")])
  }

  /// How many clinics gain and lose, and how much: in all, and by health council.
  private func winnersLosers() -> Table {
    let areas = baseline.inputs.areas
    let clinics = baseline.inputs.clinics
    let rows = rows { plan -> [[Cell]] in
      // A reform that brings another table of clinics has nobody to compare.
      guard plan.inputs.clinics.map(\.number) == clinics.map(\.number) else { return [] }
      let winners = Winners(
        of: clinics.indices.map { $0 }, before: baseline.incomes, after: plan.incomes)
      let all = [[Cell.term("all"), .term("all")] + winners.group { _ in true }.cells]
      let councils = areas.councils.enumerated().map { place, council -> [Cell] in
        let group = winners.group {
          areas.municipalities[clinics[$0].municipality].council == place
        }
        return [.term("council"), .text(council.title)] + group.cells
      }
      return all + councils
    }
    return Table(
      .winnersLosers, stage: .immediate,
      columns: [.init("proposal"), .init("by"), .init("group")]
        + Winners.Group.columns(of: "clinics", in: currency), rows: rows,
      notes: [Phrase("note-clinics-gain")])
  }

  private func distribution() -> Table {
    let rows = rows { plan in
      zip(plan.inputs.areas.councils.indices, plan.inputs.areas.councils).compactMap {
        place, council -> [Cell]? in
        guard place < baseline.distribution.councils.count else { return nil }
        let (before, after) = (
          baseline.distribution.councils[place], plan.distribution.councils[place]
        )
        return [.text(council.title), .count(before), .count(after), .count(after - before)]
      }
    }
    return Table(
      .capacityDistribution, stage: .immediate,
      columns: [.init("proposal"), .init("council")] + compared("capacities"), rows: rows)
  }

  private func path() -> Table {
    let rows = rows { plan in
      zip(baseline.path.nation, plan.path.nation).map { before, after in
        [
          .text("\(after.year)"), .count(before.shortfall), .count(after.shortfall),
          .count(after.shortfall - before.shortfall), .count(before.withoutClinic),
          .count(after.withoutClinic), .count(after.withoutClinic - before.withoutClinic),
        ]
      }
    }
    return Table(
      .capacityPath, stage: .afterBehaviour,
      columns: [
        .init("proposal"), .init("year"), .init("shortfall-baseline", "capacities"),
        .init("shortfall-reform", "capacities"), .init("shortfall-difference", "capacities"),
        .init("without-clinic-baseline", "persons"), .init("without-clinic-reform", "persons"),
        .init("without-clinic-difference", "persons"),
      ], rows: rows)
  }

  private func frame() -> Table {
    let rows = rows { plan in
      zip(baseline.frame, plan.frame).map { before, after -> [Cell] in
        [
          .text("\(after.year)"), .money(before.spending), .money(after.spending),
          .money(after.spending - before.spending), .money(after.clawBack),
        ]
      }
    }
    return Table(
      .economicFrame, stage: .afterBehaviour,
      columns: [.init("proposal"), .init("year")] + compared(currency) + [
        .init("claw-back", currency)
      ], rows: rows)
  }
}
