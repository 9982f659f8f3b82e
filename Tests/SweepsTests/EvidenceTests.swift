import Arrivals
import Statistics
import Testing

@testable import Sweeps

@Suite("What sensitivities stand on")
struct EvidenceTests {
  /// A sweep of two factors with one outcome; no answer where it is nothing.
  private func results(
    _ design: Design, points: Int, replicates: Int = 1, outcome: (Int) -> Double?
  ) -> SweepResults {
    SweepResults(
      title: "A test", currency: "NOK", year: 2024, period: "2024", seed: 1, stage: "immediate",
      replicates: replicates, design: design, questions: [],
      factors: ["a", "b"].map { .init(path: $0, spread: "uniform 0…1", group: nil, source: nil) },
      policies: [.init(name: "base", title: "Base", isBaseline: true)],
      outcomes: [.init(name: "payer.state", unit: .money)],
      points: (0..<points).map { point in
        [FactorValue(rounded: Double(point % 5)), FactorValue(rounded: Double(point % 3))]
      },
      values: [[(0..<points * replicates).map { outcome($0) ?? .nan }]])
  }

  private func square(_ run: Int) -> Double { Double((run * 7) % 11) + Double(run) }

  @Test("a block with a run without an answer does not enter, whatever its other runs came to")
  func blocks() throws {
    // Two factors: blocks of four points. Run 5 is in the second.
    let some = results(.saltelli(4, hasPairs: false), points: 16) { $0 == 5 ? nil : square($0) }
    let evidence = try #require(some.evidence(for: .blocks).first)
    #expect(evidence.runs == 16 && evidence.unanswered == 1)
    #expect(evidence.cases == 4 && evidence.used == 3 && !evidence.isConstant)
    let others = results(.saltelli(4, hasPairs: false), points: 16) {
      $0 == 5 ? nil : (4..<8).contains($0) ? 1e9 : square($0)
    }
    let (one, other) = (some.indices().single, others.indices().single)
    #expect(one.count == 2)
    #expect(one.map(\.total.value) == other.map(\.total.value))
    #expect(one.map(\.first.value) == other.map(\.first.value))
  }

  @Test("one whole block is too few for indices, and two are enough")
  func fewest() {
    for (first, count) in [(8, 2), (4, 0)] {
      let some = results(.saltelli(4, hasPairs: false), points: 16) {
        $0 >= first ? nil : square($0)
      }
      #expect(some.evidence(for: .blocks)[0].used == first / 4)
      #expect(some.indices().single.count == count)
    }
  }

  @Test("a walk with a run without an answer does not enter")
  func walks() throws {
    let design = Design.morris(trajectories: 4, levels: 4)
    let some = results(design, points: 12) { $0 == 4 ? nil : square($0) }
    let evidence = try #require(some.evidence(for: .walks).first)
    #expect(evidence.cases == 4 && evidence.used == 3 && evidence.unanswered == 1)
    let others = results(design, points: 12) {
      $0 == 4 ? nil : (3..<6).contains($0) ? -1e9 : square($0)
    }
    #expect(some.effects().count == 2)
    #expect(some.effects().map(\.effect) == others.effects().map(\.effect))
  }

  @Test("a factor without an answer at an end is left out, and the others stay")
  func swings() throws {
    let some = results(.oneAtATime(middle: 0.9), points: 5) { $0 == 2 ? nil : square($0) }
    let evidence = try #require(some.evidence(for: .swings).first)
    #expect(evidence.runs == 5 && evidence.unanswered == 1)
    #expect(evidence.cases == 2 && evidence.used == 1)
    #expect(some.swings().map(\.factor) == [1])
    let none = results(.oneAtATime(middle: 0.9), points: 5) { $0 == 0 ? nil : square($0) }
    #expect(none.evidence(for: .swings)[0].used == 0 && none.swings().isEmpty)
  }

  @Test("a point without an answer in one replicate does not enter, and its runs are counted")
  func replicates() throws {
    let some = results(.sobol(8), points: 8, replicates: 2) { $0 == 3 ? nil : square($0) }
    let evidence = try #require(some.evidence(for: .draws).first)
    #expect(evidence.runs == 16 && evidence.unanswered == 1)
    #expect(evidence.cases == 8 && evidence.used == 7)
    #expect(some.associations().count == 2)
  }

  @Test("an outcome that is the same in all that is used is constant, and nothing is said of it")
  func constant() {
    let same = results(.saltelli(4, hasPairs: false), points: 16) { _ in 3 }
    #expect(same.evidence(for: .blocks)[0].isConstant && same.indices().single.isEmpty)
    // Another value in a block that does not enter makes it no less constant.
    let hidden = results(.saltelli(4, hasPairs: false), points: 16) {
      $0 == 5 ? nil : $0 == 6 ? 4 : 3
    }
    #expect(hidden.evidence(for: .blocks)[0].isConstant && hidden.indices().single.isEmpty)
    #expect(!hidden.evidence(for: .draws)[0].isConstant || hidden.associations().isEmpty)
  }

  @Test("a method has no evidence in a design made for another")
  func others() {
    let grid = results(.grid(steps: 4), points: 16) { square($0) }
    #expect(grid.evidence(for: .blocks).isEmpty && grid.evidence(for: .walks).isEmpty)
    #expect(grid.evidence(for: .swings).isEmpty && grid.evidence(for: .draws).isEmpty)
    #expect(grid.evidence(for: .points).count == 1)
  }

  @Test(
    "powers of two are balanced, and other numbers have one on each side",
    arguments: [
      (1, nil), (2, nil), (3, [2, 4]), (12, [8, 16]), (256, nil), (257, [256, 512]),
    ] as [(Int, [Int]?)])
  func balance(points: Int, nearest: [Int]?) {
    for design in [Design.sobol(points), .saltelli(points, hasPairs: true)] {
      #expect(design.unbalanced.map { [$0.below, $0.above] } == nearest)
    }
    #expect(Design.latinHypercube(points).unbalanced == nil)
  }
}
