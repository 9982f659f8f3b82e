import Analysis
import Arrivals
import Diagnostics
import Documents
import Ledger
import ScenarioSupport
import Scenarios
import TestSupport
import Units

/// Safe to share: the folder's path never changes, and its files are written before it is shared.
extension TemporaryFolder: @unchecked Sendable {}

/// The shipped scenario on a few lists of a test's own, as the files a user would write.
struct SmallWorld: Sendable {
  private(set) var file: ScenarioFile
  /// Holds the table of lists as long as the world is in use.
  private let folder: TemporaryFolder

  /// - Parameters:
  ///   - lists: A table of lists.
  ///   - changes: Paths of the scenario file with new values, in YAML. A number at the path of an
  ///   estimate replaces its central value and takes its interval away.
  /// - Throws: What reading the files throws.
  init(_ lists: String = sevenLists, changes: KeyValuePairs<String, String> = [:]) throws {
    folder = try TemporaryFolder()
    file = try ShippedScenario.file()
    try change("lists", to: "{ file: '\(folder.file("lists.csv", lists))' }")
    try change("arrivals.diplomats.persons", to: "40")
    for (path, value) in changes { try change(path, to: value) }
  }

  mutating func change(_ path: String, to value: String) throws {
    file = try file.changing(path, toYAML: value)
  }

  func comparison() throws -> Comparison { try Comparison(of: file) }
}

extension Comparison {
  /// What municipalities pay more in grants.
  var municipalGrants: Money { difference { $0.payer == .municipality && $0.line.isGrant } }
}
