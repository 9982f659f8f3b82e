import Scenarios
import TestSupport
import Testing
import Units

@Suite("What practices gain, and how it is spread")
struct WinnersTests {
  private func quantiles(of gains: [Int]) throws -> [Int] {
    let winners = Winners(
      of: Array(gains.indices), before: gains.map { _ in .zero },
      after: gains.map { Money(ore: $0) })
    let own = try #require(winners.group { _ in true }.quantiles)
    return [own.p5, own.p25, own.median, own.p75, own.p95].map(\.ore)
  }

  @Test(
    "quantiles are those of R's default, to the øre",
    arguments: [
      ([7], [7, 7, 7, 7, 7]),
      ([0, 100], [5, 25, 50, 75, 95]),
      ([4, 1, 3, 2], [1, 2, 3, 3, 4]),  // 1.15, 1.75, 2.5, 3.25, 3.85
      ([-200, 0, 1_000], [-180, -100, 0, 500, 900]),
      (Array(1...101).map { $0 * 10 }, [60, 260, 510, 760, 960]),
    ])
  func known(gains: [Int], right: [Int]) throws {
    #expect(try quantiles(of: gains) == right)
  }

  @Test("what one reform gains the opposite one loses, at every quantile from the other end")
  func opposite() throws {
    try forEverySeed(in: 0..<300) { random in
      let gains = (0..<random.whole(in: 1...40)).map { _ in
        random.whole(in: 0...2_000_000) - 1_000_000
      }
      return try quantiles(of: gains.map { -$0 }) == quantiles(of: gains).reversed().map { -$0 }
    }
  }

  @Test("sums of any size are spread without overflow")
  func large() throws {
    let most = Int.max / 4
    #expect(try quantiles(of: [-most, most])[2] == 0)
  }
}
