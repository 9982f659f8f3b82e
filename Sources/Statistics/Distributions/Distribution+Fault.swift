extension Distribution {
  /// Shapes GSL's distribution functions are exact for.
  private static let betaShapes = 0.1...1_000
  private static let gammaShapes = 0.1...10_000
  /// Less of a distribution than this is no belief anybody holds.
  private static let leastMass = 1e-6

  /// What is wrong with the parameters, in one sentence without a full stop. `nil` when they are sound.
  public var fault: String? {
    if let odd = parameters.first(where: { !$0.isFinite }) {
      return "\(odd) is not a finite number"
    }
    switch self {
    case .uniform(let low, let high): return order(low, high)
    case .logUniform(let low, let high):
      return low > 0 ? order(low, high) : "the low end \(low) is not above zero"
    case .triangular(let low, let mode, let high), .pert(let low, let mode, let high):
      return order(low, high) ?? isInside(mode, low, high)
    case .normal(_, let deviation): return isPositive("deviation", deviation)
    case .lognormal(let median, let deviation):
      return isPositive("median", median) ?? isPositive("deviation", deviation)
    case .beta(let a, let b, let low, let high):
      return isShape("shape a", a, Self.betaShapes) ?? isShape("shape b", b, Self.betaShapes)
        ?? order(low, high)
    case .gamma(let shape, let scale):
      return isShape("shape", shape, Self.gammaShapes) ?? isPositive("scale", scale)
    case .empirical(let values): return values.isEmpty ? "there are no values" : nil
    case .truncated(let whole, let low, let high):
      return whole.fault ?? limits(low, high, of: whole)
    }
  }

  private var parameters: [Double] {
    switch self {
    case .uniform(let low, let high), .logUniform(let low, let high): [low, high]
    case .triangular(let low, let mode, let high), .pert(let low, let mode, let high):
      [low, mode, high]
    case .normal(let middle, let deviation), .lognormal(let middle, let deviation):
      [middle, deviation]
    case .beta(let a, let b, let low, let high): [a, b, low, high]
    case .gamma(let shape, let scale): [shape, scale]
    case .empirical(let values): values
    case .truncated(_, let low, let high): [low, high].compactMap { $0 }
    }
  }

  private func limits(_ low: Double?, _ high: Double?, of whole: Distribution) -> String? {
    if let low, let high, let fault = order(low, high) { return fault }
    guard whole.part(from: low, to: high).mass < Self.leastMass else { return nil }
    return "the limits leave less than one part in a million of the distribution"
  }
}

private func order(_ low: Double, _ high: Double) -> String? {
  if low >= high { return "the low end \(low) is not below the high end \(high)" }
  return (high - low).isFinite ? nil : "the ends \(low) and \(high) lie too far apart"
}

private func isInside(_ mode: Double, _ low: Double, _ high: Double) -> String? {
  mode >= low && mode <= high ? nil : "the mode \(mode) does not lie between \(low) and \(high)"
}

private func isPositive(_ name: String, _ value: Double) -> String? {
  value > 0 ? nil : "the \(name) \(value) is not above zero"
}

private func isShape(_ name: String, _ value: Double, _ range: ClosedRange<Double>) -> String? {
  range.contains(value)
    ? nil : "the \(name) \(value) does not lie between \(range.lowerBound) and \(range.upperBound)"
}
