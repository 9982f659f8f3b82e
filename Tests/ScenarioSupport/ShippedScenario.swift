import Diagnostics
import Documents
public import Scenarios
import TestSupport
import Units

/// The scenario that comes with the program, for tests that change a line or two of it.
public enum ShippedScenario {
  public static func file() throws -> ScenarioFile {
    try ScenarioFile(reading: Repository.path("Scenarios/norway/diplomat-list.yaml"))
  }
}

extension ScenarioFile {
  /// The file with another value at a path, as a user would write it.
  ///
  /// - Parameters:
  ///   - path: For example `arrivals.diplomats.uptake`.
  ///   - yaml: The new value. A number at the path of an estimate replaces its central value and
  ///     takes its interval away.
  /// - Throws: What reading the value throws.
  /// - Returns: The changed file.
  public func changing(_ path: String, toYAML yaml: String) throws -> ScenarioFile {
    if let number = Ratio(decimal: yaml), document.value(at: path)?["central"] != nil {
      return try setting(path, to: number)
    }
    return try changing(path, to: Node(parsing: InputFile(path: "test.yaml", text: yaml)))
  }
}

extension ShippedScenario {
  /// The Norwegian baseline of 2023 with fewer persons on its lists, for tests that run it whole.
  public static func nation(of persons: Int) throws -> ScenarioFile {
    let file = try ScenarioFile(reading: Repository.path("Scenarios/norway/baseline-2023.yaml"))
    let number = Node(.scalar("\(persons)", isQuoted: false), at: file.document.position)
    return try file.changing("population.persons.central", to: number)
  }

  /// The same, with accounts that say they are of as many persons.
  public static func nationWithAccounts(of persons: Int) throws -> ScenarioFile {
    try nation(of: persons)
      .changing("official.persons", toYAML: "{ central: \(persons), source: a test }")
  }
}
