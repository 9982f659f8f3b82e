import Diagnostics
import Ledger
import RateBooks
import Rules
import Scenarios
public import Units

/// Spending of a year beside the economic frame, and what is taken back through later fees.
///
/// ```
/// spending  = the plan's own year, per person on a list by need for service fees, × fee factor
/// claw-back = spending − frame × (1 + tolerance), not below 0
/// fee factor of the next year = 1 − claw-back / the next year's service fees
/// ```
///
/// - Unit: øre a year.
/// - Source: the agreement on the economic frame as reported for 2023 (0.6 percent may be passed).
public struct FrameYear: Sendable {
  public var year: Int
  public var frame: Money
  /// What fees are multiplied by to repay the year before.
  public var feeFactor: Ratio
  public var serviceFees: Money
  /// Base fees and what is not paid each time.
  public var otherPayments: Money
  public var clawBack: Money

  public var spending: Money { serviceFees + otherPayments }

  /// - Parameters:
  ///   - plan: With the frame and the law of its tolerance.
  ///   - ledger: What is paid in the plan's own year, at whole fees.
  ///   - path: The country, year by year.
  /// - Returns: One per year of the path; none where the frame is not published.
  static func years(
    of plan: CapacityScenario, paid ledger: Ledger, along path: [PathYear]
  ) -> [FrameYear] {
    guard let setting = plan.money?.frame, var frame = setting.amount.estimate?.money,
      let tolerance = plan.law.limit(.frameTolerance, on: setting.asOf.value),
      let first = path.first
    else { return [] }
    let start = (
      fees: ledger.total { $0.line == .serviceFee }, other: ledger.total { $0.line != .serviceFee }
    )
    var years: [FrameYear] = []
    var owed = Money.zero
    for year in path {
      let needs = Ratio(year.listedNeed, over: max(1, first.listedNeed))
      let persons = Ratio(year.listed, over: max(1, first.listed))
      let fees = start.fees.scaled(by: needs)
      let factor =
        fees > .zero ? EconomicFrame.feeFactor(clawBack: owed, expectedFees: fees) : .one
      var result = FrameYear(
        year: year.year, frame: frame, feeFactor: factor, serviceFees: fees.scaled(by: factor),
        otherPayments: start.other.scaled(by: persons), clawBack: .zero)
      result.clawBack = EconomicFrame.clawBack(
        frame: frame, spending: result.spending, tolerance: tolerance)
      years.append(result)
      owed = result.clawBack
      frame = frame.scaled(by: .one + setting.growth.central)
    }
    return years
  }
}
