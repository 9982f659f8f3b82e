import ScenarioSupport
import Sweeps
import TestSupport
import Testing

/// A bad sweep per mistake, with the whole of what its author is told in a text beside it.
@Suite("What the author of a sweep is told")
struct MistakeTests {
  private let mistakes = Mistakes(in: "Tests/SweepsTests/Mistakes")

  private func told(_ name: String) -> String {
    mistakes.told(name) { _ = try Sweep(reading: $0, asking: everyQuestion) }
  }

  @Test("every mistake gives the whole message that stands beside it, once")
  func messages() throws {
    let names = try mistakes.names()
    #expect(names.count >= 80)
    for name in names {
      let told = told(name)
      #expect(faultCount(in: told) == 1, "\(name).yaml")
      #expect(told == mistakes.expected(name), "\(name).yaml")
    }
    #expect(try mistakes.orphans().isEmpty)
  }
}
