import Diagnostics
import Foundation
import TestSupport
import Testing

/// How many files are damaged, and by which chance, the environment says: `TAKST_MUTATIONS`, 200 unless
/// said, and `TAKST_SEED`, 1 unless said. Where a number is asked for, the suite is taken to run alone,
/// and time and memory of the process are held to their bounds.
///
/// A trap or a hang ends the process; what was read then still lies in `takst-hostile` among the
/// temporary files.
@Suite("Shipped files, damaged at random", .serialized)
struct HostileFileTests {
  private static func number(_ name: String, unlessSaid number: Int) -> Int {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) } ?? number
  }

  private static let isAlone = ProcessInfo.processInfo.environment["TAKST_MUTATIONS"] != nil
  /// Seconds for a file in a build that is not optimised; one that is takes a tenth.
  private static let longest = 20.0
  private static let mostMiB = 1_500

  @Test("are read, or told with their place, in bounded time and memory")
  func damage() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("takst-hostile")
    try? FileManager.default.removeItem(at: folder)
    try FileManager.default.copyItem(
      at: URL(fileURLWithPath: Repository.path("Scenarios")), to: folder)
    try FileManager.default.copyItem(
      at: URL(fileURLWithPath: Repository.path("Sources/RateBooks/Books")),
      to: folder.appendingPathComponent("books"))
    let targets = try Target.all(in: folder.path)
    let seed = UInt64(Self.number("TAKST_SEED", unlessSaid: 1))
    let count = UInt64(Self.number("TAKST_MUTATIONS", unlessSaid: 200))
    for seed in seed..<(seed + count) {
      var random = TestRandom(seed: seed)
      let target = targets[random.whole(in: 0...(targets.count - 1))]
      let damaged = Damage(to: target.bytes, by: &random).result
      let file = folder.appendingPathComponent(target.name)
      let bytes = try target.pack?(damaged) ?? damaged
      try Data(bytes).write(to: file)
      let (time, faults) = Self.timed { try target.read(file.path) }
      // Left where it is when something is wrong with it.
      if let what = Self.wrong(time, faults) {
        Issue.record("TAKST_SEED=\(seed), \(file.path): \(what)")
        return
      }
      try Data(target.bytes).write(to: file)
    }
    try? FileManager.default.removeItem(at: folder)
  }

  /// Seconds of processor time, and what was told; `nil` for a file that is sound, or has no answer.
  private static func timed(_ read: () throws -> Void) -> (seconds: Double, told: (any Error)?) {
    let start = clock()
    var told: (any Error)?
    do { try read() } catch { told = error }
    return (Double(clock() - start) / Double(CLOCKS_PER_SEC), told)
  }

  /// What is not as it should be; `nil` where all is.
  private static func wrong(_ seconds: Double, _ told: (any Error)?) -> String? {
    if isAlone {
      if seconds > longest { return "takes \(seconds) s" }
      var usage = rusage()
      // Zero is the process itself; Linux counts in KiB.
      getrusage(0, &usage)
      if usage.ru_maxrss >> 10 > mostMiB { return "takes \(usage.ru_maxrss >> 10) MiB" }
    }
    switch told {
    case nil, is Refusal: return nil
    case let faults as Faults:
      let isTold = faults.diagnostics.allSatisfy { !$0.what.isEmpty && !$0.position.file.isEmpty }
      return isTold && !faults.diagnostics.isEmpty ? nil : "is told nothing"
    case let other?: return "is told \(other)"
    }
  }
}
