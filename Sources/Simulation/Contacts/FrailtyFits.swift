import Statistics

/// Frailties by what they were fitted to, so that a year does not fit again what another year has.
///
/// A fit takes milliseconds, and years of a sweep mostly share the table they are fitted to.
struct FrailtyFits: Sendable {
  private var fitted: [Inputs: Frailty] = [:]

  private enum Inputs: Hashable {
    case shape(Double)
    case share(Double, means: [Double], weights: [Double])
  }

  /// As ``Statistics/Frailty/init(shape:)``.
  mutating func frailty(shape: Double) throws(NumericalError) -> Frailty {
    if let known = fitted[.shape(shape)] { return known }
    let frailty = try Frailty(shape: shape)
    fitted[.shape(shape)] = frailty
    return frailty
  }

  /// As ``Statistics/Frailty/init(shareWithAny:means:weights:)``.
  mutating func frailty(
    shareWithAny share: Double, means: [Double], weights: [Double]
  ) throws(NumericalError) -> Frailty {
    let inputs = Inputs.share(share, means: means, weights: weights)
    if let known = fitted[inputs] { return known }
    let frailty = try Frailty(shareWithAny: share, means: means, weights: weights)
    fitted[inputs] = frailty
    return frailty
  }
}
