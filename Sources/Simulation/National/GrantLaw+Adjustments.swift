import Diagnostics
import Ledger
import Practices
import RateBooks
import Scenarios
import Units

extension GrantLaw {
  /// The grants of a month, with what a proposal makes of them.
  ///
  /// - Throws: ``Refusal`` as ``init(of:on:days:in:adding:)`` does.
  init(
    of month: Month, on day: CalendarDate, days: Int? = nil, in law: RateBook,
    adjustedBy adjustments: [Adjustment]
  ) throws(Refusal) {
    let inForce = adjustments.filter { $0.isInForce(on: day) }
    try self.init(
      of: month, on: day, days: days, in: law, adding: inForce.compactMap(Addition.init))
  }
}

extension GrantLaw.Addition {
  /// `nil` when the adjustment is of fees, or changes nothing.
  fileprivate init?(_ adjustment: Adjustment) {
    guard case .grants(let paidBy) = adjustment.of, adjustment.factor.central != .one else {
      return nil
    }
    self.init(
      practices: adjustment.practices, factor: adjustment.factor.central,
      payer: paidBy.map { Account($0) },
      origin: Origin(
        name: "adjustments.\(adjustment.name)",
        rate: "what × \(adjustment.factor.central) adds to the grant",
        position: adjustment.factor.position, source: adjustment.factor.source.description))
  }
}
