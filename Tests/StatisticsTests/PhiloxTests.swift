import Statistics
import Testing

/// The vectors of Random123 (`kat_vectors`, philox4x32 with ten rounds).
@Suite("Philox4x32-10")
struct PhiloxTests {
  @Test("a counter and key of zeros give the published block")
  func zeros() {
    #expect(
      Philox.block(counter: .zero, key: .zero)
        == SIMD4(0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8))
  }

  @Test("a counter and key of ones give the published block")
  func ones() {
    #expect(
      Philox.block(counter: SIMD4(repeating: .max), key: SIMD2(repeating: .max))
        == SIMD4(0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd))
  }

  @Test("the digits of π give the published block")
  func pi() {
    #expect(
      Philox.block(
        counter: SIMD4(0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344),
        key: SIMD2(0xa409_3822, 0x299f_31d0))
        == SIMD4(0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1))
  }

  @Test("eight blocks at a time are the same blocks")
  func eight() {
    let (second, fourth) = (
      SIMD8<UInt32>(0, 1, 7, 0x85a3_08d3, .max, 5, 6, 1 << 31),
      SIMD8<UInt32>(0, .max, 3, 0x0370_7344, 9, 1, 0, 2)
    )
    let key = SIMD2<UInt32>(0xa409_3822, 0x299f_31d0)
    let blocks = Philox.blocks(0x243f_6a88, second, 0x1319_8a2e, fourth, key: key)
    for lane in 0..<8 {
      let block = Philox.block(
        counter: SIMD4(0x243f_6a88, second[lane], 0x1319_8a2e, fourth[lane]), key: key)
      #expect(
        SIMD4(blocks.0[lane], blocks.1[lane], blocks.2[lane], blocks.3[lane]) == block, "\(lane)")
    }
    // The digits of π, as above.
    #expect(blocks.0[3] == 0xd16c_fe09 && blocks.3[3] == 0x2412_6ea1)
  }
}
