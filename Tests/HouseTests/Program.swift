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
  static var binary: URL {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
    let products = bundle?.bundleURL.deletingLastPathComponent() ?? Bundle.main.bundleURL
    return products.appendingPathComponent("takst")
  }

  static func run(
    _ arguments: [String], environment: [String: String] = [:], standardOutput: String? = nil
  ) throws -> Result {
    try Started(arguments, environment: environment, standardOutput: standardOutput).result()
  }

  static func run(_ command: String) throws -> Result {
    try run(command.split(separator: " ").map(String.init))
  }
}

/// The program while it runs.
final class Started {
  private let process = Process()
  private let folder: TemporaryFolder
  private let output: String
  private let errors: String

  /// - Parameters:
  ///   - arguments: Of the program.
  ///   - environment: What is changed in it.
  ///   - standardOutput: A file for what it says there.
  ///   - limits: What a shell does before it becomes the program, for example `ulimit -f 100`.
  /// - Throws: What starting it throws.
  init(
    _ arguments: [String], environment: [String: String] = [:], standardOutput: String? = nil,
    limits: String? = nil
  ) throws {
    folder = try TemporaryFolder()
    (output, errors) = (try folder.file("out", ""), try folder.file("err", ""))
    if let limits {
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments =
        ["-c", limits + "; exec \"$0\" \"$@\"", Program.binary.path] + arguments
    } else {
      process.executableURL = Program.binary
      process.arguments = arguments
    }
    process.currentDirectoryURL = Repository.root
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle(forWritingAtPath: standardOutput ?? output)
    process.standardError = FileHandle(forWritingAtPath: errors)
    // The threads that tests run on block signals, and a program would begin with theirs blocked.
    var (none, own) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &own)
    defer { pthread_sigmask(SIG_SETMASK, &own, nil) }
    try process.run()
  }

  /// Sends a signal; nothing when it has ended already.
  func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

  var isRunning: Bool { process.isRunning }
  var wasKilled: Bool { process.terminationReason == .uncaughtSignal }

  /// Waits for its end.
  func result() throws -> Program.Result {
    process.waitUntilExit()
    return Program.Result(
      status: process.terminationStatus,
      output: try String(contentsOfFile: output, encoding: .utf8),
      errors: try String(contentsOfFile: errors, encoding: .utf8))
  }
}

/// Runs a shell's command, and says whether it went well.
func shell(_ command: String) -> Bool {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/bin/sh")
  process.arguments = ["-c", command]
  guard (try? process.run()) != nil else { return false }
  process.waitUntilExit()
  return process.terminationStatus == 0
}
