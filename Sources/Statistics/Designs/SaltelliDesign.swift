/// Blocks of points from whose outcomes ``SobolIndices`` are estimated (Saltelli and others, 2010).
///
/// A base point of a scrambled ``SobolSequence`` of twice the dimensions is cut in two points, A and
/// B. A block is A, then for each group A with the group's coordinates from B, then (with pairs) for
/// each group B with the group's coordinates from A, then B: the order of SALib. Numbers of blocks
/// that are powers of two serve best. More blocks never change those already given.
public struct SaltelliDesign: ~Copyable, Sendable {
  public static let mostDimensions = SobolSequence.mostDimensions / 2

  public let groups: [[Int]]
  public let dimensions: Int
  public let hasPairs: Bool
  private var sequence: SobolSequence

  /// - Parameters:
  ///   - groups: The dimensions that are one factor together; each dimension in one group at most.
  ///   - dimensions: The number of coordinates of a point, from 1 to 20.
  ///   - seed: Another seed gives other points with the same evenness.
  ///   - hasPairs: Whether effects of two groups together shall be estimated: about twice the points.
  /// - Throws: ``NumericalError/dimensionsOutOfReach(_:most:)``.
  public init(
    groups: [[Int]], dimensions: Int, seed: UInt64, hasPairs: Bool
  ) throws(NumericalError) {
    sequence = try Self.sequence(dimensions, seed)
    let moved = groups.flatMap { $0 }
    precondition(
      Set(moved).count == moved.count && moved.allSatisfy((0..<dimensions).contains),
      "a group has dimensions of its own")
    (self.groups, self.dimensions, self.hasPairs) = (groups, dimensions, hasPairs)
  }

  /// Every dimension is a factor of its own.
  ///
  /// - Parameters:
  ///   - dimensions: The number of coordinates of a point, from 1 to 20.
  ///   - seed: Another seed gives other points with the same evenness.
  ///   - hasPairs: Whether effects of two dimensions together shall be estimated.
  /// - Throws: ``NumericalError/dimensionsOutOfReach(_:most:)``.
  public init(dimensions: Int, seed: UInt64, hasPairs: Bool) throws(NumericalError) {
    try self.init(
      groups: (0..<max(dimensions, 0)).map { [$0] }, dimensions: dimensions, seed: seed,
      hasPairs: hasPairs)
  }

  /// The points of a block.
  public var blockSize: Int { Self.blockSize(factors: groups.count, hasPairs: hasPairs) }

  static func blockSize(factors: Int, hasPairs: Bool) -> Int {
    (hasPairs ? 2 : 1) * factors + 2
  }

  /// The next block.
  public mutating func next() -> [[Double]] {
    let base = sequence.next()
    let (a, b) = (Array(base[..<dimensions]), Array(base[dimensions...]))
    let mixed = groups.map { Self.point(a, with: $0, from: b) }
    let others = hasPairs ? groups.map { Self.point(b, with: $0, from: a) } : []
    return [a] + mixed + others + [b]
  }

  /// Goes past some blocks, faster than by asking for them.
  public mutating func skip(_ blocks: Int) { sequence.skip(blocks) }

  private static func sequence(
    _ dimensions: Int, _ seed: UInt64
  ) throws(NumericalError) -> SobolSequence {
    guard (1...mostDimensions).contains(dimensions) else {
      throw .dimensionsOutOfReach(dimensions, most: mostDimensions)
    }
    return try SobolSequence(dimensions: 2 * dimensions, seed: seed)
  }

  private static func point(
    _ point: [Double], with group: [Int], from other: [Double]
  ) -> [Double] {
    var point = point
    for dimension in group { point[dimension] = other[dimension] }
    return point
  }
}
