import Ledger
import Reports
import Rules
import Scenarios
import Simulation
import Units

extension NationalTables {
  /// Who pays for the out-of-hours service: as the contacts are priced, and with fixed pay.
  ///
  /// Before is the same run with all fees claimed and nobody on fixed pay; after is the ledger. Fees
  /// passed on to municipalities are taken off what they pay.
  func outOfHours() -> Table? {
    guard scenario.posts.outOfHoursPay != nil else { return nil }
    let rows = OutOfHoursRow.rows(of: run)
    let all = rows.reduce(OutOfHoursRow.Amounts()) { $0 + $1.amounts }
    func cells(_ payer: String, _ line: String, _ amounts: OutOfHoursRow.Amounts) -> [Cell] {
      [
        .term(payer), .term(line), .money(amounts.before), share(amounts.before, of: all.before),
        .money(amounts.after), share(amounts.after, of: all.after),
      ]
    }
    let sums = [Account.municipality, .state, .patient].map { payer in
      let amounts = rows.filter { $0.payer == payer }.reduce(OutOfHoursRow.Amounts()) {
        $0 + $1.amounts
      }
      return cells(payer.rawValue, "all", amounts)
    }
    return Table(
      .outOfHours, stage: .immediate,
      columns: [
        .init("payer"), .init("line"), .init("before", currency), .init("share-before", "share"),
        .init("amount", currency), .init("share", "share"),
      ],
      rows: rows.map { cells($0.payer.rawValue, $0.line.rawValue, $0.amounts) } + sums
        + [cells("all", "all", all)], notes: [Phrase("note-out-of-hours")])
  }

  /// What a reader of contacts must know when some fees are not claimed.
  var unclaimedNotes: [Phrase] {
    guard let setting = scenario.posts.outOfHoursPay, setting.feesTo == .nobody else { return [] }
    return [Phrase("note-unclaimed", ["share": .shortest(setting.fixedShare.central)])]
  }

  private func share(_ part: Money, of whole: Money) -> Cell {
    whole == .zero ? .empty : .number(Ratio(part.ore, over: whole.ore), decimals: 4)
  }
}

/// What one payer pays the service on one line.
private struct OutOfHoursRow {
  var payer: Account
  var line: AccountLine
  var amounts: Amounts

  struct Amounts {
    var before = Money.zero
    var after = Money.zero

    static func + (a: Amounts, b: Amounts) -> Amounts {
      Amounts(before: a.before + b.before, after: a.after + b.after)
    }
  }

  static func rows(of run: NationalRun) -> [OutOfHoursRow] {
    let contacts = run.sums(of: .outOfHours)
    let before: [(Account, AccountLine, Money)] = [
      (.municipality, .dutyPay, .zero), (.municipality, .dutyFees, .zero),
      (.state, .feeRefund, contacts.refund), (.state, .certificates, contacts.certificates),
      (.state, .ceilingCopay, contacts.ceilingCopay),
      (.state, .exemptCopay, contacts.exemptCopay), (.patient, .copay, contacts.copay),
      (.patient, .uninsuredFee, contacts.uninsured),
      (.patient, .patientPayment, contacts.patientPayment),
    ]
    return before.map { payer, line, amount in
      let paid = run.ledger.total {
        $0.payer == payer && $0.payee == .outOfHours && $0.line == line
      }
      let passedOn = run.ledger.total {
        $0.payer == .outOfHours && $0.payee == payer && $0.line == line
      }
      return OutOfHoursRow(
        payer: payer, line: line, amounts: Amounts(before: amount, after: paid - passedOn))
    }.filter { $0.amounts.before != .zero || $0.amounts.after != .zero }
  }
}
