import Diagnostics
public import Ledger
import Practices
import Rules
public import Scenarios
import Units

/// What a nation's year came to.
public struct NationalRun: Sendable {
  public let scenario: NationalScenario
  public let year: NationalYear
  /// By list and service group: the practice, then out of hours.
  let byList: [PaymentVector]
  /// By kind of practice and class.
  let byClass: [PaymentVector]
  /// As ``PricedBlock/beforeStaff``.
  let beforeStaff: [PaymentVector]
  let use: UseCounts
  /// Persons who reach the copay ceiling.
  public let atCeiling: Int
  /// All contacts.
  public let contacts: Int
  /// Every movement of money.
  public private(set) var ledger = Ledger()
  /// The ledger's sums by payer, payee and line.
  public private(set) var flows = LedgerFlows(of: Ledger())

  init(of year: NationalYear, parts: [BlockSums], grants: NationalGrants) throws {
    (scenario, self.year) = (year.scenario, year)
    var sums = BlockSums(classes: year.model.classes.count, kinds: year.kinds.count)
    for part in parts { sums.append(part) }
    (byList, byClass, beforeStaff) = (sums.byList, sums.byClass, sums.beforeStaff)
    use = sums.use
    (atCeiling, contacts) = (sums.atCeiling, sums.contacts)
    ledger = try makeLedger(grants)
    flows = LedgerFlows(of: ledger)
  }
}
