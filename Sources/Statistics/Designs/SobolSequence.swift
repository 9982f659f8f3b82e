import CGSL

/// Points of the unit cube that fill it far more evenly than independent ones: Sobol's sequence,
/// scrambled.
///
/// GSL gives the sequence (1 to 40 dimensions, 30 bits); the point of zeros it omits comes first, so
/// that 2ᵏ points have exactly one coordinate in every interval of length 2⁻ᵏ. Owen's nested uniform
/// scrambling, keyed by the seed, makes every point uniform over the cube and keeps that property:
/// whether a bit is flipped is drawn by dimension and the bits above it. (Owen, 1995.) Numbers of
/// points that are powers of two serve best. More points never change those already given.
///
/// A sequence has one holder; it is passed on and not copied.
// Safe to send: the pointer has no other owner, and the one holder sees to one call at a time.
public struct SobolSequence: ~Copyable, @unchecked Sendable {
  public static let mostDimensions = 40

  public let dimensions: Int
  private let generator: UnsafeMutablePointer<gsl_qrng>
  private let scrambling: Scrambling
  /// The next point of GSL, as it writes it.
  private var coordinates: [Double]
  private var isFirst = true

  /// - Parameters:
  ///   - dimensions: From 1 to 40.
  ///   - seed: Another seed gives other points with the same evenness.
  /// - Throws: ``NumericalError/dimensionsOutOfReach(_:most:)``.
  public init(dimensions: Int, seed: UInt64) throws(NumericalError) {
    guard (1...Self.mostDimensions).contains(dimensions) else {
      throw .dimensionsOutOfReach(dimensions, most: Self.mostDimensions)
    }
    _ = errorsAreReturned
    guard let generator = gsl_qrng_alloc(cgsl_qrng_sobol(), UInt32(dimensions)) else {
      throw .gsl(Int32(GSL_ENOMEM))
    }
    self.generator = generator
    self.dimensions = dimensions
    scrambling = Scrambling(seed: seed)
    coordinates = [Double](repeating: 0, count: dimensions)
  }

  deinit { gsl_qrng_free(generator) }

  /// - Returns: One coordinate per dimension: an odd multiple of 2⁻³¹, strictly between 0 and 1.
  /// - Precondition: Fewer than 2³⁰ points were given.
  public mutating func next() -> [Double] {
    advance()
    return coordinates.indices.map { dimension in
      scrambling.share(of: UInt32(coordinates[dimension] * 0x1p30), in: dimension)
    }
  }

  /// Goes past some points, faster than by asking for them.
  public mutating func skip(_ count: Int) { for _ in 0..<count { advance() } }

  private mutating func advance() {
    guard !isFirst else {
      isFirst = false
      return
    }
    let status = coordinates.withUnsafeMutableBufferPointer {
      gsl_qrng_get(generator, $0.baseAddress)
    }
    precondition(status == Int32(GSL_SUCCESS), "a Sobol' sequence has no more than 2³⁰ points")
  }
}

/// Owen's scrambling of numbers of 30 bits.
private struct Scrambling: Sendable {
  private static let bits = 30
  /// A block of random numbers flips the bits of a tree of this depth, whose 127 nodes have a bit each.
  private static let depth = 7

  private let stream: DesignStream

  init(seed: UInt64) { stream = DesignStream(seed: seed, design: "design.sobol") }

  /// The middle of the cell the scrambled number names.
  func share(of number: UInt32, in dimension: Int) -> Double {
    var flips: UInt32 = 0
    for top in stride(from: 0, to: Self.bits, by: Self.depth) {
      let block = stream.block(Int(number >> UInt32(Self.bits - top)), top, dimension)
      // The nodes of a tree as in a heap: below node n lie 2n and 2n + 1.
      var node: UInt32 = 1
      for bit in top..<min(top + Self.depth, Self.bits) {
        let place = UInt32(Self.bits - 1 - bit)
        flips |= (block[Int(node >> 5)] >> (node & 31) & 1) << place
        node = node << 1 | number >> place & 1
      }
    }
    return (Double(number ^ flips) + 0.5) * 0x1p-30
  }
}
