/// Points of the unit cube of which each dimension has exactly one in every stratum.
///
/// Strata are as many as points and equally wide. Which stratum of one dimension meets which of
/// another is drawn, and so is the place inside. (McKay, Beckman and Conover, 1979.) The number of
/// points is part of the design: a larger one is another design.
public struct LatinHypercube: Hashable, Sendable {
  public let points: Int
  public let dimensions: Int
  private let stream: DesignStream
  /// For every dimension the stratum of every point.
  private let strata: [[Int]]

  /// - Parameters:
  ///   - points: How many, up to 2²⁴.
  ///   - dimensions: The number of coordinates of a point.
  ///   - seed: Another seed gives an unrelated design.
  public init(points: Int, dimensions: Int, seed: UInt64) {
    precondition(points > 0 && points <= 1 << 24, "a Latin hypercube has from 1 to 2²⁴ points")
    (self.points, self.dimensions) = (points, dimensions)
    let stream = DesignStream(seed: seed, design: "design.latin-hypercube")
    self.stream = stream
    strata = (0..<dimensions).map { stream.permutation(of: points, $0, 0) }
  }

  /// A point by its number.
  ///
  /// - Parameter number: From 0 to below the number of points.
  /// - Returns: One coordinate per dimension, strictly between 0 and 1.
  public func point(_ number: Int) -> [Double] {
    strata.indices.map { dimension in
      // 24 bits, so that with the stratum's 24 no rounding moves a point to the next stratum.
      let inside = Double(stream.block(number, dimension, 1)[0] >> 8) + 0.5
      return (Double(strata[dimension][number]) + inside * 0x1p-24) / Double(points)
    }
  }
}
