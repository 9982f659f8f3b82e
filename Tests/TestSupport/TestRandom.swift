/// Random numbers for properties: small worlds of every shape, the same for the same seed.
///
/// SplitMix64 (Steele, Lea and Flood, 2014); the model's own streams are among what is tested.
public struct TestRandom: RandomNumberGenerator {
  private var state: UInt64

  public init(seed: UInt64) {
    state = seed
  }

  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  public mutating func whole(in range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &self)
  }

  /// A list of numbers, of any length in `count`.
  public mutating func wholes(count: ClosedRange<Int>, in range: ClosedRange<Int>) -> [Int] {
    (0..<whole(in: count)).map { _ in whole(in: range) }
  }
}
