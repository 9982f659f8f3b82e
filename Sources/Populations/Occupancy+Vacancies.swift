import Diagnostics
import Statistics
import Units

extension Occupancy {
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
    let rest = count - full - nearly
    let limit = 1 - nearlyFullFrom.double
    let small = (0..<nearly).map { limit * (Double($0) + 0.5) / Double(nearly) }
    let zeros = Array(repeating: 0.0, count: full)
    guard rest > 0 else { return zeros + small }

    // Solved on the published shares and not on the rounded counts, so that small municipalities
    // have the same lists as large ones.
    let restShare = 1 - nearlyFullShare.double
    let nearlyOnly = nearlyFullShare.double - fullShare.double
    let restMean = (1 - mean.double - nearlyOnly * limit / 2) / max(restShare, 1e-9)
    let spread = try TruncatedExponential(range: limit...0.9, mean: restMean)
    return zeros + small + (0..<rest).map { spread.quantile(at: (Double($0) + 0.5) / Double(rest)) }
  }
}
