import Diagnostics
import Foundation
import Ledger
import SweepSupport
import Sweeps
import Work

@testable import Store

/// The files of a folder of results, without its stores.
struct Results: Hashable {
  var files: [String: Data] = [:]

  init(in folder: String) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: folder)
    where !name.contains("sqlite") {
      files[name] = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
    }
  }

  func text(_ name: String) -> String {
    files[name].map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}

extension SweepFolder {
  static let version = "1.2.3"

  /// Runs a sweep as the command does, and ends after so many points of this process.
  ///
  /// - Parameters:
  ///   - sweep: What is run.
  ///   - out: A folder in this one.
  ///   - shard: Which part.
  ///   - most: After so many points the work ends, as if interrupted.
  ///   - isKilled: Whether what was not written by then is lost.
  ///   - isResuming: Whether a store that is there is gone on with.
  ///   - version: Of the program.
  /// - Throws: What the store refuses.
  func run(
    _ sweep: Sweep, into out: String, shard: Shard = .whole, endingAfter most: Int = .max,
    isKilled: Bool = false, resuming isResuming: Bool = true, version: String = version
  ) throws {
    let store = try SweepStore(
      in: path + "/" + out, for: sweep, shard: shard,
      by: SweepStore.Origin(version: version, workers: 2), resuming: isResuming)
    let counter = Recorder(most: most)
    do {
      try SweepExecution(sweep, shard: shard, workers: Workers(2)).run(
        skipping: store.done,
        finished: {
          try counter.add($0)
          try store.add($0)
        })
    } catch is Recorder.Full {
      if !isKilled { try store.flush() }
      return
    }
    try store.flush()
    _ = try store.finish()
    if shard == .whole { _ = try store.writeResults() }
  }

  func results(_ out: String) throws -> Results { try Results(in: path + "/" + out) }

  /// What is said when a piece of work is refused, with paths from this folder.
  func refusal(of work: () throws -> Void) -> String {
    do {
      try work()
      return "nothing is refused"
    } catch {
      return "\(error)".replacing(path + "/", with: "")
    }
  }
}
