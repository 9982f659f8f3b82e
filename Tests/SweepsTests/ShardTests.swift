import TestSupport
import Testing

@testable import Sweeps

@Suite("Shards of sweeps")
struct ShardTests {
  @Test("every point is in exactly one shard, and shards differ by one point at most")
  func partition() {
    forEverySeed { random in
      let (points, count) = (random.whole(in: 0...200), random.whole(in: 1...30))
      let shards = (1...count).map { Shard(number: $0, of: count) }
      let sizes = shards.map { shard in (0..<points).count(where: shard.contains) }
      return sizes == shards.map { $0.count(of: points) }
        && (0..<points).allSatisfy { point in shards.count { $0.contains(point) } == 1 }
        && (sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1
    }
  }

  @Test("a shard is read as it is written, and nothing else is one")
  func text() {
    for (number, count) in [(1, 1), (3, 16), (10_000, 10_000)] {
      let shard = Shard(number: number, of: count)
      #expect(Shard(shard.description) == shard)
    }
    for text in [
      "", "3", "0/4", "5/4", "1/0", "-1/4", "1/10001", "1/2/3", "a/b", "1/", "/2", "1 /2",
    ] {
      #expect(Shard(text) == nil, "\(text)")
    }
  }
}
