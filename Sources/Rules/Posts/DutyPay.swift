public import Units

/// Fixed pay for a share of the duty out of hours, and what becomes of the fees on that duty.
///
/// ```
/// pay = pay per hour × hours × share on fixed pay × (1 + social costs)
/// ```
///
/// - Unit: øre per country and year, rounded once, halves away from zero.
/// - Source: the amounts are the scenario's. That fees fall to the municipality where it pays by the
///   hour is the agreement of Norwegian municipalities and doctors on night duty.
public struct DutyPay: Hashable, Sendable {
  /// Who has the fees of contacts on duty that is paid by the hour.
  public enum FeesTo: String, CaseIterable, Sendable {
    /// They are claimed as before and passed on to the municipality.
    case municipality
    /// They are not claimed: neither state nor patient pays them.
    case nobody
  }

  /// The share of duty on fixed pay, and so of the fees. 0 to 1.
  public let fixedShare: Ratio
  /// Hours doctors are on duty, in the country and the year.
  public let hours: Ratio
  public let payPerHour: Money
  /// On top of pay, as a share of it.
  public let socialCosts: Ratio
  public let feesTo: FeesTo

  public init(
    fixedShare: Ratio, hours: Ratio, payPerHour: Money, socialCosts: Ratio, feesTo: FeesTo
  ) {
    (self.fixedShare, self.hours, self.payPerHour) = (fixedShare, hours, payPerHour)
    (self.socialCosts, self.feesTo) = (socialCosts, feesTo)
  }

  /// What fixed pay costs, social costs included.
  public var annualPay: Money {
    payPerHour.scaled(by: hours * fixedShare * (.one + socialCosts))
  }

  /// What is passed on to the municipality of the fees of all duty.
  ///
  /// - Parameter fees: Of the country and the year, whoever pays them.
  /// - Returns: The fees of the fixed share, rounded to the øre; nothing when nobody claims them.
  public func passedOn(of fees: Money) -> Money {
    feesTo == .municipality ? fees.scaled(by: fixedShare) : .zero
  }

  /// What is still claimed of each of several parts of one payment, such as a refund by list.
  ///
  /// The fixed share is taken off their sum and rounded once; what is left is shared out in
  /// proportion to the parts, so no øre is made or lost and no part grows.
  ///
  /// - Parameter parts: What each would have been with all fees claimed.
  /// - Precondition: No part is negative.
  /// - Returns: As many parts, in the same order.
  public func claimed(of parts: [Money]) -> [Money] {
    let all = parts.reduce(.zero, +)
    guard feesTo == .nobody, all > .zero else { return parts }
    return (all - all.scaled(by: fixedShare)).split(by: parts.map(\.ore))
  }
}

extension DutyPay {
  public static var workedExamples: [WorkedExample] {
    func duty(_ share: Ratio, _ feesTo: FeesTo = .municipality) -> DutyPay {
      DutyPay(
        fixedShare: share, hours: Ratio(10), payPerHour: .kroner(100),
        socialCosts: Ratio(1, over: 4), feesTo: feesTo)
    }
    let half = Ratio(1, over: 2)
    func claimed(_ share: Ratio, _ feesTo: FeesTo) -> Money {
      duty(share, feesTo).claimed(of: [.kroner(3), .kroner(1)])[0]
    }
    return [
      WorkedExample("no duty on fixed pay", duty(.zero).annualPay, is: .zero),
      WorkedExample("half of it", duty(half).annualPay, is: .kroner(625)),
      WorkedExample("all of it", duty(.one).annualPay, is: .kroner(1_250)),
      WorkedExample("fees passed on", duty(half).passedOn(of: Money(ore: 5)), is: Money(ore: 3)),
      WorkedExample("fees nobody claims", duty(half, .nobody).passedOn(of: .kroner(5)), is: .zero),
      WorkedExample("all is claimed for others", claimed(half, .municipality), is: .kroner(3)),
      WorkedExample("half is claimed", claimed(half, .nobody), is: Money(ore: 150)),
      WorkedExample("nothing is claimed", claimed(.one, .nobody), is: .zero),
    ]
  }
}
