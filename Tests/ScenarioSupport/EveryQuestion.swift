import Analysis
import Arrivals
import Capacity
public import Diagnostics
public import Documents
import Models
public import Reports
public import Scenarios
import Work

/// The questions of the program, as its files ask them.
public let everyQuestion: [any Question.Type] = [
  ModelScenario.self, CapacityScenario.self, NationalScenario.self, Scenario.self,
]

extension ScenarioFile {
  /// A file of any question.
  public init(reading path: String) throws(Faults) {
    try self.init(reading: path, asking: everyQuestion)
  }

  /// A file of any question that has been read already.
  public init(_ document: Node, at path: String) throws(Faults) {
    try self.init(document, at: path, asking: everyQuestion)
  }
}

extension Report {
  /// Whatever a file asks.
  public init(of file: ScenarioFile) throws {
    self = try file.question.report(on: file, by: Workers())
  }
}
