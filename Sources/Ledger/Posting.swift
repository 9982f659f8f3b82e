public import Units

/// One movement of money.
///
/// A nation's year has a quarter of a million of them, and passing over them is what most questions
/// cost; so a posting is kept in 32 bytes and not in the 64 that its parts take one by one.
public struct Posting: Hashable, Sendable {
  public var amount: Money
  private var municipalityPlace: Int32
  private var listPlace: Int32
  private var originPlace: Int32
  private var monthPlace: Int16
  public var payer: Account
  public var payee: Account
  public var line: AccountLine

  private static let none = -1

  public init(
    payer: Account, payee: Account, line: AccountLine, amount: Money, month: Int? = nil,
    municipality: Int, list: Int? = nil, origin: Int
  ) {
    (self.payer, self.payee, self.line, self.amount) = (payer, payee, line, amount)
    municipalityPlace = Int32(municipality)
    listPlace = Int32(list ?? Self.none)
    originPlace = Int32(origin)
    monthPlace = Int16(month ?? Self.none)
  }

  /// The place of the month in the run, from 0; `nil` for what is settled once a year.
  public var month: Int? { monthPlace < 0 ? nil : Int(monthPlace) }

  /// The place of the municipality in the run's table.
  public var municipality: Int { Int(municipalityPlace) }

  /// The place of the list in the run's table; `nil` for what concerns no single list.
  public var list: Int? { listPlace < 0 ? nil : Int(listPlace) }

  /// The place of the ``Origin`` in the ledger.
  public var origin: Int { Int(originPlace) }
}
