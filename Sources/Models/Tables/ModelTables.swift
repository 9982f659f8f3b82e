import Documents
package import Reports
import Rules
import Scenarios
import Units

/// Makes the tables of a comparison of payment models.
package struct ModelTables {
  let comparison: ModelComparison

  package init(comparison: ModelComparison) { self.comparison = comparison }

  private var scenario: ModelScenario { comparison.scenario }
  private var currency: String { scenario.jurisdiction.currency }
  /// Practices of the grid are named by their numbers, and need no column of names.
  private var hasNames: Bool { scenario.practices.contains { $0.name != nil } }

  package func tables() throws -> [Table] {
    try scenario.tables.compactMap { name in
      switch name {
      case .modelPayments: payments()
      case .modelDifferences: try differences()
      case .modelBreakEven: try breakEven()
      case .modelPayers: payers()
      case .modelPayerSums: payerSums()
      case .assumptions: assumptions(of: comparison.file)
      default: nil
      }
    }
  }

  private var practiceColumns: [Table.Column] {
    (hasNames ? [.init("practice")] : []) + [.init("list-length"), .init("visits-per-person-year")]
  }

  private func cells(of practice: ModelScenario.Practice) -> [Cell] {
    name(of: practice) + [
      .shortest(practice.year.persons), .shortest(practice.year.visitsPerPerson),
    ]
  }

  private func name(of practice: ModelScenario.Practice) -> [Cell] {
    hasNames ? [.text(practice.name ?? "")] : []
  }

  /// What each model pays each practice, by component, and in all.
  private func payments() -> Table {
    let rows = scenario.practices.enumerated().flatMap { place, practice in
      scenario.models.enumerated().flatMap { model, setting -> [[Cell]] in
        let result = comparison.results[place][model]
        let labels = cells(of: practice) + [.text(setting.name)]
        func row(_ name: [Cell], _ units: Ratio?, _ amount: Money) -> [Cell] {
          let each = Ratio(amount.ore, over: 100) / practice.year.persons
          let paid = [Cell.money(amount), .number(each, decimals: 2)]
          return labels + name + [units.map(Cell.shortest) ?? .empty] + paid
        }
        let parts = zip(setting.components, result.payments).filter(\.1.isPaid)
        return parts.map { row([.text($0.name), .text($0.paidFor)], $1.units, $1.amount) }
          + [row([.term("in-all"), .text("")], nil, result.total)]
      }
    }
    return Table(
      .modelPayments, stage: .immediate,
      columns: practiceColumns + [
        .init("model"), .init("component"), .init("paid-for"), .init("units", "number"),
        .init("amount", "\(currency)/year"), .init("per-person", "\(currency)/person/year"),
      ], rows: rows, notes: [Phrase("note-model-payments")])
  }

  /// What each model pays beside the first, with how far intervals reach.
  private func differences() throws -> Table {
    let range = try ModelDifferenceRange(around: comparison)
    let rows = scenario.practices.enumerated().flatMap { place, practice in
      scenario.models.enumerated().dropFirst().map { model, setting -> [Cell] in
        let difference = comparison.difference(practice: place, model: model)
        let each = Ratio(difference.ore, over: 100) / practice.year.persons
        let reach = range.map { [$0.lowest[place][model], $0.highest[place][model]] } ?? []
        return cells(of: practice) + [
          .text(setting.name), .money(comparison.results[place][0].total),
          .money(comparison.results[place][model].total), .money(difference),
        ] + reach.map(Cell.money) + [.number(each, decimals: 2)]
      }
    }
    let reach: [Table.Column] =
      range == nil ? [] : [.init("low", currency), .init("high", currency)]
    let first = Phrase("note-first-model", ["model": .text(scenario.models[0].name)])
    return Table(
      .modelDifferences, stage: .immediate,
      columns: practiceColumns + [
        .init("model"), .init("first-model", "\(currency)/year"),
        .init("amount", "\(currency)/year"), .init("difference", currency),
      ] + reach + [.init("per-person", "\(currency)/person/year")], rows: rows,
      notes: [first] + (range == nil ? [] : [Phrase("note-model-range")]))
  }

  /// What each payer pays in each model, by component.
  private func payers() -> Table {
    let rows = payments { practice, payer, model in
      zip(scenario.models[model].components, comparison.results[practice][model].payments)
        .filter(\.1.isPaid).flatMap { component, payment in
          payment.payers.filter { $0.payer == payer }.map {
            [.text(component.name), .money($0.amount)]
          }
        }
    }
    return Table(
      .modelPayers, stage: .immediate,
      columns: payerColumns + [.init("component"), .init("amount", "\(currency)/year")],
      rows: rows)
  }

  /// What each payer pays in each model in all, beside the first model.
  private func payerSums() -> Table {
    let rows = payments { practice, payer, model in
      let sum = comparison.paid(by: payer, practice: practice, model: model)
      let first = comparison.paid(by: payer, practice: practice, model: 0)
      return [[.money(sum), model == 0 ? .empty : .money(sum - first)]]
    }
    return Table(
      .modelPayerSums, stage: .immediate,
      columns: payerColumns + [
        .init("amount", "\(currency)/year"), .init("difference", currency),
      ], rows: rows,
      notes: [Phrase("note-first-model", ["model": .text(scenario.models[0].name)])])
  }

  private var payerColumns: [Table.Column] {
    practiceColumns + [.init("model"), .init("payer")]
  }

  /// Rows of every practice, payer and model, each with their names in front.
  private func payments(_ make: (_ practice: Int, _ payer: Int, _ model: Int) -> [[Cell]])
    -> [[Cell]]
  {
    scenario.practices.indices.flatMap { practice in
      scenario.payers.indices.flatMap { payer in
        scenario.models.indices.flatMap { model in
          let names = [scenario.models[model].name, scenario.payers[payer]].map(Cell.text)
          let labels = cells(of: scenario.practices[practice]) + names
          return make(practice, payer, model).map { labels + $0 }
        }
      }
    }
  }

  /// The visits at which each model pays what the first pays, for each list.
  private func breakEven() throws -> Table {
    var rows: [[Cell]] = []
    // Practices of the grid that differ in visits alone are one here.
    var lengths: Set<Ratio> = []
    for practice in scenario.practices
    where practice.name != nil || lengths.insert(practice.year.persons).inserted {
      for model in scenario.models.dropFirst() {
        let found = try ModelBreakEven(of: model, to: practice, in: scenario)
        let labels = name(of: practice) + [.shortest(practice.year.persons), .text(model.name)]
        rows += breakEvenRows(found, of: model).map { labels + $0 }
      }
    }
    let range = scenario.breakEven
    return Table(
      .modelBreakEven, stage: .immediate,
      columns: (hasNames ? [.init("practice")] : []) + [
        .init("list-length"), .init("model"), .init("crossing"), .init("break-even", "number"),
        .init("finding"),
      ], rows: rows,
      notes: [
        Phrase(
          "note-break-even",
          ["from": .shortest(range.lowerBound), "to": .shortest(range.upperBound)])
      ])
  }

  /// Crossing, visits and a sentence, for each place where the models pay alike.
  private func breakEvenRows(
    _ found: ModelBreakEven, of model: ModelScenario.Model
  ) -> [[Cell]] {
    let range = scenario.breakEven
    func dearer(_ isModel: Bool) -> Cell {
      .text(isModel ? model.name : scenario.models[0].name)
    }
    guard !found.crossings.isEmpty else {
      let finding = Phrase(
        "finding-none",
        [
          "from": .shortest(range.lowerBound), "to": .shortest(range.upperBound),
          "model": dearer(found.paysMoreAtStart ?? false),
        ])
      return [[.empty, .empty, .phrase(finding)]]
    }
    var before = found.paysMoreAtStart
    return found.crossings.enumerated().map { place, crossing in
      let finding: Phrase
      switch (before, crossing.paysMoreAfter) {
      case _ where crossing.from < crossing.to:
        finding = Phrase(
          "finding-equal", ["from": .shortest(crossing.from), "to": .shortest(crossing.to)])
      case (let below?, let above?):
        finding = Phrase("finding-crossing", ["below": dearer(below), "above": dearer(above)])
      case (let below?, nil): finding = Phrase("finding-below", ["below": dearer(below)])
      case (nil, let above?): finding = Phrase("finding-above", ["above": dearer(above)])
      case (nil, nil):
        finding = Phrase(
          "finding-equal", ["from": .shortest(crossing.from), "to": .shortest(crossing.to)])
      }
      before = crossing.paysMoreAfter
      return [.count(place + 1), .number(crossing.from, decimals: 4), .phrase(finding)]
    }
  }
}
