import Diagnostics
import Ledger
import Practices
import RateBooks
import Rules
import Scenarios
import Units

extension NationalRun {
  /// Every movement of money of the year: grants by list and month, contacts by list and account.
  ///
  /// - Parameter grants: The grants of the year, which are posted first.
  /// - Throws: `Refusal` when contacts do not add up.
  /// - Returns: The postings, grants before contacts.
  func makeLedger(_ grants: NationalGrants) throws(Refusal) -> Ledger {
    try checkThatContactsClose()
    var ledger = grants.ledger
    ledger.reserve(byList.count * PaymentVector.postings.count)
    postContacts(to: &ledger)
    try postPosts(to: &ledger)
    return ledger
  }

  private var firstDay: CalendarDate { Month(year: scenario.year, number: 1).firstDay }

  private func postContacts(to ledger: inout Ledger) {
    let origin = ledger.place(
      of: Origin(
        name: "contacts", rate: "fees, supplements and residuals of the contact types",
        position: scenario.contacts.sameDayShare.position, source: scenario.use.source.description))
    let ceiling = scenario.law.practiceCeilings.inForce(on: firstDay)
    let byList = claimedByList
    for (list, own) in year.nation.lists.enumerated() {
      for (place, payee) in [Account.practice, .outOfHours].enumerated() {
        var sums = byList[list * 2 + place]
        if let ceiling, payee == .practice {
          let refunds = Money(ore: sums[PaymentVector.Lane.refund])
          sums[PaymentVector.Lane.refund] -= ceiling.withheld(of: refunds).ore
        }
        for (lane, payer, line) in PaymentVector.postings {
          ledger.post(
            Posting(
              payer: payer, payee: payee, line: line, amount: Money(ore: sums[lane]), month: nil,
              municipality: own.municipality, list: list, origin: origin))
        }
      }
    }
  }

  /// What practices receive is the same counted by list as by class.
  private func checkThatContactsClose() throws(Refusal) {
    let byLists = byList.reduce(PaymentVector.zero, &+)
    let byClasses = byClass.reduce(PaymentVector.zero, &+)
    guard byLists == byClasses, byLists[PaymentVector.Lane.contacts] == contacts else {
      throw Refusal(
        "the contacts do not add up: \(byLists) by list, \(byClasses) by kind, \(contacts) drawn",
        help: "this is a fault of the program; please report it with the scenario")
    }
  }
}

extension PaymentVector {
  /// Who pays each lane, and on which line.
  static let postings: [(lane: Int, payer: Account, line: AccountLine)] = [
    (Lane.refund, .state, .feeRefund), (Lane.certificates, .state, .certificates),
    (Lane.copay, .patient, .copay), (Lane.ceilingCopay, .state, .ceilingCopay),
    (Lane.exemptCopay, .state, .exemptCopay), (Lane.uninsured, .patient, .uninsuredFee),
    (Lane.patientPayment, .patient, .patientPayment),
  ]
}
