import Ledger
import Rules
import Scenarios
import Units

/// Step: fixed pay for duty out of hours, and what becomes of the fees on that duty.
///
/// Contacts are priced with all fees claimed. Copay nobody claims is taken off afterwards, so who
/// reaches the ceiling, and what the state pays above it for other contacts, is as before.
struct OutOfHoursStep {
  private let setting: OutOfHoursPay

  init(_ setting: OutOfHoursPay) {
    self.setting = setting
  }

  /// The contacts out of hours of all lists, without the fees nobody claims.
  ///
  /// - Parameter contacts: By list; each lane of money is shared out apart.
  /// - Returns: The same contacts, with no lane above what it was.
  func claimed(_ contacts: [PaymentVector]) -> [PaymentVector] {
    var claimed = contacts
    for (lane, _, _) in PaymentVector.postings {
      let parts = setting.rule.claimed(of: contacts.map { Money(ore: $0[lane]) })
      for (place, part) in parts.enumerated() { claimed[place][lane] = part.ore }
    }
    return claimed
  }

  /// Posts pay, and passes the fees on where they go to the municipality.
  ///
  /// - Parameters:
  ///   - fees: What contacts out of hours are paid with all fees claimed, by municipality.
  ///   - booking: Shares pay among municipalities.
  ///   - ledger: Where the payments are written down.
  func post(fees: [Money], booking: MunicipalBooking, to ledger: inout Ledger) {
    let rule = setting.rule
    booking.post(
      rule.annualPay, from: .municipality, to: .outOfHours, on: .dutyPay,
      because: setting.payPerHour, in: &ledger)
    MunicipalBooking(weights: fees.map(\.ore)).post(
      rule.passedOn(of: fees.reduce(.zero, +)), from: .outOfHours, to: .municipality,
      on: .dutyFees, because: setting.fixedShare, in: &ledger)
  }
}
