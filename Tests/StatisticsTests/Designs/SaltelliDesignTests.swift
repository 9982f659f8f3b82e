import Statistics
import Testing

@Suite("Blocks for indices of variance")
struct SaltelliDesignTests {
  @Test("a block is A, A with each column from B, B with each column from A, and B")
  func order() throws {
    var design = try SaltelliDesign(dimensions: 3, seed: 2, hasPairs: true)
    var sequence = try SobolSequence(dimensions: 6, seed: 2)
    for _ in 0..<50 {
      let (block, base) = (design.next(), sequence.next())
      let (a, b) = (Array(base[..<3]), Array(base[3...]))
      #expect(
        block == [
          a, [b[0], a[1], a[2]], [a[0], b[1], a[2]], [a[0], a[1], b[2]],
          [a[0], b[1], b[2]], [b[0], a[1], b[2]], [b[0], b[1], a[2]], b,
        ])
    }
    let size = design.blockSize
    #expect(size == 8)
  }

  @Test("the columns of a group move together")
  func groups() throws {
    var design = try SaltelliDesign(
      groups: [[0, 2], [1]], dimensions: 3, seed: 2, hasPairs: false)
    let block = design.next()
    let (a, b) = (block[0], block[3])
    #expect(block == [a, [b[0], a[1], b[2]], [a[0], b[1], a[2]], b])
    let size = design.blockSize
    #expect(size == 4)
  }

  @Test("blocks that are skipped are the ones in between")
  func skip() throws {
    var all = try SaltelliDesign(dimensions: 2, seed: 1, hasPairs: false)
    let blocks = (0..<10).map { _ in all.next() }
    var some = try SaltelliDesign(dimensions: 2, seed: 1, hasPairs: false)
    some.skip(7)
    let eighth = some.next()
    #expect(eighth == blocks[7])
  }

  @Test("more than twenty dimensions are refused", arguments: [0, 21])
  func refused(dimensions: Int) {
    #expect(throws: NumericalError.dimensionsOutOfReach(dimensions, most: 20)) {
      _ = try SaltelliDesign(dimensions: dimensions, seed: 1, hasPairs: true)
    }
  }
}
