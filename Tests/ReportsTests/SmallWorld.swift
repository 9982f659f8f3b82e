import Diagnostics
import Documents
import Foundation
import Reports
import ScenarioSupport
import Scenarios
import TestSupport
import Units

@testable import takst

/// The shipped scenario on a few lists of a test's own, as the files a user would write.
struct SmallWorld {
  private(set) var file: ScenarioFile
  /// Holds the table of lists as long as the world is in use.
  private let folder: TemporaryFolder

  /// Two short lists and a long one in Oslo, one of each in the others; room on both tiers.
  static let lists = """
    list,municipality,length,cap,opened,grants
    oslo-a,oslo,700,800,,
    oslo-b,oslo,960,1040,,
    oslo-c,oslo,1500,1600,,
    baerum-a,baerum,985,1060,,rent-supplement-high
    baerum-b,baerum,300,900,2023-01-01,
    tromso-a,tromso,650,700,,
    tromso-b,tromso,1000,1020,,

    """

  /// A world in which every account has a posting, and a small municipality an equalisation grant.
  static let everything: KeyValuePairs = [
    "from": "2023-07", "municipalities.tromso.inhabitants": "4000",
    "standby-contracts": "{ central: 50000, source: a test }",
  ]

  /// - Parameters:
  ///   - lists: A table of lists.
  ///   - changes: Paths of the scenario file with new values, in YAML. A number at the path of an
  ///   estimate replaces its central value and takes its interval away.
  /// - Throws: What reading the files throws.
  init(_ lists: String = lists, changes: KeyValuePairs<String, String> = [:]) throws {
    folder = try TemporaryFolder()
    file = try ShippedScenario.file()
    try change("lists", to: "{ file: '\(folder.file("lists.csv", lists))' }")
    try change("arrivals.diplomats.persons", to: "40")
    for (path, value) in changes { try change(path, to: value) }
  }

  mutating func change(_ path: String, to value: String) throws {
    file = try file.changing(path, toYAML: value)
  }

  func report(_ tables: String...) throws -> Report {
    var world = self
    if !tables.isEmpty { try world.change("tables", to: "[\(tables.joined(separator: ", "))]") }
    return try Report(of: world.file)
  }

  /// The whole report of the shipped scenario, computed once.
  static let shippedReport = Result<Report, any Error> { try Report(of: ShippedScenario.file()) }
}

extension Report {
  /// The table of a name.
  func table(_ name: TableName) -> Table? { tables.first { $0.name == name.rawValue } }
}
