import CGSL

/// Spearman's rank correlation: how nearly one number rises or falls whenever another does.
///
/// Equal values share the mean of their ranks.
///
/// - Parameters:
///   - a: One value per case.
///   - b: One value per case, in the same order.
/// - Returns: From −1 to 1, without unit. 0 when either is the same in all cases.
public func rankCorrelation(_ a: [Double], _ b: [Double]) -> Double {
  precondition(a.count == b.count, "a case has a value of both kinds")
  guard a.count > 1 else { return 0 }
  _ = errorsAreReturned
  var ranks = [Double](repeating: 0, count: 2 * a.count)
  let value = gsl_stats_spearman(a, 1, b, 1, a.count, &ranks)
  return value.isNaN ? 0 : min(max(value, -1), 1)
}
