import Ledger
public import Scenarios
public import Simulation
public import Units

/// A nation's year by the lines of the official accounts.
public struct AccountsFigures: Sendable {
  public let run: NationalRun
  /// Why the year is not held against the accounts; `nil` where it is.
  public let other: OfficialAccounts.Other?
  private let byLine: [AccountLine: Money]
  private let outOfHours: Money

  public init(_ run: NationalRun) {
    self.run = run
    other = run.otherAccounts
    var byLine: [AccountLine: Money] = [:]
    var outOfHours = Money.zero
    for posting in run.ledger.postings where !posting.line.isBesideAccounts {
      if posting.payee == .practice {
        byLine[posting.line, default: .zero] += posting.amount
      } else if posting.payee == .outOfHours {
        outOfHours += posting.amount
      }
    }
    (self.byLine, self.outOfHours) = (byLine, outOfHours)
  }

  /// What the year came to on a line: kroner, or contacts.
  ///
  /// The total is of the lines of the GP scheme; the out-of-hours service is not among them.
  public func value(of line: AccountsLine) -> Ratio {
    switch line {
    case .consultations: Ratio(run.sums(of: .consultation).contacts)
    case .simpleContacts: Ratio(run.sums(of: .simpleContact).contacts)
    case .outOfHoursContacts: Ratio(run.sums(of: .outOfHours).contacts)
    default: Ratio(money(on: line).ore, over: 100)
    }
  }

  /// - Precondition: The line is one of money.
  public func money(on line: AccountsLine) -> Money {
    func sum(_ lines: AccountLine...) -> Money {
      lines.reduce(.zero) { $0 + (byLine[$1] ?? .zero) }
    }
    return switch line {
    case .baseGrant: sum(.baseGrant)
    case .breakPointSupplement: sum(.breakPointSupplement)
    case .startUpGrant: sum(.startUpGrant)
    case .baseAndStartUpGrant: sum(.baseGrant, .breakPointSupplement, .startUpGrant)
    case .equalisationGrant: sum(.equalisationGrant)
    case .feeRefund: sum(.feeRefund)
    case .ceilingCopay: sum(.ceilingCopay)
    case .exemptCopay: sum(.exemptCopay)
    case .certificates: sum(.certificates)
    case .patientCopay: sum(.copay, .uninsuredFee)
    case .patientPayment: sum(.patientPayment)
    case .total: byLine.values.reduce(.zero, +)
    case .outOfHours: outOfHours
    case .consultations, .simpleContacts, .outOfHoursContacts:
      preconditionFailure("'\(line.rawValue)' counts contacts")
    }
  }

  /// What the accounts say; `nil` where nobody published it, and where they are of another year or
  /// other persons.
  public func official(_ line: AccountsLine) -> Estimate? {
    other == nil ? stated(line) : nil
  }

  private func stated(_ line: AccountsLine) -> Estimate? {
    run.scenario.official.first { $0.line == line }?.amount
  }

  /// The target a free number is fitted to: the accounts, or the counts of the contact types. Whether
  /// they are of the same year and persons is told by ``other``.
  public func target(of line: AccountsLine) -> Ratio? { run.scenario.target(of: line) }
}
