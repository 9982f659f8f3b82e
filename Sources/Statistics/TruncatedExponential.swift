import CGSL

/// An exponential distribution cut off at an upper end, chosen by its mean.
///
/// Used for what is small for most and large for few, such as the share of free places on lists
/// that are not full.
public struct TruncatedExponential: Sendable {
  /// The interval the values lie in. Unit of the variable.
  public let range: ClosedRange<Double>
  /// The mean of the exponential before it is cut off, above the lower end.
  let scale: Double

  /// - Parameters:
  ///   - range: Where the values lie.
  ///   - mean: The mean after the cut, between the lower end and the middle of `range`.
  /// - Throws: ``NumericalError`` when no such distribution has that mean.
  public init(range: ClosedRange<Double>, mean: Double) throws(NumericalError) {
    let width = range.upperBound - range.lowerBound
    let wanted = mean - range.lowerBound
    do {
      let scale = try root(in: (width * 1e-3)...(width * 1e3), tolerance: width * 1e-9) { scale in
        // Mean of an exponential with this scale, cut at `width`.
        let tail = gsl_cdf_exponential_Q(width, scale)
        return scale - width * tail / (1 - tail) - wanted
      }
      (self.range, self.scale) = (range, scale)
    } catch .notBracketed {
      throw .meanOutOfReach(mean, in: range)
    }
  }

  /// The value below which the given share of cases lies.
  ///
  /// - Parameter share: From 0 to 1, dimensionless.
  /// - Returns: A value inside ``range``.
  public func quantile(at share: Double) -> Double {
    let whole = gsl_cdf_exponential_P(range.upperBound - range.lowerBound, scale)
    let above = gsl_cdf_exponential_Pinv(min(max(share, 0), 1) * whole, scale)
    // A scale far below the width rounds the whole up to one, whose quantile is infinite.
    return min(range.lowerBound + above, range.upperBound)
  }
}
