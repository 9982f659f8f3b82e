import Statistics
import TestSupport
import Testing

@Suite("Boxes where cases are of interest")
struct PatientRuleInductionTests {
  private func points(_ count: Int, dimensions: Int, seed: UInt64) -> [[Double]] {
    let design = LatinHypercube(points: count, dimensions: dimensions, seed: seed)
    return (0..<count).map(design.point)
  }

  @Test("a box planted in two of five dimensions is found, and only there, within four per cent")
  func planted() {
    forEverySeed(in: 0..<40) { random in
      let points = points(1_500, dimensions: 5, seed: random.next())
      let lows = (0..<2).map { _ in Double(random.whole(in: 10...40)) / 100 }
      let highs = lows.map { $0 + Double(random.whole(in: 30...50)) / 100 }
      let isInside = points.map { point in
        (0..<2).allSatisfy { lows[$0] <= point[$0 + 1] && point[$0 + 1] <= highs[$0] }
      }
      let best = PatientRuleInduction(points: points, isOfInterest: isInside).best
      return best.restricted == [1, 2]
        && (0..<2).allSatisfy { place in
          guard let limits = best.limits[place + 1] else { return false }
          return abs(limits.lowerBound - lows[place]) < 0.04
            && abs(limits.upperBound - highs[place]) < 0.04
        }
        && best.density > 0.9 && best.coverage > 0.9
    }
  }

  @Test("a corner is bounded on one side only, also when one case in ten is out of place")
  func corner() {
    forEverySeed(in: 0..<40) { random in
      let points = points(1_000, dimensions: 3, seed: random.next())
      let isOfInterest = points.map { point in
        (point[0] < 0.4 && point[2] > 0.5) != (random.whole(in: 1...10) == 1)
      }
      let induction = PatientRuleInduction(points: points, isOfInterest: isOfInterest)
      guard let first = induction.best.limits[0], let last = induction.best.limits[2] else {
        return false
      }
      return first.lowerBound == -.infinity && abs(first.upperBound - 0.4) < 0.1
        && last.upperBound == .infinity && abs(last.lowerBound - 0.5) < 0.1
    }
  }

  @Test("coverage, density and mass count the cases inside")
  func counts() {
    forEverySeed(in: 0..<50) { random in
      let points = points(300, dimensions: 3, seed: random.next())
      let isOfInterest = points.map { $0[0] + $0[1] > 1.2 || random.whole(in: 1...5) == 1 }
      let induction = PatientRuleInduction(points: points, isOfInterest: isOfInterest)
      let all = Double(isOfInterest.count { $0 })
      return (induction.trajectory + [induction.best]).allSatisfy { box in
        let inside = points.indices.filter { box.contains(points[$0]) }
        let hits = Double(inside.count { isOfInterest[$0] })
        return abs(box.coverage - hits / all) < 1e-12
          && abs(box.density - hits / Double(inside.count)) < 1e-12
          && abs(box.mass - Double(inside.count) / 300) < 1e-12
      }
    }
  }

  @Test("boxes shrink by a slice at a time, from everything to the least mass")
  func trajectory() {
    let points = points(1_000, dimensions: 2, seed: 3)
    let induction = PatientRuleInduction(
      points: points, isOfInterest: points.map { $0[0] * $0[1] > 0.6 || $0[0] < 0.001 },
      peel: 0.1, leastMass: 0.02)
    let masses = induction.trajectory.map(\.mass)
    #expect(masses[0] == 1 && induction.trajectory[0].restricted.isEmpty)
    #expect(
      zip(masses, masses.dropFirst()).allSatisfy { $1 < $0 && $1 > 0.88 * $0 - 0.002 })
    #expect((masses.last ?? 0) >= 0.02)
    #expect(induction.best(leastCoverage: 0.99).coverage >= 0.99)
    #expect(
      induction.best(leastCoverage: 0.5).density >= induction.best(leastCoverage: 0.9).density)
  }

  @Test("codes are peeled one at a time, and equal values stay together")
  func categories() {
    forEverySeed(in: 0..<100) { random in
      let cases = (0..<600).map { _ in
        [
          Double(random.whole(in: 1...5)), Double(random.whole(in: 0...9)),
          Double(random.whole(in: 0...999)),
        ]
      }
      let isOfInterest = cases.map { [2, 5].contains($0[0]) && $0[1] >= 4 }
      let best = PatientRuleInduction(
        points: cases, isOfInterest: isOfInterest, categories: [0]
      ).best
      return best.codes[0] == [2, 5] && best.limits[1] == 3.5...Double.infinity
        && best.restricted == [0, 1] && best.density == 1 && best.coverage == 1
    }
  }

  @Test("a bound that means something is no accident; one dropped was")
  func chances() {
    let points = points(1_000, dimensions: 2, seed: 5)
    let best = PatientRuleInduction(
      points: points, isOfInterest: points.map { $0[0] > 0.7 }
    ).best
    #expect((best.chances[0] ?? 1) < 1e-9 && best.chances[1] == nil)
  }

  @Test("where nothing or everything is of interest, or all cases are alike, there is one box")
  func degenerate() {
    let points = points(50, dimensions: 2, seed: 1)
    for isOfInterest in [true, false] {
      let induction = PatientRuleInduction(
        points: points, isOfInterest: points.map { _ in isOfInterest })
      #expect(induction.trajectory.count == 1 && induction.best.mass == 1)
      #expect(induction.best.density == (isOfInterest ? 1 : 0))
    }
    let alike = PatientRuleInduction(
      points: points.map { _ in [1, 2] }, isOfInterest: points.map { $0[0] > 0.5 })
    #expect(alike.trajectory.count == 1 && alike.best.restricted.isEmpty)
    #expect(PatientRuleInduction(points: [[]], isOfInterest: [true]).best.mass == 1)
  }

  @Test("neighbouring numbers with nothing between them can still be parted")
  func neighbours() {
    let next = 1.0.nextUp
    let induction = PatientRuleInduction(
      points: (0..<40).map { [$0 < 20 ? 1 : next] }, isOfInterest: (0..<40).map { $0 < 20 })
    #expect(induction.best.density == 1 && induction.best.coverage == 1)
  }
}
