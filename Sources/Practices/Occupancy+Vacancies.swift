public import Diagnostics
import Statistics
import Units

extension Occupancy {
  /// No list has a larger share of free places than this.
  private static let mostVacant = Ratio(9, over: 10)

  /// Refuses figures that contradict each other: no lists have them, in whatever municipality.
  ///
  /// - Throws: ``Refusal`` naming the figures.
  public func check() throws(Refusal) {
    try checkEnds()
    do throws(NumericalError) {
      _ = try vacancies(count: 1)
    } catch {
      throw Refusal(
        "no lists fit the published occupancy: among the shares of free places of lists that are not "
          + "nearly full, \(error)",
        help:
          "check 'mean', 'full-share', 'nearly-full-share' and 'nearly-full-from': the mean must lie "
          + "between what the shares allow")
    }
  }

  /// Refuses figures for which there is no distribution to solve for.
  ///
  /// - Throws: ``Refusal`` naming the figure.
  func checkEnds() throws(Refusal) {
    guard nearlyFullShare < .one else {
      let lowest = fullShare + (.one - fullShare) * nearlyFullFrom
      guard mean >= lowest else {
        throw Refusal(
          "the mean occupancy is \(mean); lists that are all nearly full have \(lowest) or more",
          help: "check 'mean', 'nearly-full-share' and 'nearly-full-from'")
      }
      return
    }
    let emptiest = .one - Self.mostVacant
    guard nearlyFullFrom > emptiest else {
      throw Refusal(
        "'nearly-full-from' is \(nearlyFullFrom); no list is made emptier than \(emptiest)",
        help: "write the occupancy from which a list is nearly full, for example 0.995")
    }
  }

  /// The share of free places of each of `count` lists, smallest first.
  ///
  /// Lists without a free place have 0. Nearly full ones lie evenly between 0 and the limit. The
  /// rest follow a truncated exponential whose mean brings the mean of all lists to ``mean``.
  ///
  /// - Parameter count: The number of lists; one or more.
  /// - Returns: Free places over cap, from 0 to below 1, one per list.
  /// - Throws: ``NumericalError`` when no distribution has these shares and this mean.
  func vacancies(count: Int) throws(NumericalError) -> [Double] {
    let full = (fullShare * Ratio(count)).rounded
    let nearly = max(0, (nearlyFullShare * Ratio(count)).rounded - full)
    let rest = max(0, count - full - nearly)
    let limit = 1 - nearlyFullFrom.double
    let small = (0..<nearly).map { limit * (Double($0) + 0.5) / Double(nearly) }
    let zeros = Array(repeating: 0.0, count: full)
    let restShare = 1 - nearlyFullShare.double
    guard restShare > 0 else { return zeros + small }

    // Solved on the published shares and not on the rounded counts, so that small municipalities
    // have the same lists as large ones, and contradictory shares are refused in all of them.
    let nearlyOnly = nearlyFullShare.double - fullShare.double
    let restMean = (1 - mean.double - nearlyOnly * limit / 2) / restShare
    let spread = try TruncatedExponential(range: limit...Self.mostVacant.double, mean: restMean)
    return zeros + small + (0..<rest).map { spread.quantile(at: (Double($0) + 0.5) / Double(rest)) }
  }
}
