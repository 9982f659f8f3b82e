/// An estimate and the limits it probably lies between.
public struct Interval: Hashable, Sendable {
  public let value: Double
  public let low: Double
  public let high: Double

  public init(value: Double, low: Double, high: Double) {
    (self.value, self.low, self.high) = (value, low, high)
  }

  /// The limits that leave out the same share of resampled estimates on both sides.
  ///
  /// - Parameters:
  ///   - value: The estimate from all cases.
  ///   - resampled: The estimates of a bootstrap; none gives limits equal to the value.
  ///   - confidence: The share of them between the limits.
  init(value: Double, resampled: [Double], confidence: Double) {
    guard !resampled.isEmpty else {
      self.init(value: value, low: value, high: value)
      return
    }
    let summary = Summary(of: resampled)
    let outside = (1 - confidence) / 2
    self.init(value: value, low: summary.quantile(outside), high: summary.quantile(1 - outside))
  }
}
