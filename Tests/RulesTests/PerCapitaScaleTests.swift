import Rules
import TestSupport
import Testing
import Units

@Suite("Per-capita scales")
struct PerCapitaScaleTests {
  @Test("one more person never lowers the grant")
  func isMonotone() {
    forEverySeed { random in
      let (scale, persons) = (random.scale(), random.whole(in: 0...250))
      return scale.annualAmount(persons: persons) <= scale.annualAmount(persons: persons + 1)
    }
  }

  @Test("a place adds the rate of its own tier, and nothing above the last paid place")
  func marginalRate() {
    forEverySeed { random in
      let (scale, place) = (random.scale(), random.whole(in: 1...250))
      let tier = scale.tiers.last { $0.above < place }
      let rate = place > scale.paidUpTo ?? .max ? .zero : tier?.rate
      return scale.rate(ofPlace: place) == rate
    }
  }

  @Test("the rates of all places sum to the grant of the list")
  func placesSumToTheWhole() {
    forEverySeed { random in
      let (scale, persons) = (random.scale(), random.whole(in: 0...250))
      let places = (0..<persons).map { scale.rate(ofPlace: $0 + 1) }
      return places.reduce(.zero, +) == scale.annualAmount(persons: persons)
    }
  }

  @Test("a tier cut in two with the same rate pays the same")
  func cutTier() {
    forEverySeed { random in
      let (scale, persons) = (random.scale(), random.whole(in: 0...250))
      guard let last = scale.tiers.last else { return false }
      let rest = PerCapitaScale.Tier(above: last.above + random.whole(in: 1...99), rate: last.rate)
      let cut = PerCapitaScale(tiers: scale.tiers + [rest], paidUpTo: scale.paidUpTo)
      return cut.annualAmount(persons: persons) == scale.annualAmount(persons: persons)
    }
  }

  @Test("a list with twice the need is paid twice as much, and one of average need as without")
  func need() {
    forEverySeed { random in
      let (scale, persons) = (random.scale(isWeightedByNeed: true), random.whole(in: 0...250))
      let unweighted = PerCapitaScale(tiers: scale.tiers, paidUpTo: scale.paidUpTo)
      let average = unweighted.annualAmount(persons: persons)
      return scale.annualAmount(persons: persons) == average
        && scale.annualAmount(persons: persons, needIndex: Ratio(2)) == average + average
    }
  }

  @Test("a scale without need weights pays the same whatever the need")
  func needIsIgnored() {
    forEverySeed { random in
      let (scale, persons) = (random.scale(), random.whole(in: 0...250))
      let need = Ratio(random.whole(in: 0...10_000), over: 1_000)
      return scale.annualAmount(persons: persons, needIndex: need)
        == scale.annualAmount(persons: persons)
    }
  }

  @Test("the product with the need index is rounded once, not per person")
  func roundedOnce() {
    let scale = PerCapitaScale(
      tiers: [.init(above: 0, rate: Money(ore: 1))], isWeightedByNeed: true)
    #expect(scale.annualAmount(persons: 10, needIndex: Ratio(5, over: 4)) == Money(ore: 13))
  }
}
