import Foundation

/// Poisson counts of many means, drawn by inversion from one 32-bit number each.
///
/// ```
/// count = how many k have P(count ≤ k) ≤ draw
/// ```
///
/// Bounds are multiples of 2⁻²⁴, so the last bits of a mathematical library decide nothing. A row has
/// a mean for each of some columns, such as services, whose first bounds stand together: in 16 bits,
/// because that is what a cache holds of all of them, and exactly elsewhere for the draws that 16 bits
/// do not tell apart.
public struct PoissonTable: Sendable {
  @usableFromInline let columns: Int
  /// The first eight bounds by row and column, their upper 16 bits; what fills them up lies above every
  /// draw. As numbers with a sign, which is how processors compare.
  @usableFromInline let near: [SIMD8<Int16>]
  /// Where the exact bounds of each row and column start, in groups of eight.
  @usableFromInline let starts: [UInt32]
  /// In 24 bits, rising; the last group has an empty place, where the search ends.
  @usableFromInline let exact: [SIMD8<Int32>]

  /// - Parameters:
  ///   - means: By column and row, zero or more; as many rows in each column.
  ///   - most: The largest count that is drawn.
  public init(means: [[Double]], most: Int = 255) {
    columns = means.count
    var near: [SIMD8<Int16>] = []
    var starts: [UInt32] = []
    var exact: [SIMD8<Int32>] = []
    for row in means.first?.indices ?? 0..<0 {
      for column in means {
        let bounds = Self.bounds(of: column[row], most: most)
        starts.append(UInt32(exact.count))
        for group in 0...bounds.count / 8 {
          exact.append(
            SIMD8(
              (0..<8).map { place in
                group * 8 + place < bounds.count ? bounds[group * 8 + place] : 1 << 24
              }))
        }
        let first = exact[Int(starts[starts.count - 1])]
        near.append(SIMD8(clamping: (first &>> 8) &- SIMD8(repeating: 0x8000)))
      }
    }
    (self.near, self.starts, self.exact) = (near, starts, exact)
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

  /// Counts the near bounds do not tell: ``nearCount(at:row:column:)`` is not below it.
  @inlinable public static var told: UInt8 { 8 }

  /// The count at a draw as far as the near bounds tell it.
  ///
  /// - Returns: The count if it is below ``told``; otherwise ``exactCount(at:row:column:)`` is asked.
  @inlinable @inline(__always)
  public func nearCount(at draw: UInt32, row: Int, column: Int) -> UInt8 {
    let level = SIMD8(repeating: Int16(truncatingIfNeeded: Int32(draw &>> 16) &- 0x8000))
    let bounds = near.withUnsafeBufferPointer { $0[row &* columns &+ column] }
    // A bound that 16 bits do not tell from the draw counts as much as all of them.
    let none = SIMD8<Int16>.zero
    let reached =
      none.replacing(with: 1, where: bounds .< level)
      &+ none.replacing(with: 8, where: bounds .== level)
    return UInt8(truncatingIfNeeded: reached.wrappedSum())
  }

  /// The count at a draw, whatever it is.
  public func exactCount(at draw: UInt32, row: Int, column: Int) -> UInt8 {
    let level = SIMD8(repeating: Int32(truncatingIfNeeded: draw &>> 8))
    var group = Int(starts[row &* columns &+ column])
    var count: Int32 = 0
    while true {
      let reached = SIMD8<Int32>.zero.replacing(with: 1, where: exact[group] .<= level).wrappedSum()
      count &+= reached
      if reached < 8 { return UInt8(truncatingIfNeeded: count) }
      group &+= 1
    }
  }
}
