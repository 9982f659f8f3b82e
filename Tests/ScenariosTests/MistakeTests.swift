import Arrivals
import Models
import ScenarioSupport
import Scenarios
import TestSupport
import Testing

/// A bad file per mistake, with the whole of what its author is told in a text beside it.
@Suite("What an author is told")
struct MistakeTests {
  private let mistakes = Mistakes(in: "Tests/ScenariosTests/Mistakes")

  private func told(_ name: String) -> String {
    mistakes.told(name) { path in
      let file = try ScenarioFile(reading: path)
      if file.asks(ModelScenario.self) {
        _ = try file.modelScenario()
      } else if file.asks(NationalScenario.self) {
        _ = try file.nationalScenario()
        try file.checkCalibration()
      } else {
        _ = try file.scenario()
      }
    }
  }

  @Test("every mistake gives the whole message that stands beside it")
  func messages() throws {
    let names = try mistakes.names()
    #expect(names.count >= 60)
    for name in names {
      let told = told(name)
      #expect(!told.isEmpty, "\(name).yaml holds no mistake")
      #expect(told == mistakes.expected(name), "\(name).yaml")
    }
    #expect(try mistakes.orphans().isEmpty)
  }

  @Test("five mistakes in a file are told in one go, and one mistake is told once")
  func counts() throws {
    // A pin and the value it hides are told at both lines.
    let several = ["five-mistakes": 5, "nation-pin-hides-a-value": 2]
    for name in try mistakes.names() {
      #expect(faultCount(in: told(name)) == several[name] ?? 1, "\(name).yaml")
    }
  }
}
