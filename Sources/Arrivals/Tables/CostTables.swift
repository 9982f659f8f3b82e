import Documents
import Ledger
import Practices
import Reports
import Rules
import Scenarios
import Units

extension TableBuilder {
  /// What the arrivals cost each municipality, month by month.
  func marginalCost() -> Table {
    var rows: [[Cell]] = []
    let places = scenario.municipalities.indices
    for municipality in places {
      let name = Cell.text(scenario.municipalities[municipality].name)
      for month in scenario.calendar.indices {
        let label = Cell.text(scenario.from.advanced(by: month).description)
        rows.append(costRow([name, label], in: [municipality], during: [month]))
      }
      rows.append(
        costRow([name, .term("all")], in: [municipality], during: Array(scenario.calendar.indices)))
    }
    rows.append(
      costRow(
        [.term("all"), .term("all")], in: Array(places), during: Array(scenario.calendar.indices)))
    return Table(
      .marginalCost, stage: .afterListMovements,
      columns: [
        .init("municipality"), .init("month"), .init("present", "persons"),
        .init("departed", "persons"), .init("cost", currency),
        .init("rate", "\(currency)/person/year"),
      ],
      rows: rows, notes: [Phrase("note-marginal")] + stateGrantNotes + standingNotes)
  }

  /// A warning where the state pays grants that the municipalities' tables do not count.
  private var stateGrantNotes: [Phrase] {
    let grants = comparison.cost.stateGrants
    return grants == .zero ? [] : [Phrase("note-state-grants", ["amount": .money(grants)])]
  }

  private func costRow(_ labels: [Cell], in places: [Int], during months: [Int]) -> [Cell] {
    let run = comparison.reform
    let cost = comparison.difference {
      $0.payer == .municipality && $0.line.isGrant && places.contains($0.municipality)
        && $0.month.map(months.contains) ?? false
    }
    func persons(_ counts: [Int]) -> Int {
      zip(run.lists, counts).reduce(0) { places.contains($1.0.municipality) ? $0 + $1.1 : $0 }
    }
    let present = months.map { persons(run.arrivals[$0]) }
    let departed = months.map { persons(run.departed[$0]) }
    let personYears = comparison.personYears(in: places, during: months)
    let rate: Cell =
      personYears > .zero
      ? .number(Ratio(cost.ore, over: 100) / personYears, decimals: 2) : .empty
    let decimals = months.count == 1 ? 0 : 1
    func mean(_ counts: [Int]) -> Cell {
      .number(Ratio(counts.reduce(0, +), over: counts.count), decimals: decimals)
    }
    return labels + [mean(present), mean(departed), .money(cost), rate]
  }

  /// What municipalities pay for each share who want a place and each family size.
  func costByUptake(_ costs: CostByUptake) -> Table {
    let sizes = costs.grid.familySizes.map { Table.Column("family-size-\($0)", currency) }
    let rows = zip(costs.grid.uptakes, costs.costs).map { uptake, row in
      [.number(uptake, decimals: 2)] + row.map(Cell.money)
    }
    return Table(
      .costByUptake, stage: .afterListMovements,
      columns: [.init("uptake", "share", isKey: true)] + sizes,
      rows: rows, notes: standbyNotes + standingNotes)
  }

  /// The cost with each uncertain number at either end.
  func costRange(_ range: CostRange) -> Table {
    func cells(_ cost: Cost) -> [Cell] {
      [cost.municipality, cost.state, cost.patient].map(Cell.money)
    }
    var rows: [[Cell]] = [[.term("central"), .text("")] + cells(range.central)]
    for row in range.rows {
      for (end, cost) in [(End.low, row.low), (End.high, row.high)] {
        let value = file.document.value(at: row.path)?[end.rawValue]?.asTyped ?? ""
        rows.append([.text(row.path), .text("\(value)")] + cells(cost))
      }
    }
    for placement in range.placements {
      rows.append([.text("placement"), .text(placement.rule.rawValue)] + cells(placement.cost))
    }
    rows.append([.term("all-low"), .text("")] + cells(range.lowest))
    rows.append([.term("all-high"), .text("")] + cells(range.highest))
    return Table(
      .costRange, stage: .afterListMovements,
      columns: [
        .init("number"), .init("set-to"), .init("municipality", currency),
        .init("state", currency), .init("patient", currency),
      ],
      rows: rows, notes: [Phrase("note-range")] + standbyNotes + standingNotes)
  }

  /// The contracts a year at which municipalities pay nothing more, and what is left to pay with
  /// those there are.
  func breakEven() -> Table {
    let grants = comparison.difference { $0.payer == .municipality && $0.line.isGrant }
    let yearly = comparison.yearly(grants)
    let known = scenario.standbyContracts?.estimate.map { Money.kroner(1).scaled(by: $0.central) }
    return Table(
      .breakEven, stage: .afterListMovements,
      columns: [.init("quantity"), .init("amount", "\(currency)/year")],
      rows: [
        [.term("standby-break-even"), .money(yearly)],
        [.term("standby-contracts"), known.map(Cell.money) ?? .missing],
        [.term("net-cost"), known.map { .money(yearly - $0) } ?? .missing],
      ], notes: standbyNotes + standingNotes)
  }
}
