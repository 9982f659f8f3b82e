import Statistics
import TestSupport
import Testing

@Suite("Elementary effects")
struct MorrisEffectsTests {
  private func effects(
    _ groups: [[Int]], dimensions: Int, trajectories: Int = 50, seed: UInt64 = 1,
    of function: ([Double]) -> Double
  ) -> [MorrisEffects.Effect] {
    let design = MorrisDesign(
      groups: groups, dimensions: dimensions, levels: 4, trajectories: trajectories, seed: seed)
    let outcomes = (0..<trajectories).map { design.trajectory($0).map { function($0.point) } }
    return MorrisEffects(of: outcomes, design: design, resamples: 200, seed: seed).groups
  }

  @Test("of a straight line they are its slopes, and none deviates")
  func linear() {
    forEverySeed(in: 0..<100) { random in
      let slopes = (0..<4).map { _ in Double(random.whole(in: -9...9)) }
      let found = effects(
        [[0], [1], [2], [3]], dimensions: 4, trajectories: 5, seed: random.next()
      ) { point in 7 + zip(point, slopes).reduce(0) { $0 + $1.0 * $1.1 } }
      return zip(found, slopes).allSatisfy { effect, slope in
        abs(effect.mean - slope) < 1e-12 && effect.deviation < 1e-12
          && abs(effect.meanSize.value - abs(slope)) < 1e-12
          && effect.meanSize.high - effect.meanSize.low < 1e-12
      }
    }
  }

  @Test("of a square on four levels they are 2 ∕ 3 or 4 ∕ 3; a product's are as large as the other")
  func curves() {
    let found = effects([[0], [1], [2]], dimensions: 3, trajectories: 4_000) {
      $0[0] * $0[0] + $0[1] * $0[2]
    }
    // From 0 to 2 ∕ 3 and from 1 ∕ 3 to 1, as often; the other factor is any level, as often.
    #expect(abs(found[0].mean - 1) < 0.02 && abs(found[0].deviation - 1.0 / 3) < 0.01)
    #expect(abs(found[1].mean - 0.5) < 0.02)
    #expect(abs(found[1].deviation - (5.0 / 36).squareRoot()) < 0.01)
  }

  @Test("an outcome that rises here and falls there has a mean near zero and a size that is not")
  func humped() {
    let found = effects([[0]], dimensions: 1, trajectories: 1_000) { 9 * $0[0] * (1 - $0[0]) }
    // From 0 to 2 ∕ 3 it rises by 2, from 1 ∕ 3 to 1 it falls by 2; a step is 2 ∕ 3.
    #expect(abs(found[0].mean) < 0.3)
    #expect(abs(found[0].meanSize.value - 3) < 1e-12)
  }

  @Test("a group moves as one: opposite slopes inside it do not hide it")
  func groups() {
    let found = effects([[0, 1], [2]], dimensions: 3, trajectories: 400) {
      $0[0] - $0[1] + 5 * $0[2]
    }
    #expect(abs(found[0].meanSize.value - 1) < 0.2)
    #expect(found[0].meanSize.low < 1 && found[0].meanSize.high > 1)
    #expect(abs(found[1].mean - 5) < 1e-12)
  }

  @Test("trajectories that are left out count for nothing")
  func leftOut() {
    let design = MorrisDesign(
      groups: [[0], [1]], dimensions: 2, levels: 4, trajectories: 6, seed: 1)
    let outcomes = (0..<6).map { number in
      number.isMultiple(of: 2) ? [] : design.trajectory(number).map { $0.point[0] * 3 }
    }
    let found = MorrisEffects(of: outcomes, design: design, seed: 1).groups
    #expect(abs(found[0].mean - 3) < 1e-12 && found[1].mean == 0)
  }
}
