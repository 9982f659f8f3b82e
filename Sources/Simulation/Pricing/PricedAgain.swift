import Practices

/// What changed between two laws, for pricing the same contacts under the second.
struct PriceChange: Sendable {
  /// By kind of practice under the second law, and under the first.
  private let copays: [[CopayChange]]
  private let hasSamePayers: Bool
  private let hasSameTally: Bool

  init(from old: PriceTable, to new: PriceTable) {
    copays = (0..<new.kinds).map { kind in
      (0..<old.kinds).map { CopayChange(from: (old, $0), to: (new, kind)) }
    }
    hasSamePayers = new.hasSamePayers(as: old)
    hasSameTally = new.hasSameTally(as: old)
  }

  /// What it means for a block.
  ///
  /// - Parameters:
  ///   - kept: The block.
  ///   - old: The kind of practice of each of its lists under the first law.
  ///   - new: The same under the second.
  /// - Returns: What of its first pricing stands, and whom to look at.
  func again(_ kept: KeptBlock, from old: [UInt8], to new: [UInt8]) -> PricedAgain {
    PricedAgain(
      kept: kept, hasSameTally: hasSameTally,
      changes: zip(old, new).map { copays[Int($1)][Int($0)] }, hasSamePayers: hasSamePayers)
  }
}

/// What changed for a block since it was priced before, and what of that pricing stands.
struct PricedAgain {
  let kept: KeptBlock
  /// Whether prices of the second law can be put on the counts of the first.
  let hasSameTally: Bool
  /// By list.
  fileprivate let changes: [CopayChange]
  /// As ``PriceTable/hasSamePayers(as:)`` says of the two laws.
  fileprivate let hasSamePayers: Bool

  /// Whether what is above the ceiling on a list is what it was.
  func isAsBefore(_ list: Int) -> Bool {
    kept.above != nil && hasSamePayers && changes[list].isNone
  }

  /// Persons who pay and whose copay may come to so much, in øre; nobody of lists that are as before.
  func nearCeiling(_ ceiling: Int) -> [UInt32] {
    var near: [UInt32] = []
    near.reserveCapacity(kept.drawn.people.count)
    for list in changes.indices where !isAsBefore(list) {
      guard let least = changes[list].least(toReach: ceiling) else { continue }
      for person in kept.persons(list, paying: least) { near.append(UInt32(person)) }
    }
    return near
  }
}
