/// The bounds of a box while it is looked for.
struct BoxRegion: Sendable {
  /// The values kept, one range per dimension; infinite ends where there is no bound.
  var limits: [ClosedRange<Double>]
  /// The codes kept, `nil` where all are.
  var codes: [Set<Double>?]

  init(dimensions: Int) {
    limits = [ClosedRange<Double>](repeating: Self.everything, count: dimensions)
    codes = [Set<Double>?](repeating: nil, count: dimensions)
  }

  private static let everything = -Double.infinity...Double.infinity

  func holds(_ value: Double, in dimension: Int) -> Bool {
    limits[dimension].contains(value) && (codes[dimension]?.contains(value) ?? true)
  }

  func isBounded(in dimension: Int) -> Bool {
    limits[dimension] != Self.everything || codes[dimension] != nil
  }

  var boundedDimensions: [Int] { limits.indices.filter(isBounded) }

  /// The region without the bounds of a dimension.
  func freed(_ dimension: Int) -> BoxRegion {
    var region = self
    region.limits[dimension] = Self.everything
    region.codes[dimension] = nil
    return region
  }

  /// The regions without one bound of a dimension: its lower, its upper, or all its codes.
  func loosened(_ dimension: Int) -> [BoxRegion] {
    let range = limits[dimension]
    guard range.lowerBound > -.infinity, range.upperBound < .infinity else {
      return [freed(dimension)]
    }
    return [-.infinity...range.upperBound, range.lowerBound...(.infinity)].map {
      var region = self
      region.limits[dimension] = $0
      return region
    }
  }
}
