import Practices
import Rules
import TestSupport
import Testing
import Units

@testable import Simulation

/// The compiled pricer against the reference, on random people and random schedules.
@Suite("Two pricers")
struct PricerTests {
  @Test("agree to the øre on random persons, contacts and schedules")
  func agreement() {
    forEverySeed(in: 0..<600) { random in
      let world = PricedWorld(&random)
      let expected = world.reference()
      let priced = world.priced()
      // Nothing is kept where no staff waits.
      let beforeStaff =
        priced.beforeStaff.isEmpty ? expected.beforeStaff.map { _ in .zero } : priced.beforeStaff
      return priced.byList == expected.byList && priced.byClass == expected.byClass
        && priced.atCeiling == expected.atCeiling
        && beforeStaff.map(\.honorarium) == expected.beforeStaff.map(\.honorarium)
        && beforeStaff.map { $0[PaymentVector.Lane.contacts] }
          == expected.beforeStaff.map { $0[PaymentVector.Lane.contacts] }
    }
  }

  @Test("agree on the sum by list and the sum by class")
  func closing() {
    forEverySeed(in: 0..<200) { random in
      let priced = PricedWorld(&random).priced()
      return priced.byList.reduce(PaymentVector.zero, &+) == priced.byClass.reduce(.zero, &+)
    }
  }

  @Test("the random worlds reach the ceiling, the caps and the maxima")
  func worldsAreRich() {
    var seen = (ceiling: 0, struck: 0, plain: 0, segments: 0, ages: 0, fast: 0, staff: 0)
    forEverySeed(in: 0..<100) { random in
      let world = PricedWorld(&random)
      let prices = world.prices
      let plain = PriceTable(
        of: world.classes, at: world.kinds,
        under: world.law.mapping { _, law in
          law.schedule = law.schedule.withoutMaxima
          (law.ceiling, law.dailyCaps) = (nil, [])
        })
      seen.ceiling += world.priced().atCeiling
      let free = PricedBlock(
        world.block, at: plain, kinds: world.kindOfList, firstOutOfHours: world.firstOutOfHours)
      let all = { (block: PricedBlock) in block.byList.reduce(0) { $0 + $1.honorarium } }
      if all(free) > all(world.priced()) { seen.struck += 1 }
      if !prices.hasStruckLines { seen.plain += 1 }
      if !prices.ceilings.isOne { seen.segments += 1 }
      if prices.changesExemption.contains(true) { seen.ages += 1 }
      if !prices.ceilings.isOne, !prices.isFollowed { seen.fast += 1 }
      if world.priced().beforeStaff.contains(where: { $0 != .zero }) { seen.staff += 1 }
      return true
    }
    #expect(seen.ceiling > 100 && seen.struck > 10 && seen.plain > 10 && seen.segments > 10)
    #expect(seen.ages > 10 && seen.fast > 10 && seen.staff > 10)
  }
}
