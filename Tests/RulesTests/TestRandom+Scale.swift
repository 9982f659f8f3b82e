import Rules
import TestSupport
import Units

extension TestRandom {
  /// A scale of one to four tiers of any rates, some with a last paid place.
  mutating func scale(isWeightedByNeed: Bool = false) -> PerCapitaScale {
    var above = 0
    var tiers: [PerCapitaScale.Tier] = []
    for _ in 0..<whole(in: 1...4) {
      tiers.append(.init(above: above, rate: Money(ore: whole(in: 0...100_000))))
      above += whole(in: 1...60)
    }
    return PerCapitaScale(
      tiers: tiers, paidUpTo: whole(in: 0...1) == 0 ? nil : whole(in: 0...200),
      isWeightedByNeed: isWeightedByNeed)
  }
}
