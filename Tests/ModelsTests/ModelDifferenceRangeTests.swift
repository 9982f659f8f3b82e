import Models
import ScenarioSupport
import Testing
import Units

@Suite("How far differences between payment models reach")
struct ModelDifferenceRangeTests {
  private func file(_ interval: String) throws -> ModelComparison {
    let file = try ModelFile.of(
      """
      first: { components: { fees: { per: visit, amount: { \(interval), source: a test } } } }
      second:
        components:
          capitation: { per: person, amount: { low: 20, central: 30, high: 35, source: a test } }
      """)
    return try ModelComparison(of: file)
  }

  @Test("each number goes to the end that alone lowers or raises the difference")
  func corners() throws {
    // 1,000 × (30 − 3 × 10); a higher fee of the first model lowers it.
    let comparison = try file("low: 8, central: 10, high: 11")
    let range = try #require(try ModelDifferenceRange(around: comparison))
    #expect(comparison.difference(practice: 0, model: 1) == .zero)
    #expect(range.lowest[0] == [.zero, .kroner(20_000 - 33_000)])
    #expect(range.highest[0] == [.zero, .kroner(35_000 - 24_000)])
  }

  @Test("without intervals there is no reach")
  func none() throws {
    let file = try ModelFile.of(
      ModelFile.nothing + "\n" + """
        model: { components: { a: { per: person, amount: =1 } } }
        """)
    #expect(try ModelDifferenceRange(around: ModelComparison(of: file)) == nil)
  }
}
