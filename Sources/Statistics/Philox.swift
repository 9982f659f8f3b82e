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

  /// The blocks of eight counters under one key, of which only two words differ.
  ///
  /// - Parameters:
  ///   - first: The first word of all counters.
  ///   - second: The second word of each.
  ///   - third: The third word of all counters.
  ///   - fourth: The fourth word of each.
  ///   - key: The key.
  /// - Returns: The four numbers of every counter, each in its lane: the same as ``block(counter:key:)``.
  @inlinable @inline(__always)
  public static func blocks(
    _ first: UInt32, _ second: SIMD8<UInt32>, _ third: UInt32, _ fourth: SIMD8<UInt32>,
    key: SIMD2<UInt32>
  ) -> Blocks {
    var state = Lanes(
      a: SIMD8(repeating: UInt64(first)), b: SIMD8(truncatingIfNeeded: second),
      c: SIMD8(repeating: UInt64(third)), d: SIMD8(truncatingIfNeeded: fourth))
    // Written out, because a loop would pack the lanes and unpack them again in every round.
    state.turn(key, 0)
    state.turn(key, 1)
    state.turn(key, 2)
    state.turn(key, 3)
    state.turn(key, 4)
    state.turn(key, 5)
    state.turn(key, 6)
    state.turn(key, 7)
    state.turn(key, 8)
    state.turn(key, 9)
    return Blocks(
      SIMD8(truncatingIfNeeded: state.a), SIMD8(truncatingIfNeeded: state.b),
      SIMD8(truncatingIfNeeded: state.c), SIMD8(truncatingIfNeeded: state.d))
  }

  /// The numbers of eight counters: the first of each, the second, the third and the fourth.
  public typealias Blocks = (SIMD8<UInt32>, SIMD8<UInt32>, SIMD8<UInt32>, SIMD8<UInt32>)

  /// Eight states, a word in the lower half of each lane; the upper halves mean nothing.
  @usableFromInline
  struct Lanes {
    @usableFromInline var a, b, c, d: SIMD8<UInt64>

    @inlinable @inline(__always)
    init(a: SIMD8<UInt64>, b: SIMD8<UInt64>, c: SIMD8<UInt64>, d: SIMD8<UInt64>) {
      (self.a, self.b, self.c, self.d) = (a, b, c, d)
    }

    @inlinable @inline(__always)
    mutating func turn(_ key: SIMD2<UInt32>, _ round: UInt32) {
      let word = SIMD8<UInt64>(repeating: 0xffff_ffff)
      let first = (a & word) &* SIMD8(repeating: 0xd251_1f53)
      let second = (c & word) &* SIMD8(repeating: 0xcd9e_8d57)
      a = (second &>> 32) ^ b ^ SIMD8(repeating: UInt64(key[0] &+ round &* 0x9e37_79b9))
      b = second
      c = (first &>> 32) ^ d ^ SIMD8(repeating: UInt64(key[1] &+ round &* 0xbb67_ae85))
      d = first
    }
  }
}
