import Foundation
import TestSupport

/// The program as a user starts it, from the root of the repository.
enum Program {
  struct Result {
    var status: Int32
    /// What it said on standard output.
    var output: String
    /// What it said on standard error.
    var errors: String
  }

  /// The binary that was built with the tests, beside them.
  private static var binary: URL {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
    let products = bundle?.bundleURL.deletingLastPathComponent() ?? Bundle.main.bundleURL
    return products.appendingPathComponent("takst")
  }

  static func run(
    _ arguments: [String], environment: [String: String] = [:], standardOutput: String? = nil
  ) throws -> Result {
    let folder = try TemporaryFolder()
    let (output, errors) = (try folder.file("out", ""), try folder.file("err", ""))
    let process = Process()
    process.executableURL = binary
    process.arguments = arguments
    process.currentDirectoryURL = Repository.root
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle(forWritingAtPath: standardOutput ?? output)
    process.standardError = FileHandle(forWritingAtPath: errors)
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus,
      output: try String(contentsOfFile: output, encoding: .utf8),
      errors: try String(contentsOfFile: errors, encoding: .utf8))
  }

  static func run(_ command: String) throws -> Result {
    try run(command.split(separator: " ").map(String.init))
  }
}
