import Foundation

/// What is believed about a number nobody knows exactly.
///
/// A point of a design lies in the unit cube; each of its coordinates is the share of the belief that
/// lies below, and ``quantile(_:)`` turns it into a value.
public indirect enum Distribution: Hashable, Sendable {
  /// Every value between two ends is equally likely.
  case uniform(low: Double, high: Double)
  /// Every factor is equally likely: the logarithm is uniform. Both ends are above zero.
  case logUniform(low: Double, high: Double)
  /// A density that rises in a straight line to the mode and falls in another.
  case triangular(low: Double, mode: Double, high: Double)
  /// A beta distribution that gives the mode four times the weight of an end.
  ///
  /// `a = 1 + 4(mode − low) ∕ (high − low)` and `b = 1 + 4(high − mode) ∕ (high − low)`.
  case pert(low: Double, mode: Double, high: Double)
  case normal(mean: Double, deviation: Double)
  /// The logarithm is normal; `deviation` is the standard deviation of the logarithm.
  case lognormal(median: Double, deviation: Double)
  /// A beta distribution, stretched from the unit interval to another.
  case beta(a: Double, b: Double, low: Double, high: Double)
  /// `mean = shape · scale`.
  case gamma(shape: Double, scale: Double)
  /// One of some values, each as likely as the others.
  case empirical([Double])
  /// A distribution that is known to lie between two limits; `nil` for no limit at that end.
  case truncated(Distribution, low: Double?, high: Double?)
}

extension Distribution {
  /// The mean, in the unit of the values. `nil` where no short formula gives it.
  public var mean: Double? {
    switch self {
    case .uniform(let low, let high): (low + high) / 2
    case .logUniform(let low, let high): (high - low) / log(high / low)
    case .triangular(let low, let mode, let high): (low + mode + high) / 3
    case .pert(let low, let mode, let high): (low + 4 * mode + high) / 6
    case .normal(let mean, _): mean
    case .lognormal(let median, let deviation): median * exp(deviation * deviation / 2)
    case .beta(let a, let b, let low, let high): low + (high - low) * a / (a + b)
    case .gamma(let shape, let scale): shape * scale
    case .empirical(let values): values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    case .truncated: nil
    }
  }
}
