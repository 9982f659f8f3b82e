import CGSL
import Foundation

/// How unequally persons use a service: a gamma distribution with mean 1, cut into equally likely
/// ranks, each with the mean of its persons.
///
/// ```
/// value of rank i = n × ∫ x f(x) dx between the quantiles i/n and (i+1)/n
/// ```
///
/// The mean over ranks is exactly 1 up to rounding; the spread inside a rank is lost, which for 256
/// ranks takes less than one per cent off the variance at the shapes of general practice.
public struct Frailty: Hashable, Sendable {
  /// The ranks a person may have.
  public static let ranks = 256

  /// The gamma distribution's shape; the smaller, the more unequal. Dimensionless.
  public let shape: Double
  /// The relative use of each rank, rising, with mean 1.
  public let values: [Double]

  /// - Parameter shape: Greater than zero.
  /// - Throws: ``NumericalError`` when GSL finds no quantiles for the shape.
  public init(shape: Double) throws(NumericalError) {
    _ = errorsAreReturned
    guard shape.isFinite, shape >= 0.01, shape <= 1_000 else { throw .shapeOutOfReach(shape) }
    self.shape = shape
    let n = Double(Self.ranks)
    // E[X; X ≤ q] of a gamma variable with mean 1 is the distribution function of shape + 1 at q.
    var below = 0.0
    values = (1...Self.ranks).map { rank in
      let reached =
        rank == Self.ranks
        ? 1
        : gsl_cdf_gamma_P(
          gsl_cdf_gamma_Pinv(Double(rank) / n, shape, 1 / shape), shape + 1, 1 / shape)
      defer { below = reached }
      return max(0, reached - below) * n
    }
    guard values.allSatisfy(\.isFinite) else { throw .shapeOutOfReach(shape) }
  }

  /// The frailty with which a given share of persons has at least one event; nearly equal persons
  /// (shape 1,000) where even those have fewer with none.
  ///
  /// - Parameters:
  ///   - share: The share with one or more; strictly between 0 and 1.
  ///   - means: Mean events of each kind of person, greater than zero.
  ///   - weights: Persons of each kind.
  /// - Throws: ``NumericalError`` when no shape gives so few with an event.
  public init(
    shareWithAny share: Double, means: [Double], weights: [Double]
  ) throws(NumericalError) {
    let all = weights.reduce(0, +)
    // Of the ranks themselves, so that what is drawn has the share and not only its ideal.
    func excess(_ logShape: Double) -> Double {
      guard let frailty = try? Frailty(shape: exp(logShape)) else { return .nan }
      var none = 0.0
      for (mean, weight) in zip(means, weights) {
        let average = frailty.values.reduce(0) { $0 + exp(-mean * $1) } / Double(Self.ranks)
        none += weight * average
      }
      return (1 - none / all) - share
    }
    let (least, most) = (log(0.02), log(1_000.0))
    if excess(most) < 0 {
      self = try Frailty(shape: 1_000)
    } else {
      self = try Frailty(shape: exp(root(in: least...most, tolerance: 1e-6, of: excess)))
    }
  }
}
