import Statistics
import TestSupport
import Testing

@Suite("Walks that move one group at a time")
struct MorrisDesignTests {
  private static func any(_ random: inout TestRandom) -> MorrisDesign {
    let dimensions = random.whole(in: 1...8)
    // Some dimensions stay in no group.
    let group = (0..<dimensions).map { _ in random.whole(in: -1...3) }
    let groups = (0..<4).map { number in group.indices.filter { group[$0] == number } }
    return MorrisDesign(
      groups: groups.filter { !$0.isEmpty }, dimensions: dimensions,
      levels: 2 * random.whole(in: 1...5), trajectories: 10, seed: random.next())
  }

  @Test("every step moves the dimensions of one group by Δ and nothing else, each group once")
  func steps() {
    forEverySeed { random in
      let design = Self.any(&random)
      return (0..<10).allSatisfy { number in
        let walk = design.trajectory(number)
        let areSteps = zip(walk, walk.dropFirst()).allSatisfy { from, to in
          let moved = design.groups[to.moved ?? 0]
          return (0..<design.dimensions).allSatisfy { dimension in
            let length = abs(to.point[dimension] - from.point[dimension])
            return abs(length - (moved.contains(dimension) ? design.step : 0)) < 1e-12
          }
        }
        return areSteps && walk[0].moved == nil
          && walk.dropFirst().compactMap(\.moved).sorted() == Array(design.groups.indices)
      }
    }
  }

  @Test("points lie on the grid")
  func grid() {
    forEverySeed { random in
      let design = Self.any(&random)
      let values = design.trajectory(3).flatMap(\.point).map { $0 * Double(design.levels - 1) }
      return values.allSatisfy { abs($0 - $0.rounded()) < 1e-9 && $0 >= 0 }
        && values.allSatisfy { $0.rounded() <= Double(design.levels - 1) }
    }
  }

  @Test("levels come equally often, and so do ways up and down")
  func isEven() {
    let design = MorrisDesign(
      groups: [[0], [1]], dimensions: 2, levels: 4, trajectories: 4_000, seed: 1)
    let walks = (0..<4_000).map(design.trajectory)
    for level in 0..<4 {
      let count = walks.count { ($0[0].point[1] * 3).rounded() == Double(level) }
      #expect(abs(count - 1_000) < 140)
    }
    #expect(abs(walks.count { $0[2].point[0] > $0[0].point[0] } - 2_000) < 160)
    #expect(abs(walks.count { $0[1].moved == 0 } - 2_000) < 160)
    #expect(abs(design.step - 2.0 / 3) < 1e-15)
  }

  @Test("a walk is the same however many there are")
  func isStable() {
    let designs = [5, 50].map {
      MorrisDesign(groups: [[0, 2], [1]], dimensions: 3, levels: 4, trajectories: $0, seed: 8)
    }
    #expect(
      (0..<5).allSatisfy { number in
        designs[0].trajectory(number).map(\.point) == designs[1].trajectory(number).map(\.point)
      })
  }
}
