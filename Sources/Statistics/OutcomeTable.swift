/// Outcomes with given chances, drawn by inversion from one 32-bit number each.
///
/// ```
/// outcome = the first whose bound the draw is below
/// ```
///
/// Bounds are multiples of 2⁻²⁴, so the last bits of a mathematical library decide nothing. A guide
/// says where to begin, so that a search rarely takes a step.
public struct OutcomeTable: Hashable, Sendable {
  /// Rising, in 24 bits; the last lies above every draw.
  @usableFromInline let bounds: [UInt32]
  /// The first outcome a draw with these upper bits can be.
  @usableFromInline let guide: [UInt16]
  /// Few enough for the nearest cache, and so many that a search rarely takes a step, which a processor
  /// cannot foresee.
  @usableFromInline static var guideBits: UInt32 { 12 }

  /// - Parameter weights: One per outcome, none negative, not all zero, at most 65,536.
  public init(weights: [Double]) {
    precondition(weights.count <= 1 << 16, "places are kept in 16 bits")
    let bounds = Threshold.bounds(of: weights).map { UInt32($0 >> 8) }
    self.bounds = bounds
    var place = 0
    guide = (UInt32(0)..<1 << Self.guideBits).map { top in
      while top << (24 - Self.guideBits) >= bounds[place] { place += 1 }
      return UInt16(place)
    }
  }

  /// The outcome at a draw: its place among the weights.
  @inlinable @inline(__always)
  public func outcome(at draw: UInt32) -> UInt32 {
    guide.withUnsafeBufferPointer { guide in
      bounds.withUnsafeBufferPointer { bounds in
        var place = Int(guide[Int(draw &>> (32 &- Self.guideBits))])
        while draw &>> 8 >= bounds[place] { place &+= 1 }
        return UInt32(truncatingIfNeeded: place)
      }
    }
  }
}
