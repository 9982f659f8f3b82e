/// Independent points of the unit cube, each known by its number.
public struct MonteCarlo: Hashable, Sendable {
  public let dimensions: Int
  private let stream: DesignStream

  /// - Parameters:
  ///   - dimensions: The number of coordinates of a point.
  ///   - seed: Another seed gives unrelated points.
  public init(dimensions: Int, seed: UInt64) {
    self.dimensions = dimensions
    stream = DesignStream(seed: seed, design: "design.monte-carlo")
  }

  /// A point by its number, from zero, in any order.
  ///
  /// - Parameter number: From 0.
  /// - Returns: One coordinate per dimension, strictly between 0 and 1. The first do not depend on how
  ///   many dimensions there are.
  public func point(_ number: Int) -> [Double] {
    (0..<dimensions).map { dimension in
      let block = stream.block(number, number >> 32, dimension / 2)
      return share(dimension.isMultiple(of: 2) ? block.bits : block.otherBits)
    }
  }

  /// The middle of one of 2⁵² cells, so that no share is 0 or 1.
  private func share(_ bits: UInt64) -> Double { (Double(bits >> 12) + 0.5) * 0x1p-52 }
}
