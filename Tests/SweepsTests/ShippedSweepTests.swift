import Foundation
import ScenarioSupport
import SweepSupport
import TestSupport
import Testing

@testable import Sweeps

@Suite("The sweeps that come with the program")
struct ShippedSweepTests {
  private static let folder = Repository.path("Scenarios/norway/sweeps")

  @Test("every sweep reads without a fault, and its points are points of its scenarios")
  func sound() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder)
      .filter { $0.hasSuffix(".yaml") }
    #expect(names.count >= 3)
    for name in names {
      let sweep = try Sweep(reading: Self.folder + "/" + name, asking: everyQuestion)
      #expect(!sweep.title.isEmpty && !sweep.questions.isEmpty, "\(name)")
      let values = try sweep.values()
      #expect(values.allSatisfy { $0.count == sweep.factors.count }, "\(name)")
      for policy in sweep.policies {
        for point in values.prefix(8) {
          _ = try policy.file.taking(point, of: sweep.factors)
        }
      }
    }
  }

  @Test(
    "a part of the sweep of diplomats has an answer at each of its points, on any number of cores")
  func diplomats() throws {
    let sweep = try Sweep(reading: Self.folder + "/diplomat-cost.yaml", asking: everyQuestion)
    let shard = Shard(number: 7, of: 120)
    let points = try sweep.recorded(shard: shard, workers: 1)
    #expect(points.count == 20 && points.allSatisfy { $0.rows[0].refused == nil })
    #expect(Set(points.map { $0.rows[0].outcomes[0] }).count > 15)
    #expect(try sweep.recorded(shard: shard, workers: 3) == points)
  }
}
