import CGSL

/// Why a numerical method gave no answer.
public enum NumericalError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The function has the same sign at both ends, so no crossing is known to lie between them.
  case notBracketed(ClosedRange<Double>)
  case notConverged(iterations: Int, lastInterval: ClosedRange<Double>)
  /// No distribution of the asked kind in the range has this mean.
  case meanOutOfReach(Double, in: ClosedRange<Double>)
  /// No gamma distribution of this shape can be computed with.
  case shapeOutOfReach(Double)
  /// A Sobol' sequence has no such number of dimensions.
  case dimensionsOutOfReach(Int, most: Int)
  /// What should be a matrix of correlations is not square, not symmetric, not one on its diagonal or
  /// not between −1 and 1 elsewhere.
  case notCorrelations
  /// No numbers can be correlated like this all at once.
  case impossibleCorrelations
  case gsl(code: Int32, message: String)

  public var description: String {
    switch self {
    case .notBracketed(let range):
      "no sign change in \(range); widen the interval or check the target"
    case .notConverged(let iterations, let interval):
      "no root after \(iterations) iterations; the last interval was \(interval)"
    case .meanOutOfReach(let mean, let range):
      "no such values between \(short(range.lowerBound)) and \(short(range.upperBound)) "
        + "have the mean \(short(mean))"
    case .shapeOutOfReach(let shape):
      "a gamma distribution of shape \(short(shape)) is out of reach; it takes 0.01 to 1000"
    case .dimensionsOutOfReach(let dimensions, let most):
      "\(dimensions) dimensions are out of reach of a Sobol' sequence here; it takes 1 to \(most)"
    case .notCorrelations:
      "correlations form a square, symmetric table with ones on its diagonal and numbers from -1 to 1"
    case .impossibleCorrelations:
      "the correlations contradict each other; bring the largest nearer to zero"
    case .gsl(let code, let message):
      "GSL: \(message) (code \(code))"
    }
  }

  static func gsl(_ status: Int32) -> NumericalError {
    .gsl(code: status, message: String(cString: gsl_strerror(status)))
  }
}

/// GSL aborts the process on an error until told otherwise. Evaluated once, before the first call.
let errorsAreReturned: Void = { _ = gsl_set_error_handler_off() }()

/// Four decimals are enough for a message.
private func short(_ number: Double) -> Double { (number * 10_000).rounded() / 10_000 }
