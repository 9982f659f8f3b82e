import Diagnostics
import Documents
import Units

/// A line of the year's accounts, in the currency of the rate book.
public struct OfficialFigure: Sendable {
  public var line: AccountsLine
  public var amount: Estimate
}

/// The lines of the accounts of general practice, and the counts beside them.
public enum AccountsLine: String, CaseIterable, Sendable {
  case baseGrant = "base-grant"
  case breakPointSupplement = "break-point-supplement"
  case startUpGrant = "start-up-grant"
  /// Base grant, break-point supplement and start-up grant together.
  case baseAndStartUpGrant = "base-and-start-up-grant"
  case equalisationGrant = "equalisation-grant"
  case feeRefund = "fee-refund"
  case ceilingCopay = "ceiling-copay"
  case exemptCopay = "exempt-copay"
  case certificates
  case patientCopay = "patient-copay"
  case patientPayment = "patient-payment"
  case total
  /// Refunds and copay of the out-of-hours service.
  case outOfHours = "out-of-hours"
  case consultations
  case simpleContacts = "simple-contacts"
  case outOfHoursContacts = "out-of-hours-contacts"

  /// Whether the line counts contacts and not money.
  public var isCount: Bool {
    switch self {
    case .consultations, .simpleContacts, .outOfHoursContacts: true
    default: false
    }
  }
}

extension OfficialFigure {
  /// A line of the accounts by its name; a name that is none goes into the log.
  init?(_ named: Located<String>, _ amount: Estimate, _ log: inout FaultLog) {
    guard let line = AccountsLine(rawValue: named.value), !line.isCount else {
      let names = AccountsLine.allCases.filter { !$0.isCount }.map(\.rawValue)
      log.addUnknownName(named, among: names, in: "lines of the accounts")
      return nil
    }
    (self.line, self.amount) = (line, amount)
  }
}
