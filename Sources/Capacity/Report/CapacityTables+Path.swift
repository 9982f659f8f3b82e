import Foundation
import Ledger
import Reports
import Scenarios
import Statistics
import Units

extension CapacityTables {
  /// The country year by year, and health councils in the last one.
  func path() -> Table {
    let spread = plan.spread
    func row(_ name: Cell, _ year: PathYear, _ more: [Cell]) -> [Cell] {
      [
        .text("\(year.year)"), name, .count(year.target), .count(year.deployed),
        .count(year.filled), .count(year.vacant), .count(year.shortfall), .count(year.persons),
        .count(year.listed), .count(year.withoutClinic), .count(year.closings),
        .count(year.openings),
      ] + more
    }
    func ends(_ summary: Summary) -> [Cell] {
      [0.05, 0.95].map { .count(Int(summary.quantile($0).rounded())) }
    }
    let none = Array(repeating: Cell.empty, count: spread == nil ? 0 : 4)
    let years = plan.path.nation.enumerated().map { place, year in
      row(
        .term("in-all"), year,
        spread.map { ends($0.shortfall[place]) + ends($0.withoutClinic[place]) } ?? [])
    }
    let last = zip(plan.inputs.areas.councils, plan.path.councils.last ?? []).map {
      row(.text($0.title), $1, none)
    }
    let ranges: [Table.Column] =
      spread == nil
      ? []
      : [
        .init("shortfall-low", "capacities"), .init("shortfall-high", "capacities"),
        .init("without-clinic-low", "persons"), .init("without-clinic-high", "persons"),
      ]
    return Table(
      .capacityPath, stage: .afterBehaviour,
      columns: [
        .init("year"), .init("council"), .init("distributed", "capacities"),
        .init("deployed", "capacities"), .init("filled", "capacities"),
        .init("vacant", "capacities"), .init("shortfall", "capacities"),
        .init("persons", "persons"), .init("listed-persons", "persons"),
        .init("without-clinic", "persons"), .init("closings", "clinics"),
        .init("openings", "clinics"),
      ] + ranges, rows: years + last,
      notes: [Phrase("note-path")]
        + (spread.map {
          [
            Phrase(
              "note-path-range",
              ["runs": .count($0.runs), "numbers": .text($0.varied.joined(separator: ", "))])
          ]
        } ?? []))
  }

  /// Money by payer, payee and account; what is not published is shown as missing.
  func payers() -> Table? {
    guard let money = plan.plan.money else { return nil }
    let paid = AccountLine.allCases.compactMap { line -> [Cell]? in
      let amount = plan.ledger.total { $0.line == line }
      guard amount != .zero else { return nil }
      return [.term("region"), .term("practice"), .term(line.rawValue), .money(amount)]
    }
    let unknown: [(AccountLine, Bool)] = [
      (.baseFee, money.baseFee.estimate == nil),
      (
        .temporarySupplement,
        plan.hasSupplement && money.supplement.map { $0.estimate == nil } ?? false
      ),
      (.coverageFunds, money.coverageFunds.map { $0.estimate == nil } ?? false),
    ]
    let missing = unknown.filter(\.1).map { line, _ -> [Cell] in
      [.term("region"), .term("practice"), .term(line.rawValue), .missing]
    }
    return Table(
      .payers, stage: .immediate,
      columns: [.init("payer"), .init("payee"), .init("line"), .init("amount", currency)],
      rows: paid + missing, notes: missing.isEmpty ? [] : [Phrase("note-missing-amounts")])
  }

  /// What each account receives less what it pays.
  func balances() -> Table? {
    guard plan.plan.money != nil else { return nil }
    return Table(
      .balances, stage: .immediate, columns: [.init("account"), .init("amount", currency)],
      rows: [Account.region, .practice].map {
        [.term($0.rawValue), .money(plan.ledger.balance(of: $0))]
      }, notes: [Phrase("note-balances")])
  }

  func frame() -> Table? {
    guard let setting = plan.plan.money?.frame else { return nil }
    let rows = plan.frame.map { year -> [Cell] in
      [
        .text("\(year.year)"), .money(year.frame), .money(year.spending),
        .money(year.spending - year.frame), .number(year.feeFactor, decimals: 4),
        .money(year.clawBack),
      ]
    }
    let isPublished = setting.amount.estimate != nil
    return Table(
      .economicFrame, stage: .afterBehaviour,
      columns: [
        .init("year"), .init("frame", currency), .init("spending", currency),
        .init("overrun", currency), .init("fee-factor", "number"), .init("claw-back", currency),
      ], rows: rows,
      notes: [Phrase(isPublished ? "note-frame" : "note-frame-not-published")])
  }
}
