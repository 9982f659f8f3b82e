import Capacity
import ScenarioSupport
import Scenarios
import TestSupport
import Testing
import Work

/// A bad plan per mistake, with the whole of what its author is told in a text beside it.
@Suite("What the author of a plan is told")
struct MistakeTests {
  private let mistakes = Mistakes(in: "Tests/CapacityTests/Mistakes")

  private func told(_ name: String) -> String {
    mistakes.told(name) {
      _ = try CapacityPlan(of: ScenarioFile(reading: $0), workers: Workers(1))
    }
  }

  @Test("every mistake gives the whole message that stands beside it, once")
  func messages() throws {
    let names = try mistakes.names()
    #expect(names.count >= 60)
    for name in names {
      let told = told(name)
      #expect(faultCount(in: told) == 1, "\(name).yaml")
      #expect(told == mistakes.expected(name), "\(name).yaml")
    }
    #expect(try mistakes.orphans().isEmpty)
  }

  @Test("the plan they are reforms of is sound")
  func sound() throws {
    let path = "\(mistakes.folder)/sound.scenario"
    let plan = try CapacityPlan(of: ScenarioFile(reading: path), workers: Workers(1))
    #expect(plan.inputs.clinics.count == 2)
    #expect(plan.frame.count == 10)
  }
}
