public import Units

/// One movement of money.
public struct Posting: Hashable, Sendable {
  public var payer: Account
  public var payee: Account
  public var line: AccountLine
  public var amount: Money
  /// The place of the month in the run, from 0; `nil` for what is settled once a year.
  public var month: Int?
  /// The place of the municipality in the run's table.
  public var municipality: Int
  /// The place of the list in the run's table; `nil` for what concerns no single list.
  public var list: Int?
  /// The place of the ``Origin`` in the ledger.
  public var origin: Int

  public init(
    payer: Account, payee: Account, line: AccountLine, amount: Money, month: Int? = nil,
    municipality: Int, list: Int? = nil, origin: Int
  ) {
    (self.payer, self.payee, self.line, self.amount) = (payer, payee, line, amount)
    (self.month, self.municipality, self.list, self.origin) = (month, municipality, list, origin)
  }
}
