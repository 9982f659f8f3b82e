import CGSL

/// A distribution known only from how many cases fall in each class, such as list lengths.
///
/// Between the class limits the cumulative share is a monotone cubic (Steffen 1990), so it passes
/// through every published count and never runs backwards.
public struct GroupedDistribution: Sendable {
  /// Class limits, rising: one more than there are classes. Unit of the variable.
  public let limits: [Double]
  /// The share of all cases below each limit, from 0 to 1.
  public let cumulative: [Double]

  /// - Parameters:
  ///   - limits: Rising; one more than the counts.
  ///   - counts: Cases per class; every class has at least one.
  /// - Precondition: As said above.
  public init(limits: [Double], counts: [Int]) {
    precondition(limits.count == counts.count + 1, "one limit more than classes")
    precondition(zip(limits, limits.dropFirst()).allSatisfy(<), "limits rise")
    precondition(counts.allSatisfy { $0 > 0 }, "an empty class has no quantiles")
    let total = Double(counts.reduce(0, +))
    var below = 0
    self.limits = limits
    cumulative =
      [0]
      + counts.map { count in
        below += count
        return Double(below) / total
      }
  }

  /// The values below which the given shares of cases lie.
  ///
  /// - Parameter shares: Each from 0 to 1, dimensionless.
  /// - Returns: One value per share, in the same order. Unit of the variable.
  /// - Throws: ``NumericalError`` when GSL refuses the interpolation.
  public func quantiles(at shares: [Double]) throws(NumericalError) -> [Double] {
    _ = errorsAreReturned
    // Steffen's curve needs three points. Through two there is only a line.
    let curve = limits.count > 2 ? cgsl_interp_steffen() : cgsl_interp_linear()
    guard let spline = gsl_interp_alloc(curve, limits.count) else {
      throw .gsl(Int32(GSL_ENOMEM))
    }
    defer { gsl_interp_free(spline) }
    // Steffen's curve is monotone, so interpolating the limits over the shares is its inverse in
    // all but the bend inside a class, and needs no root per quantile.
    let status = gsl_interp_init(spline, cumulative, limits, limits.count)
    guard status == Int32(GSL_SUCCESS) else { throw .gsl(status) }
    var values: [Double] = []
    for share in shares {
      var value = 0.0
      let status = gsl_interp_eval_e(
        spline, cumulative, limits, min(max(share, 0), 1), nil, &value)
      guard status == Int32(GSL_SUCCESS) else { throw .gsl(status) }
      values.append(value)
    }
    return values
  }
}
