import TestSupport
import Units

extension TestRandom {
  /// Up to a hundred million kroner, owed or due.
  mutating func money() -> Money { Money(ore: whole(in: -10_000_000_000...10_000_000_000)) }

  /// Weights of which at least one is positive, in any place.
  mutating func weights() -> [Int] {
    var weights = wholes(count: 0...9, in: 0...1_000)
    weights.insert(whole(in: 1...1_000), at: whole(in: 0...weights.count))
    return weights
  }
}
