/// The counter-based generator Philox4x32-10 (Salmon, Moraes, Dror and Shaw, 2011).
///
/// Four 32-bit numbers are a pure function of a counter and a key. Whoever knows the name of a
/// draw can compute it, in any order and on any thread.
public enum Philox {
  /// The four numbers of a counter under a key.
  // Inlined into the loops over persons and contacts of other rooms.
  @inlinable @inline(__always)
  public static func block(
    counter: SIMD4<UInt32>, key: SIMD2<UInt32>
  ) -> SIMD4<UInt32> {
    var (a, b, c, d) = (counter[0], counter[1], counter[2], counter[3])
    var (low, high) = (key[0], key[1])
    for round in 0..<10 {
      if round > 0 {
        low &+= 0x9e37_79b9
        high &+= 0xbb67_ae85
      }
      let first = UInt64(a) &* 0xd251_1f53
      let second = UInt64(c) &* 0xcd9e_8d57
      a = UInt32(truncatingIfNeeded: second &>> 32) ^ b ^ low
      b = UInt32(truncatingIfNeeded: second)
      c = UInt32(truncatingIfNeeded: first &>> 32) ^ d ^ high
      d = UInt32(truncatingIfNeeded: first)
    }
    return SIMD4(a, b, c, d)
  }
}
