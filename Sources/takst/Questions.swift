import Analysis
import Arrivals
import Capacity
import Models
import Scenarios

/// The questions a file can ask. A file is of the first that finds a key of its own in it, and of the last
/// where none does.
enum Questions {
  static let all: [any Question.Type] = [
    ModelScenario.self, CapacityScenario.self, NationalScenario.self, Scenario.self,
  ]
}
