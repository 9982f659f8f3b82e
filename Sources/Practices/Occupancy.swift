public import Units

/// How full lists are, as official statistics publish it.
public struct Occupancy: Hashable, Sendable {
  /// Mean of list length over list cap, dimensionless.
  public var mean: Ratio
  /// The share of lists without a free place.
  public var fullShare: Ratio
  /// The share of lists filled at least to ``nearlyFullFrom``, the full ones included.
  public var nearlyFullShare: Ratio
  /// List length over list cap from which a list counts as nearly full, for example 0.995.
  public var nearlyFullFrom: Ratio

  public init(mean: Ratio, fullShare: Ratio, nearlyFullShare: Ratio, nearlyFullFrom: Ratio) {
    (self.mean, self.fullShare) = (mean, fullShare)
    (self.nearlyFullShare, self.nearlyFullFrom) = (nearlyFullShare, nearlyFullFrom)
  }
}
