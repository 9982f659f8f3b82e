import Analysis
import Scenarios
import Simulation
import Units

extension TableBuilder {
  /// Money by payer, payee and account, and what each account gains or loses.
  func payers() -> Table {
    var rows: [[Cell]] = []
    for payer in Account.allCases {
      for payee in Account.allCases {
        for line in AccountLine.allCases {
          rows += row(payer, payee, line)
        }
      }
    }
    if case .notPublished? = scenario.standbyContracts {
      let terms = ["municipality", "practice", AccountLine.standbyContract.rawValue]
      rows.append(terms.map(Cell.term) + [.missing, .missing, .missing])
    }
    let touched = Set(
      (comparison.baseline.ledger.postings + comparison.reform.ledger.postings)
        .flatMap { [$0.payer, $0.payee] })
    let balances = Account.allCases.filter(touched.contains).map { account in
      let before = comparison.baseline.ledger.balance(of: account)
      let after = comparison.reform.ledger.balance(of: account)
      return [.term("balance"), .term(account.rawValue), .term("all")]
        + [before, after, after - before].map(Cell.money)
    }
    return Table(
      .payers, stage: .afterListMovements,
      columns: [
        .init("payer"), .init("payee"), .init("line"), .init("baseline", currency),
        .init("reform", currency), .init("difference", currency),
      ],
      rows: rows + balances,
      notes: standbyNotes + [Phrase("note-balances")] + nothingNotes + standingNotes)
  }

  private func row(_ payer: Account, _ payee: Account, _ line: AccountLine) -> [[Cell]] {
    let isCounted: (Posting) -> Bool = {
      $0.payer == payer && $0.payee == payee && $0.line == line
    }
    let before = comparison.baseline.ledger.total(where: isCounted)
    let after = comparison.reform.ledger.total(where: isCounted)
    guard before != .zero || after != .zero else { return [] }
    return [
      [payer.rawValue, payee.rawValue, line.rawValue].map(Cell.term)
        + [before, after, after - before].map(Cell.money)
    ]
  }

  /// Said where the accounts are the same with and without.
  private var nothingNotes: [Phrase] {
    comparison.difference { _ in true } == .zero && comparison.placed == (0, 0)
      ? [Phrase("note-nothing-moves")] : []
  }

  /// A warning wherever a total lacks the contracts nobody has published.
  var standbyNotes: [Phrase] {
    guard case .notPublished(let source, _)? = scenario.standbyContracts else { return [] }
    return [Phrase("note-standby", ["source": .text(source.description)])]
  }
}
