import Ledger
import Practices
import Reports
import Scenarios
import Units

extension TableBuilder {
  /// Money by payer, payee and account.
  func payers() -> Table {
    var rows: [[Cell]] = []
    let grants = comparison.grants
    for payer in Account.allCases {
      for payee in Account.allCases {
        for line in AccountLine.allCases {
          for grant in grants { rows += row(payer, payee, line, grant) }
        }
      }
    }
    if case .notPublished? = scenario.standbyContracts {
      let terms = ["municipality", "practice", AccountLine.standbyContract.rawValue]
      rows.append(terms.map(Cell.term) + [.missing, .missing, .missing, .empty])
    }
    return Table(
      .payers, stage: .afterListMovements,
      columns: [
        .init("payer"), .init("payee"), .init("line"), .init("baseline", currency),
        .init("reform", currency), .init("difference", currency), .grant,
      ],
      rows: rows,
      notes: standbyNotes + nothingNotes + standingNotes
        + lumpSumNotes(comparison.reform.ledger, of: comparison.reform.lists))
  }

  /// What each account receives less what it pays.
  func balances() -> Table {
    let ledgers = [comparison.baseline.ledger, comparison.reform.ledger]
    let touched = Set(ledgers.flatMap(\.postings).flatMap { [$0.payer, $0.payee] })
    let rows = Account.allCases.filter(touched.contains).map { account in
      let (before, after) = (ledgers[0].balance(of: account), ledgers[1].balance(of: account))
      return [.term(account.rawValue)] + [before, after, after - before].map(Cell.money)
    }
    return Table(
      .balances, stage: .afterListMovements,
      columns: [
        .init("account"), .init("baseline", currency), .init("reform", currency),
        .init("difference", currency),
      ], rows: rows, notes: [Phrase("note-balances")] + standbyNotes + nothingNotes + standingNotes)
  }

  private func row(
    _ payer: Account, _ payee: Account, _ line: AccountLine, _ grant: String?
  ) -> [[Cell]] {
    func sum(_ ledger: Ledger) -> Money {
      ledger.total {
        $0.payer == payer && $0.payee == payee && $0.line == line && ledger.grant(of: $0) == grant
      }
    }
    let (before, after) = (sum(comparison.baseline.ledger), sum(comparison.reform.ledger))
    guard before != .zero || after != .zero else { return [] }
    return [
      [payer.rawValue, payee.rawValue, line.rawValue].map(Cell.term)
        + [before, after, after - before].map(Cell.money) + [.grant(grant)]
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

extension Comparison {
  /// The names grants are told apart by, after the line that needs none.
  fileprivate var grants: [String?] {
    let named = Set((baseline.ledger.origins + reform.ledger.origins).compactMap(\.grant))
    return [nil] + named.sorted().map(Optional.some)
  }
}
