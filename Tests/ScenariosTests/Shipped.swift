import Foundation
import ScenarioSupport
import Scenarios
import TestSupport

/// The scenarios that come with the program.
enum Shipped {
  static let main = Repository.path("Scenarios/norway/diplomat-list.yaml")

  /// The paths of all of them.
  static func paths() throws -> [String] {
    let folder = Repository.path("Scenarios")
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder)
    return names.filter { $0.hasSuffix(".yaml") && !$0.contains("/sweeps/") }.sorted().map {
      "\(folder)/\($0)"
    }
  }

  static func mainFile() throws -> ScenarioFile { try ScenarioFile(reading: main) }
}
