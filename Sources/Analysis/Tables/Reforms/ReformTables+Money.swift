import Ledger
import Practices
import RateBooks
import Reports
import Rules
import Scenarios
import Simulation
import Units

extension ReformTables {
  /// Grants, fees and the share of each, as simulated and as they would be on the official accounts.
  func funding() -> Table {
    let figures = AccountsFigures(baseline)
    let simulated = FundingSums(
      grants: baseline.paidToPractices { $0.line.isGrant }, all: figures.money(on: .total))
    var rows = [row(.term("baseline"), "simulated", simulated, simulated)]
    for alternative in alternatives {
      let run = alternative.run
      let sums = FundingSums(
        grants: run.paidToPractices { $0.line.isGrant }, all: run.paidToPractices { _ in true })
      rows.append(row(.text(alternative.name), "simulated", sums, simulated))
    }
    if let official = FundingSums(official: figures) {
      rows.append(row(.term("baseline"), "official-accounts", official, official))
      for alternative in alternatives {
        let run = alternative.run
        let grants = run.paidToPractices { $0.line.isGrant }
        let all = run.paidToPractices { _ in true }
        guard simulated.grants > .zero, simulated.fees > .zero else { continue }
        // Each side of the official accounts moves as the simulated one does.
        let moved = FundingSums(
          grants: official.grants.scaled(by: Ratio(grants.ore, over: simulated.grants.ore)),
          fees: official.fees.scaled(by: Ratio((all - grants).ore, over: simulated.fees.ore)))
        rows.append(row(.text(alternative.name), "official-accounts", moved, official))
      }
    }
    return Table(
      .funding, stage: .immediate,
      columns: [
        .init("proposal"), .init("basis"), .init("grants", currency), .init("fees", currency),
        .init("base-share", "share"), .init("moved", currency), .init("fee-change", "percent"),
      ], rows: rows,
      notes: [Phrase("note-funding")] + [baseline.otherAccountsNote].compactMap(\.self))
  }

  private func row(
    _ name: Cell, _ basis: String, _ sums: FundingSums, _ before: FundingSums
  ) -> [Cell] {
    [
      name, .term(basis), .money(sums.grants), .money(sums.fees),
      .number(sums.share, decimals: 6), .money(sums.grants - before.grants),
      percent(sums.fees - before.fees, of: before.fees),
    ]
  }

  /// What a reform does at once, after list movements and after behaviour.
  func stages() -> Table {
    let accounts = Account.allCases.filter { account in
      alternatives.contains { $0.stages.rows.contains { $0.effects[account] != .zero } }
    }
    let rows = alternatives.flatMap { alternative in
      alternative.stages.rows.map { row -> [Cell] in
        [
          .text(alternative.name), .term(row.stage.rawValue),
          .term(row.end?.rawValue ?? "central"),
        ] + accounts.map { .money(row.effects[$0]) } + [
          .count(row.contacts),
          .number(Ratio(nearest: row.response.visits, decimals: 6), decimals: 4),
          .number(Ratio(nearest: row.response.staff, decimals: 6), decimals: 4),
          .count(row.places), .count(row.moved), .count(row.unplaced),
        ]
      }
    }
    return Table(
      .stages, stage: .afterBehaviour,
      columns: [.init("proposal"), .init("stage"), .init("strength")]
        + accounts.map { .init("balance-\($0.rawValue)", currency) } + [
          .init("contacts", "contacts"), .init("visits-factor", "ratio"),
          .init("staff-factor", "ratio"), .init("places-offered", "places"),
          .init("moved-lists", "persons"), .init("unplaced", "persons"),
        ], rows: rows, notes: [Phrase("note-stages")] + alternatives.flatMap(capNotes))
  }

  /// Said where a cap on persons begins within the year, which moves them as though it had held all year.
  private func capNotes(of alternative: Alternative) -> [Phrase] {
    let scenario = alternative.run.scenario
    let first = Month(year: scenario.year, number: 1).firstDay
    let inside = Set(scenario.law.listCaps.daysOfChange)
      .filter { $0.year == scenario.year && $0 != first }
    return inside.sorted().map { day in
      Phrase("note-cap-within-year", ["proposal": .text(alternative.name), "day": .day(day)])
    }
  }

  /// What a reform does in each year in which it comes into force.
  func phases() -> Table {
    let accounts = Account.allCases.filter { account in
      alternatives.contains { $0.phases.contains { $0.effects[account] != .zero } }
    }
    let rows = alternatives.flatMap { alternative in
      alternative.phases.map { phase -> [Cell] in
        let share =
          phase.all == .zero ? Ratio.zero : Ratio(phase.grants.ore, over: phase.all.ore)
        return [
          .text(alternative.name), .count(phase.year), .number(phase.share, decimals: 4),
          .money(phase.grants), .money(phase.all - phase.grants), .number(share, decimals: 6),
        ] + accounts.map { .money(phase.effects[$0]) }
      }
    }
    return Table(
      .phases, stage: .immediate,
      columns: [
        .init("proposal"), .init("year-of-phase", "year", isKey: true), .init("in-force", "share"),
        .init("grants", currency), .init("fees", currency), .init("base-share", "share"),
      ] + accounts.map { .init("balance-\($0.rawValue)", currency) },
      rows: rows, notes: [Phrase("note-phases")])
  }

  /// Money by payer, payee and account.
  func payers() -> Table {
    var rows: [[Cell]] = []
    for alternative in alternatives {
      let run = alternative.run
      let sums = Differences(of: run, against: baseline).added { key in
        [key.payer.rawValue, key.payee.rawValue, key.line.rawValue].map(Cell.term)
          + [.grant(key.grant)]
      }
      rows += sums.map { part, row in
        [.text(alternative.name)] + Array(part.dropLast()) + cells(row.baseline, row.reform)
          + [part[part.count - 1]]
      }
    }
    return Table(
      .payers, stage: .immediate,
      columns: [.init("proposal"), .init("payer"), .init("payee"), .init("line")] + columns
        + [.grant],
      rows: rows, notes: [Phrase("note-salaried")] + passedOverNotes + otherCopayNotes)
  }

  /// What is said of the first year in which lump sums pass anybody over.
  private var passedOverNotes: [Phrase] {
    let runs = [baseline] + alternatives.map(\.run)
    return runs.lazy.map { lumpSumNotes($0.ledger, of: $0.year.nation.lists) }
      .first { !$0.isEmpty } ?? []
  }

  /// What each account receives less what it pays.
  func balances() -> Table {
    let rows = alternatives.flatMap { alternative in
      Account.allCases.compactMap { account -> [Cell]? in
        let before = baseline.ledger.balance(of: account)
        let after = alternative.run.ledger.balance(of: account)
        guard before != .zero || after != .zero else { return nil }
        return [.text(alternative.name), .term(account.rawValue)] + cells(before, after)
      }
    }
    return Table(
      .balances, stage: .immediate, columns: [.init("proposal"), .init("account")] + columns,
      rows: rows, notes: [Phrase("note-balances")])
  }

  /// What practices receive, by form.
  func byForm() -> Table {
    table(.byForm, ["form"]) { key, _ in [.term(key.form?.rawValue ?? "no-list")] }
  }

  func byMunicipalityGroup() -> Table {
    table(.byMunicipalityGroup, ["municipalities"]) { key, all in
      [key.group.map { .text(all.groups[$0].title) } ?? .term("no-list")]
    }
  }

  func byListLength() -> Table {
    table(.byListLength, ["list-length"], of: comparable) { key, all in
      [key.length.map { .text(words(all.lengths[$0])) } ?? .term("no-list")]
    }
  }

  /// What practices receive in grants and in fees, by some part of the key.
  private func table(
    _ name: TableName, _ names: [String], of some: [Alternative]? = nil,
    by part: (Differences.Key, Differences) -> [Cell]
  ) -> Table {
    let rows = (some ?? alternatives).flatMap { alternative in
      let all = Differences(of: alternative.run, against: baseline)
      let kinds = [("grants", true), ("fees", false)]
      let sums = kinds.flatMap { kind, isGrant in
        all.added { key in
          key.isOfPractices && key.line.isGrant == isGrant ? part(key, all) + [.term(kind)] : []
        }
      }.filter { !$0.part.isEmpty }
      let totals = all.added { key in
        key.isOfPractices ? part(key, all) + [.term("all")] : []
      }.filter { !$0.part.isEmpty }
      return (sums + totals).map { part, row in
        [.text(alternative.name)] + part + cells(row.baseline, row.reform)
      }
    }
    return Table(
      name, stage: .immediate,
      columns: [.init("proposal")] + names.map { .init($0) } + [.init("line")] + columns,
      rows: rows, notes: name == .byListLength ? listNotes : [])
  }

  /// Everything by everything.
  func differences() -> Table {
    let rows = alternatives.flatMap { alternative in
      let all = Differences(of: alternative.run, against: baseline)
      return all.rows.map { row -> [Cell] in
        let key = row.key
        return [
          .text(alternative.name), .term(key.payer.rawValue), .term(key.payee.rawValue),
          .term(key.line.rawValue), key.form.map { .term($0.rawValue) } ?? .empty,
          key.group.map { .text(all.groups[$0].key) } ?? .empty,
          key.length.map { .text(words(all.lengths[$0])) } ?? .empty,
        ] + cells(row.baseline, row.reform) + [.grant(key.grant)]
      }
    }
    return Table(
      .differences, stage: .immediate,
      columns: [
        .init("proposal"), .init("payer"), .init("payee"), .init("line"), .init("form"),
        .init("municipalities"), .init("list-length"),
      ] + columns + [.grant], rows: rows)
  }

  private var columns: [Table.Column] {
    [
      .init("baseline", currency), .init("reform", currency), .init("difference", currency),
      .init("percent", "percent"),
    ]
  }

  private func cells(_ before: Money, _ after: Money) -> [Cell] {
    [.money(before), .money(after), .money(after - before), percent(after - before, of: before)]
  }

  func words(_ lengths: ClosedRange<Int>) -> String {
    lengths.upperBound == .max
      ? "\(lengths.lowerBound)+" : "\(lengths.lowerBound)–\(lengths.upperBound)"
  }
}

/// What practices receive, in two parts.
private struct FundingSums {
  var grants: Money
  var fees: Money

  var all: Money { grants + fees }
  var share: Ratio { all == .zero ? .zero : Ratio(grants.ore, over: all.ore) }

  init(grants: Money, fees: Money) { (self.grants, self.fees) = (grants, fees) }

  init(grants: Money, all: Money) { self.init(grants: grants, fees: all - grants) }

  /// - Returns: `nil` when a line is not published, or is of another year or population.
  init?(official figures: AccountsFigures) {
    func money(_ line: AccountsLine) -> Money? {
      figures.official(line).map { Money.kroner(1).scaled(by: $0.central) }
    }
    // Some accounts show the grants apart, others together.
    let apart = [AccountsLine.baseGrant, .breakPointSupplement, .startUpGrant].compactMap(money)
    let base = money(.baseAndStartUpGrant) ?? (apart.count == 3 ? apart.reduce(.zero, +) : nil)
    guard let base, let equalisation = money(.equalisationGrant), let all = money(.total) else {
      return nil
    }
    self.init(grants: base + equalisation, all: all)
  }
}

extension Differences.Key {
  /// Whether a practice is paid for having a list or for contacts.
  fileprivate var isOfPractices: Bool { payee == .practice && !line.isBesideAccounts }
}
