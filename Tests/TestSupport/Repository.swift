public import Foundation

/// Files of the repository the tests are compiled from.
public enum Repository {
  /// The folder that holds `Package.swift`.
  public static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The path of a file, from the root.
  public static func path(_ name: String) -> String { root.appendingPathComponent(name).path }

  public static func text(_ name: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(name), encoding: .utf8)
  }

  /// The paths of the scenario and reform files of a folder, from the root.
  public static func scenarios(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path(folder))
      .filter { $0.hasSuffix(".yaml") }.sorted().map { path("\(folder)/\($0)") }
  }
}
