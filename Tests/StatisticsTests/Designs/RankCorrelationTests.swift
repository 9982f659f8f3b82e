import Statistics
import Testing

@Suite("Points with correlated coordinates")
struct RankCorrelationTests {
  private func columns(_ ranks: [[Double]], _ count: Int) throws -> [[Double]] {
    let copula = try RankCorrelation(ranks)
    var sequence = try SobolSequence(dimensions: ranks.count, seed: 5)
    let points = (0..<count).map { _ in copula.correlated(sequence.next()) }
    return ranks.indices.map { dimension in points.map { $0[dimension] } }
  }

  @Test("the correlations asked for are reached within 0.005")
  func reached() throws {
    let ranks = [
      [1, 0.6, -0.3, -0.25], [0.6, 1, 0.2, 0.15], [-0.3, 0.2, 1, 0.95], [-0.25, 0.15, 0.95, 1],
    ]
    let columns = try columns(ranks, 16_384)
    for a in 0..<4 {
      for b in 0..<a {
        #expect(abs(rankCorrelation(columns[a], columns[b]) - ranks[a][b]) < 0.005)
      }
    }
  }

  @Test("each coordinate stays uniform")
  func uniform() throws {
    let columns = try columns([[1, -0.8], [-0.8, 1]], 16_384)
    for column in columns {
      for tenth in 0..<10 {
        #expect(abs(column.count { Int($0 * 10) == tenth } - 1_638) < 20)
      }
    }
  }

  @Test("without correlations points stay where they are")
  func identity() throws {
    let none = try RankCorrelation((0..<5).map { row in (0..<5).map { $0 == row ? 1.0 : 0 } })
    let design = MonteCarlo(dimensions: 5, seed: 1)
    for number in 0..<2_000 {
      let point = design.point(number)
      let moved = zip(point, none.correlated(point)).map { abs($0 - $1) }
      #expect(moved.allSatisfy { $0 < 1e-12 })
    }
    #expect(try RankCorrelation([]).correlated([]) == [])
  }

  @Test("the corners of the cube stay inside it")
  func corners() throws {
    let copula = try RankCorrelation([[1, 0.7], [0.7, 1]])
    for corner in [[0, 0], [0, 1], [1, 1], [1 - 0x1p-53, 1 - 0x1p-53]] as [[Double]] {
      #expect(copula.correlated(corner).allSatisfy { $0 > 0 && $0 < 1 })
    }
  }

  @Test(
    "what is no table of correlations is refused",
    arguments: [
      [[1, 0.5]], [[1, 0.5], [0.4, 1]], [[0.9]], [[1, 1.1], [1.1, 1]], [[1, .nan], [.nan, 1]],
    ] as [[[Double]]])
  func refused(ranks: [[Double]]) {
    #expect(throws: NumericalError.notCorrelations) { try RankCorrelation(ranks) }
  }

  @Test(
    "correlations that contradict each other are refused",
    arguments: [
      [[1, 0.9, -0.9], [0.9, 1, 0.9], [-0.9, 0.9, 1]], [[1, 1], [1, 1]], [[1, -1], [-1, 1]],
    ] as [[[Double]]])
  func contradictory(ranks: [[Double]]) {
    #expect(throws: NumericalError.impossibleCorrelations) { try RankCorrelation(ranks) }
    #expect(
      NumericalError.impossibleCorrelations.description
        == "the correlations contradict each other; bring the largest nearer to zero")
  }
}
