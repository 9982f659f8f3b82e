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
  static let grammar = Grammar<[Named<Estimate>]>.names(
    of: Estimate.grammar(of: .number(in: 0...1_000_000_000_000))
  )

  /// The figures by line; a name that is none goes into the log.
  static func figures(_ named: [Named<Estimate>], _ log: inout FaultLog) -> [OfficialFigure]? {
    let figures = named.map { named in
      let line = AccountsLine(rawValue: named.name.value).flatMap { $0.isCount ? nil : $0 }
      if line == nil {
        let names = AccountsLine.allCases.filter { !$0.isCount }.map(\.rawValue)
        log.addUnknownName(named.name, among: names, in: "lines of the accounts")
      }
      return line.map { OfficialFigure(line: $0, amount: named.value) }
    }
    return figures.contains { $0 == nil } ? nil : figures.compactMap(\.self)
  }
}
