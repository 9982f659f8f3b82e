/// The random numbers of one kind of design, by three whole numbers.
///
/// All 64 bits of the seed count, and two kinds of design with the same seed share nothing.
struct DesignStream: Hashable, Sendable {
  private let key: SIMD2<UInt32>
  private let name: UInt32

  /// - Parameters:
  ///   - seed: The seed of the design.
  ///   - design: A name used at one place, such as `"design.monte-carlo"`.
  init(seed: UInt64, design: StaticString) {
    // FNV-1a, because String.hashValue differs from one process to the next.
    var hash: UInt32 = 0x811c_9dc5
    design.withUTF8Buffer { for byte in $0 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 } }
    name = hash
    key = SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(seed >> 32))
  }

  /// Four numbers, each of any 32 bits.
  @inline(__always)
  func block(_ first: Int, _ second: Int, _ third: Int) -> SIMD4<UInt32> {
    Philox.block(
      counter: SIMD4(
        UInt32(truncatingIfNeeded: first), UInt32(truncatingIfNeeded: second),
        UInt32(truncatingIfNeeded: third), name),
      key: key)
  }

  /// A whole number from zero to below a limit. Of the limits that occur, none favours a number by
  /// more than 2⁻³².
  func whole(below limit: Int, _ first: Int, _ second: Int, _ third: Int) -> Int {
    Int(block(first, second, third).bits.multipliedFullWidth(by: UInt64(limit)).high)
  }

  /// The numbers below a count, in an order that is any with equal chance (Fisher and Yates).
  ///
  /// - Parameters:
  ///   - count: How many numbers.
  ///   - second: The second name of the draws; the first is the place in the order.
  ///   - third: The third name of the draws.
  /// - Returns: The numbers from zero to below `count`.
  func permutation(of count: Int, _ second: Int, _ third: Int) -> [Int] {
    var order = Array(0..<count)
    for place in stride(from: count - 1, to: 0, by: -1) {
      order.swapAt(place, whole(below: place + 1, place, second, third))
    }
    return order
  }
}

extension SIMD4<UInt32> {
  /// The first two numbers as one.
  var bits: UInt64 { UInt64(self[0]) << 32 | UInt64(self[1]) }
  /// The other two.
  var otherBits: UInt64 { UInt64(self[2]) << 32 | UInt64(self[3]) }
}
