/// A part of the space of uncertain factors, bounded in some of them.
public struct Box: Hashable, Sendable {
  /// One per dimension: the values inside, `nil` where all are. An end that is infinite bounds nothing.
  public let limits: [ClosedRange<Double>?]
  /// One per dimension: the codes inside, `nil` where all are and where values are no codes.
  public let codes: [Set<Double>?]
  /// The share of all cases of interest that lie inside.
  public let coverage: Double
  /// The share of the cases inside that are of interest.
  public let density: Double
  /// The share of all cases that lie inside.
  public let mass: Double
  /// One per dimension: how likely so many cases of interest inside would be, had the dimension's
  /// bounds nothing to do with it (a binomial tail; Bryant and Lempert, 2010). `nil` where there are no
  /// bounds. The bounds were chosen to make it small, so it overstates the evidence.
  public let chances: [Double?]

  /// The dimensions that are bounded.
  public var restricted: [Int] {
    limits.indices.filter { limits[$0] != nil || codes[$0] != nil }
  }

  /// Whether a point lies inside.
  ///
  /// - Parameter point: One coordinate per dimension.
  /// - Returns: Whether all bounds hold.
  public func contains(_ point: [Double]) -> Bool {
    limits.indices.allSatisfy { dimension in
      (limits[dimension]?.contains(point[dimension]) ?? true)
        && (codes[dimension]?.contains(point[dimension]) ?? true)
    }
  }

  /// Twice the product of coverage and density over their sum: high when both are. (F₁.)
  var balance: Double {
    coverage + density > 0 ? 2 * coverage * density / (coverage + density) : 0
  }
}
