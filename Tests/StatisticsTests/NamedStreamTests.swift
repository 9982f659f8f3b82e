import Statistics
import TestSupport
import Testing

@Suite("Named streams")
struct NamedStreamTests {
  private let stream = NamedStream(seed: 1, decision: "list.occupancy")

  /// Computed in Python from the published definitions of FNV-1a and Philox4x32-10.
  @Test("a draw is Philox of the subject and the FNV-1a hash of the name, keyed by the seed")
  func knownAnswers() {
    let other = NamedStream(seed: 0x1234_5678_90ab_cdef, decision: "list.occupancy")
    #expect(stream.bits(for: 0) == 0xaf1e_d780_64e1_2eab)
    #expect(other.bits(for: 17) == 0xf1de_8a1d_4d1c_6602)
    #expect(NamedStream(seed: 1, decision: "foobar").bits(for: -1) == 0x1d3c_2a84_0671_482e)
  }

  @Test("a subject draws the same number in any order and however many are drawn")
  func anyOrder() {
    let forwards = (0..<1_000).map(stream.bits(for:))
    let backwards = (0..<1_000).reversed().map(stream.bits(for:))
    #expect(forwards == backwards.reversed())
    #expect(NamedStream(seed: 1, decision: "list.occupancy").bits(for: 999) == forwards[999])
  }

  @Test("another seed, another decision and another subject draw other numbers")
  func differentNames() {
    forEverySeed { random in
      let (seed, subject) = (random.next(), random.whole(in: 0...1_000_000))
      let draw = NamedStream(seed: seed, decision: "list.occupancy").bits(for: subject)
      let others = [
        NamedStream(seed: seed ^ 1, decision: "list.occupancy").bits(for: subject),
        NamedStream(seed: seed ^ (1 << 63), decision: "list.occupancy").bits(for: subject),
        NamedStream(seed: seed, decision: "list.occupancz").bits(for: subject),
        NamedStream(seed: seed, decision: "list.occupancy").bits(for: subject + 1),
        NamedStream(seed: seed, decision: "list.occupancy").bits(for: subject + 1 << 32),
      ]
      return !others.contains(draw) && Set(others).count == others.count
    }
  }

  @Test("each bit is set for about half of the subjects")
  func bitsAreFair() {
    let draws = (0..<10_000).map(stream.bits(for:))
    for bit in 0..<64 {
      let set = draws.count { $0 >> UInt64(bit) & 1 == 1 }
      // Five standard deviations of a fair coin, thrown ten thousand times.
      #expect(abs(set - 5_000) < 250, "bit \(bit)")
    }
  }

  @Test("the numbers spread evenly over their range")
  func spread() {
    let draws = (0..<16_000).map(stream.bits(for:))
    let counts = (0..<16).map { sixteenth in draws.count { $0 >> 60 == sixteenth } }
    #expect(counts.allSatisfy { abs($0 - 1_000) < 155 })
  }

  @Test("neighbouring subjects draw unrelated numbers")
  func neighbours() {
    let flipped = (0..<10_000).map { subject in
      (stream.bits(for: subject) ^ stream.bits(for: subject + 1)).nonzeroBitCount
    }
    #expect(abs(flipped.reduce(0, +) - 320_000) < 2_000)
  }
}
