public import Units

/// Who pays whom on which line, whatever the list and the month.
public struct LedgerFlow: Hashable, Sendable {
  public var payer: Account
  public var payee: Account
  public var line: AccountLine
}

/// The sum of every flow of a ledger.
public struct LedgerFlows: Sendable {
  private let sums: [(flow: LedgerFlow, sum: Money)]

  /// One pass over the postings. They come in runs of one flow, or in the same few flows over and
  /// over, so that the flow sought is nearly always the last one or the one after it.
  package init(of ledger: Ledger) {
    var sums: [(flow: LedgerFlow, sum: Money)] = []
    var last = 0
    for posting in ledger.postings {
      let flow = LedgerFlow(payer: posting.payer, payee: posting.payee, line: posting.line)
      var place = last
      if place >= sums.count || sums[place].flow != flow {
        place = last + 1
        if place >= sums.count || sums[place].flow != flow {
          place = sums.firstIndex { $0.flow == flow } ?? sums.count
          if place == sums.count { sums.append((flow, .zero)) }
        }
      }
      sums[place].sum += posting.amount
      last = place
    }
    self.sums = sums
  }

  /// The sum of the chosen flows.
  public func total(where isCounted: (LedgerFlow) -> Bool) -> Money {
    sums.reduce(.zero) { isCounted($1.flow) ? $0 + $1.sum : $0 }
  }
}

extension LedgerFlows: Equatable {
  /// The same flows with the same sums; in which order they first come is no matter.
  public static func == (a: LedgerFlows, b: LedgerFlows) -> Bool {
    a.byFlow == b.byFlow
  }

  private var byFlow: [LedgerFlow: Money] {
    Dictionary(sums.map { ($0.flow, $0.sum) }, uniquingKeysWith: +).filter { $0.value != .zero }
  }
}
