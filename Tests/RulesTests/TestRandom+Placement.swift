import Rules
import TestSupport

/// Persons looking for a place, and the lists they find.
struct Placement {
  var persons: Int
  var lengths: [Int]
  var free: [Int]

  func placed(by rule: PlacementRule) -> [Int] {
    rule.placed(persons, lengths: lengths, free: free)
  }
}

extension TestRandom {
  /// A few lists, some of them full and some empty, and at times more persons than places.
  mutating func placement() -> Placement {
    let lengths = wholes(count: 1...12, in: -20...60).map { max(0, $0) }
    let free = lengths.map { _ in max(0, whole(in: -10...30)) }
    let places = free.reduce(0, +)
    return Placement(
      persons: whole(in: 0...max(1, places + places / 5)), lengths: lengths, free: free)
  }
}
