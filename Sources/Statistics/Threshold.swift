/// A chance as a whole number a 32-bit draw is compared with: it happens when the draw is below.
///
/// Thresholds are multiples of 2⁻²⁴, so the last bits of a mathematical library decide nothing.
public enum Threshold {
  private static let steps = 16_777_216.0

  /// - Parameter chance: From 0 to 1; what lies outside is brought inside.
  /// - Returns: From 0 for never to 2³² for always.
  public static func of(_ chance: Double) -> UInt64 {
    UInt64((min(max(chance, 0), 1) * steps).rounded()) << 8
  }

  /// The bounds of outcomes with the given chances: a draw picks the first bound it is below.
  ///
  /// - Parameter weights: One per outcome, none negative, not all zero; scaled to sum to 1.
  /// - Returns: One bound per outcome, rising; the last is above every draw.
  public static func bounds(of weights: [Double]) -> [UInt64] {
    let sum = weights.reduce(0, +)
    precondition(sum > 0 && weights.allSatisfy { $0 >= 0 }, "no outcome has a chance")
    var below = 0.0
    var bounds = weights.map { weight in
      below += weight
      return of(below / sum)
    }
    // Whatever rounding did, the last outcome that can happen takes what is left.
    let last = weights.lastIndex { $0 > 0 } ?? 0
    for place in last..<bounds.count { bounds[place] = 1 << 32 }
    return bounds
  }
}

extension SIMD8<UInt32> {
  /// All bits of the lanes that are below a bound, and none of the others, for numbers below 2³¹.
  ///
  /// Subtracted and not compared: what comparing makes is taken apart lane by lane, with a branch each.
  @inlinable @inline(__always)
  public func bits(below bound: UInt32) -> SIMD8<UInt32> {
    let difference = SIMD8<Int32>(truncatingIfNeeded: self &- SIMD8(repeating: bound))
    return SIMD8(truncatingIfNeeded: difference &>> 31)
  }
}
