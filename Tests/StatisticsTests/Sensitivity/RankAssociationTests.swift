import Statistics
import Testing

@Suite("Rank correlations of two numbers")
struct RankAssociationTests {
  @Test("the textbook's ten children: hours of television against intelligence")
  func textbook() {
    let intelligence: [Double] = [106, 100, 86, 101, 99, 103, 97, 113, 112, 110]
    let hours: [Double] = [7, 27, 2, 50, 28, 29, 20, 12, 6, 17]
    #expect(abs(rankCorrelation(intelligence, hours) + 29.0 / 165) < 1e-12)
  }

  @Test("equal values share the mean of their ranks")
  func ties() {
    // Ranks 1, 2.5, 2.5, 4 against 1, 2, 3, 4: 4.5 ∕ √(4.5 · 5).
    #expect(abs(rankCorrelation([1, 2, 2, 3], [1, 2, 3, 4]) - 0.9.squareRoot()) < 1e-12)
  }

  @Test("one for what always rises, minus one for what always falls, zero for what stands still")
  func ends() {
    let numbers = (0..<50).map(Double.init)
    #expect(rankCorrelation(numbers, numbers.map { $0 * $0 }) == 1)
    #expect(rankCorrelation(numbers, numbers.map { -$0 * $0 }) == -1)
    #expect(rankCorrelation(numbers, numbers.map { _ in 4 }) == 0)
    #expect(rankCorrelation([1], [2]) == 0 && rankCorrelation([], []) == 0)
  }
}
