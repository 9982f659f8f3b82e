import Practices
import Rules
import TestSupport
import Testing
import Units

@testable import Simulation

/// Kept contacts priced again against the reference pricer under the law of the day.
@Suite("Pricing kept contacts again")
struct RepricingTests {
  @Test("gives what the reference pricer gives, whatever changed", arguments: LawChange.allCases)
  func agreement(after change: LawChange) {
    forEverySeed(in: 0..<300) { random in
      let (before, world) = Self.worlds(change, &random)
      let (again, expected) = (world.priced(again: before), world.reference())
      return again.byList == expected.byList && again.byClass == expected.byClass
        && again.atCeiling == expected.atCeiling
    }
  }

  @Test("follows nobody where copays, ceiling and ages are as before")
  func nobody() {
    var stood = 0
    forEverySeed(in: 0..<200) { random in
      [LawChange.nothing, .refunds].allSatisfy { change in
        let (before, world) = Self.worlds(change, &random)
        let (kept, prices) = (before.kept(), world.prices)
        // Where two fees exclude each other, the larger is taken, and with it another copay.
        guard kept.above != nil, prices.copay == before.prices.copay else { return true }
        stood += 1
        return PriceChange(from: before.prices, to: prices)
          .again(kept, from: before.kindOfList, to: world.kindOfList)
          .nearCeiling(prices.ceilings.least).isEmpty
      }
    }
    #expect(stood > 50)
  }

  @Test("keeps every person and contact, those who paid more before those who paid less")
  func kept() {
    forEverySeed(in: 0..<200) { random in
      let world = PricedWorld(&random)
      let (drawn, kept) = (world.block, world.kept().drawn)
      return (0..<3).allSatisfy { list in
        Self.persons(drawn, list).sorted() == Self.persons(kept, list).sorted()
      } && kept.contacts.count == drawn.contacts.count && kept.isInOrder
    }
  }

  /// Everything about the persons of a list, in words.
  private static func persons(_ block: DrawnBlock, _ list: Int) -> [String] {
    (block.people.starts[list]..<block.people.starts[list + 1]).map { person in
      let own = block.contacts[Int(block.starts[person])..<Int(block.starts[person + 1])]
      return "\(block.people.cells[person]) \(block.people.standings[person].rawValue) "
        + "\(block.otherCopay[person]) \(own.sorted())"
    }
  }

  /// A world before and after a change.
  private static func worlds(
    _ change: LawChange, _ random: inout TestRandom
  ) -> (PricedWorld, PricedWorld) {
    var before = PricedWorld(&random)
    let after = before.changing(change, &random)
    if change == .copaysFromNothing {
      before.law = before.law.mapping { $1.schedule = $1.schedule.freeOfCopay("a") }
    }
    return (before, after)
  }
}
