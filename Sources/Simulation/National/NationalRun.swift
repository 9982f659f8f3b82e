import Diagnostics
import Populations
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
    byList = parts.flatMap(\.byList)
    var byClass = Array(
      repeating: PaymentVector.zero, count: year.model.classes.count * year.kinds.count)
    var use = UseCounts(rows: parts.first?.use.rows ?? 0)
    for part in parts {
      for place in byClass.indices { byClass[place] &+= part.byClass[place] }
      use += part.use
    }
    (self.byClass, self.use) = (byClass, use)
    atCeiling = parts.reduce(0) { $0 + $1.atCeiling }
    contacts = parts.reduce(0) { $0 + $1.contacts }
    ledger = try makeLedger(grants)
    flows = LedgerFlows(of: ledger)
  }
}
