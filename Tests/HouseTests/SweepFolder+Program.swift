import Foundation
import SweepSupport

extension SweepFolder {
  func out(_ name: String) -> String { path + "/" + name }

  /// The files of results in a folder, without stores.
  func results(_ name: String) throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: out(name))
    return try Dictionary(
      uniqueKeysWithValues: names.filter { !$0.contains("sqlite") }.map {
        ($0, try Data(contentsOf: URL(fileURLWithPath: out(name) + "/" + $0)))
      })
  }

  func sweepFile(_ design: String, more: String = "") throws -> String {
    try write(
      design,
      vary: """
        arrivals.diplomats.uptake: { interval: uniform }
        arrivals.diplomats.insured-share: { uniform: [0.3, 0.7] }
        """, more: more)
  }
}
