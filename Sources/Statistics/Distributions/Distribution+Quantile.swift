import CGSL
import Foundation

extension Distribution {
  /// The value below which a share of the distribution lies.
  ///
  /// Where there is no end, the shares 0 and 1 are taken as 2⁻⁵³ and 1 − 2⁻⁵³. Of `empirical` values
  /// it is the one of nearest rank: the smallest that at least this share does not exceed.
  ///
  /// - Parameter share: From 0 to 1.
  /// - Returns: The value, in the unit of the distribution's parameters.
  /// - Precondition: ``fault`` is `nil`.
  public func quantile(_ share: Double) -> Double {
    precondition(share >= 0 && share <= 1, "a quantile is asked for with a share from 0 to 1")
    _ = errorsAreReturned
    let inside = min(max(share, 0x1p-53), 1 - 0x1p-53)
    switch self {
    case .uniform(let low, let high): return low * (1 - share) + high * share
    case .logUniform(let low, let high):
      if share == 1 { return high }
      return min(low * exp(log(high / low) * share), high)
    case .triangular(let low, let mode, let high):
      return triangle(low, mode, high, at: share)
    case .pert(let low, let mode, let high):
      let (a, b) = pertShapes(low, mode, high)
      return low + (high - low) * betaQuantile(share, a, b)
    case .normal(let mean, let deviation):
      return mean + deviation * gsl_cdf_ugaussian_Pinv(inside)
    case .lognormal(let median, let deviation):
      return median * exp(deviation * gsl_cdf_ugaussian_Pinv(inside))
    case .beta(let a, let b, let low, let high):
      return low + (high - low) * betaQuantile(share, a, b)
    case .gamma(let shape, let scale): return scale * gammaQuantile(inside, shape)
    case .empirical(let values):
      let rank = Int((share * Double(values.count)).rounded(.up))
      return values.sorted()[min(max(rank, 1), values.count) - 1]
    case .truncated(let whole, let low, let high):
      return truncatedQuantile(share, of: whole, low, high)
    }
  }

  /// The share of the distribution that lies at a value or below it.
  ///
  /// - Parameter value: In the unit of the distribution's parameters.
  /// - Returns: From 0 to 1.
  /// - Precondition: ``fault`` is `nil`.
  public func share(upTo value: Double) -> Double {
    _ = errorsAreReturned
    switch self {
    case .uniform(let low, let high):
      return unit((value - low) / (high - low))
    case .logUniform(let low, let high):
      return value <= low ? 0 : unit(log(value / low) / log(high / low))
    case .triangular(let low, let mode, let high):
      return triangleShare(low, mode, high, upTo: value)
    case .pert(let low, let mode, let high):
      let (a, b) = pertShapes(low, mode, high)
      return gsl_cdf_beta_P(unit((value - low) / (high - low)), a, b)
    case .normal(let mean, let deviation):
      return gsl_cdf_ugaussian_P((value - mean) / deviation)
    case .lognormal(let median, let deviation):
      return value <= 0 ? 0 : gsl_cdf_ugaussian_P(log(value / median) / deviation)
    case .beta(let a, let b, let low, let high):
      return gsl_cdf_beta_P(unit((value - low) / (high - low)), a, b)
    case .gamma(let shape, let scale): return gsl_cdf_gamma_P(max(value, 0) / scale, shape, 1)
    case .empirical(let values):
      return Double(values.count { $0 <= value }) / Double(values.count)
    case .truncated(let whole, let low, let high):
      let (below, mass) = whole.part(from: low, to: high)
      if let high, value >= high { return 1 }
      if let low, value < low { return 0 }
      return unit((whole.share(upTo: value) - below) / mass)
    }
  }

  /// What lies between two limits.
  ///
  /// - Parameters:
  ///   - low: The lower limit, itself included.
  ///   - high: The upper limit, itself included.
  /// - Returns: The share below the limits and the share between them.
  func part(from low: Double?, to high: Double?) -> (below: Double, mass: Double) {
    if case .empirical(let values) = self {
      let below = values.count { $0 < low ?? -.infinity }
      let above = values.count { $0 > high ?? .infinity }
      let count = Double(values.count)
      return (Double(below) / count, Double(values.count - below - above) / count)
    }
    let below = low.map { share(upTo: $0) } ?? 0
    return (below, (high.map { share(upTo: $0) } ?? 1) - below)
  }

  private func truncatedQuantile(
    _ share: Double, of whole: Distribution, _ low: Double?, _ high: Double?
  ) -> Double {
    let (least, most) = (low ?? -.infinity, high ?? .infinity)
    if case .empirical(let values) = whole {
      return Distribution.empirical(values.filter { least <= $0 && $0 <= most }).quantile(share)
    }
    let (below, mass) = whole.part(from: low, to: high)
    return min(max(whole.quantile(unit(below + share * mass)), least), most)
  }
}

private func unit(_ number: Double) -> Double { min(max(number, 0), 1) }

private func triangle(_ low: Double, _ mode: Double, _ high: Double, at share: Double) -> Double {
  let width = high - low
  if share * width < mode - low { return low + (share * width * (mode - low)).squareRoot() }
  return high - ((1 - share) * width * (high - mode)).squareRoot()
}

private func triangleShare(
  _ low: Double, _ mode: Double, _ high: Double, upTo value: Double
) -> Double {
  if value <= low { return 0 }
  if value >= high { return 1 }
  if value < mode { return (value - low) * (value - low) / ((high - low) * (mode - low)) }
  return 1 - (high - value) * (high - value) / ((high - low) * (high - mode))
}

private func pertShapes(_ low: Double, _ mode: Double, _ high: Double) -> (Double, Double) {
  (1 + 4 * (mode - low) / (high - low), 1 + 4 * (high - mode) / (high - low))
}

private func betaQuantile(_ share: Double, _ a: Double, _ b: Double) -> Double {
  if share <= 0 { return 0 }
  if share >= 1 { return 1 }
  return inverse(share, guess: gsl_cdf_beta_Pinv(share, a, b), upTo: 1) { gsl_cdf_beta_P($0, a, b) }
}

private func gammaQuantile(_ share: Double, _ shape: Double) -> Double {
  inverse(share, guess: gsl_cdf_gamma_Pinv(share, shape, 1), upTo: .greatestFiniteMagnitude) {
    gsl_cdf_gamma_P($0, shape, 1)
  }
}

/// GSL's inverses give no number, or a wrong one, for some shapes (a beta of 1 and 1000 at the share
/// 0.7): the guess is tried in the distribution function, and halving takes over where it fails.
///
/// - Parameters:
///   - share: What the distribution function shall be.
///   - guess: GSL's answer.
///   - most: The largest value.
///   - function: The distribution function, on values from 0.
/// - Returns: The value, to the last bit that the distribution function tells apart.
private func inverse(
  _ share: Double, guess: Double, upTo most: Double, of function: (Double) -> Double
) -> Double {
  if guess >= 0, guess <= most, abs(function(guess) - share) <= 1e-13 * share { return guess }
  // Positive numbers are in the order of their bits, so 64 steps suffice for any magnitude.
  var (below, above) = (UInt64(0), most.bitPattern)
  while above - below > 1 {
    let middle = below + (above - below) / 2
    if function(Double(bitPattern: middle)) < share { below = middle } else { above = middle }
  }
  return Double(bitPattern: above)
}
