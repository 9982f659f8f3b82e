import Foundation

/// Poisson counts of many means, drawn by inversion from one 32-bit number each.
///
/// ```
/// count = how many k have P(count ≤ k) ≤ draw
/// ```
///
/// Bounds are multiples of 2⁻²⁴, so the last bits of a mathematical library decide nothing. Eight of
/// them are compared at a time, without a branch a processor could guess wrong.
public struct PoissonTable: Sendable {
  /// Where the bounds of each row start, in groups of eight.
  @usableFromInline let starts: [UInt32]
  /// Rising within a row, in 24 bits; what fills a row up lies above every draw.
  @usableFromInline let bounds: [SIMD8<Int32>]

  /// - Parameters:
  ///   - means: One per row, zero or more.
  ///   - most: The largest count that is drawn.
  public init(means: [Double], most: Int = 255) {
    var starts: [UInt32] = []
    var bounds: [SIMD8<Int32>] = []
    for mean in means {
      starts.append(UInt32(bounds.count))
      let row = Self.bounds(of: mean, most: most)
      // The last group of a row has an empty place, where the search ends.
      for group in 0...row.count / 8 {
        bounds.append(
          SIMD8<Int32>((0..<8).map { group * 8 + $0 < row.count ? row[group * 8 + $0] : 1 << 24 }))
      }
    }
    (self.starts, self.bounds) = (starts, bounds)
  }

  private static func bounds(of mean: Double, most: Int) -> [Int32] {
    guard mean > 0 else { return [] }
    var chance = exp(-mean)
    var below = chance
    var bounds: [Int32] = []
    for count in 1...most {
      let bound = Threshold.of(below) >> 8
      guard bound < 1 << 24 else { break }
      bounds.append(Int32(bound))
      chance *= mean / Double(count)
      below += chance
    }
    return bounds
  }

  /// The count at a draw.
  @inlinable @inline(__always)
  public func count(at draw: UInt32, row: Int) -> UInt8 {
    starts.withUnsafeBufferPointer { starts in
      bounds.withUnsafeBufferPointer { bounds in
        let level = SIMD8<Int32>(repeating: Int32(truncatingIfNeeded: draw &>> 8))
        var place = Int(starts[row])
        var count: Int32 = 0
        while true {
          let reached = SIMD8<Int32>.zero.replacing(with: 1, where: bounds[place] .<= level)
            .wrappedSum()
          count &+= reached
          if reached < 8 { return UInt8(truncatingIfNeeded: count) }
          place &+= 1
        }
      }
    }
  }
}
