public import Diagnostics
import Documents
import Foundation
import GRDB
public import Sweeps
import Synchronization

/// A sweep's results in SQLite: where it comes from, its points, its runs and their outcomes.
///
/// Points are written as they finish, a few together. A process that is killed loses what it finished
/// in the last part of a second, and nothing it had written: SQLite takes a write back or has it whole.
/// One process at a time writes a store, and any number may read it. What is in it has checksums, and is
/// used only where they fit.
public final class SweepStore: Sendable {
  public let folder: String
  let path: String
  let sweep: Sweep
  let shard: Shard
  /// Of everything the sweep is computed from.
  private let identity: String
  private let lock: StoreLock
  let queue: DatabaseQueue
  private let waiting = Mutex(Waiting())

  /// Points that are finished and not yet written.
  private struct Waiting {
    var points: [FinishedPoint] = []
    var since = ContinuousClock.now

    mutating func taken() -> [FinishedPoint] {
      defer { (points, since) = ([], .now) }
      return points
    }
  }

  /// How long a finished point may wait for others.
  private static let patience = Duration.milliseconds(200)

  /// Opens the store of a sweep, or makes it.
  ///
  /// - Parameters:
  ///   - folder: Made when it is not there.
  ///   - sweep: What is run.
  ///   - shard: Which part of it.
  ///   - origin: Who runs it, for the manifest.
  ///   - isResuming: Whether a store that is there already may be gone on with.
  /// - Throws: ``Refusal`` when the folder has another sweep, or this one and it is not resumed; when a
  ///   file has changed since; when another process has it, or nothing can be written.
  public init(
    in folder: String, for sweep: Sweep, shard: Shard, by origin: Origin, resuming isResuming: Bool
  ) throws(Refusal) {
    (self.folder, self.sweep, self.shard) = (folder, sweep, shard)
    let inputs = try SweepInputs(of: sweep, version: origin.version)
    identity = inputs.identity
    _ = try OutputFolder(folder)
    path = StoreFolder.path(of: StoreFolder.name(shard: shard.number, of: shard.of), in: folder)
    try ResultFiles.checkFree(in: folder)
    try ResultFile.checkFree(path)
    lock = try StoreLock(path, for: .writing)
    queue = try StoreOpening.writing(path)
    let manifest = try refusing(path) { try queue.read(Manifest.init) }
    if let manifest {
      guard isResuming else {
        throw Refusal(
          "'\(folder)' has \(manifest.isFinished ? "a finished" : "a half-done") sweep already",
          help: manifest.isFinished
            ? "choose another folder" : "go on with '--resume', or choose another folder")
      }
      try checkUnchanged(inputs, since: manifest, by: origin)
      let points = try refusing(path) { try SweepExecution.points(of: sweep) }
      guard points >= manifest.points else {
        throw Refusal(
          "the sweep in '\(folder)' has \(manifest.points) points, and now \(points) are asked for",
          help: "ask for \(manifest.points) or more, or choose another folder; nothing was "
            + "overwritten")
      }
    }
    try refusing(path) {
      try queue.write { try write(inputs, by: origin, isNew: manifest == nil, in: $0) }
    }
  }

  /// Who runs a sweep, and on what.
  public struct Origin: Sendable {
    /// Of the program.
    public var version: String
    public var workers: Int

    public init(version: String, workers: Int) { (self.version, self.workers) = (version, workers) }
  }

  private func checkUnchanged(
    _ inputs: SweepInputs, since manifest: Manifest, by origin: Origin
  ) throws(Refusal) {
    guard manifest.identity != inputs.identity else { return }
    guard manifest.version == origin.version else {
      throw Refusal(
        "'\(folder)' was begun by takst \(manifest.version), and this is \(origin.version)",
        help: "finish it with that version, or choose another folder")
    }
    let before = try refusing(path) {
      try queue.read { try StoredSweep($0, at: path, readOn: true)?.inputs }
    }
    let changed = inputs.changed(since: before ?? [])
    throw Refusal(
      changed.isEmpty
        ? "'\(folder)' has another sweep"
        : "since the sweep in '\(folder)' was begun, this has changed: "
          + changed.joined(separator: ", "),
      help: "put it back as it was, or choose another folder; nothing was overwritten")
  }
}

extension SweepStore {
  /// Points of a replicate that are in the store.
  public func done(replicate: Int, points: Range<Int>) throws(Refusal) -> Set<Int> {
    try refusing(path) {
      try queue.read { db in
        try Int.fetchSet(
          db,
          sql: """
            SELECT point FROM runs
            WHERE run BETWEEN ? AND ? AND replicate = ? AND policy = 0
            """,
          arguments: [
            run(points.lowerBound, 0, 0), run(points.upperBound, 0, 0) - 1, replicate,
          ])
      }
    }
  }

  /// The number of a run: by point, then replicate, then policy.
  func run(_ point: Int, _ replicate: Int, _ policy: Int) -> Int {
    (point * sweep.replicates + replicate) * sweep.policies.count + policy
  }

  /// Keeps a finished point. Called from any thread.
  public func add(_ point: FinishedPoint) throws(Refusal) {
    let ready = waiting.withLock { waiting -> [FinishedPoint] in
      waiting.points.append(point)
      guard waiting.since.duration(to: .now) > Self.patience else { return [] }
      return waiting.taken()
    }
    try write(ready)
  }

  /// Writes everything that waits.
  public func flush() throws(Refusal) { try write(waiting.withLock { $0.taken() }) }

  private func write(_ points: [FinishedPoint]) throws(Refusal) {
    guard !points.isEmpty else { return }
    do {
      try refusing(path) { try queue.write { db in for point in points { try insert(point, db) } } }
    } catch {
      // Kept, so that they are written when there is room again.
      waiting.withLock { $0.points = points + $0.points }
      throw error
    }
  }

  private func insert(_ point: FinishedPoint, _ db: Database) throws {
    let value = try db.cachedStatement(
      sql: "INSERT OR IGNORE INTO points (point, factor, value) VALUES (?, ?, ?)")
    let values = point.values.map { $0.number?.databaseValue ?? $0.text.databaseValue }
    for (factor, own) in values.enumerated() {
      try value.execute(arguments: [point.number, factor, own])
    }
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO runs (run, point, replicate, policy, seed, refused, checksum)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """)
    let result = try db.cachedStatement(
      sql: "INSERT INTO results (run, outcome, value) VALUES (?, ?, ?)")
    for (policy, row) in point.rows.enumerated() {
      let run = StoredRun(
        number: self.run(point.number, point.replicate, policy), point: point.number,
        replicate: point.replicate, policy: policy, seed: Int64(point.seed), refused: row.refused,
        values: values, outcomes: row.outcomes)
      try statement.execute(arguments: [
        run.number, run.point, run.replicate, run.policy, run.seed, run.refused,
        run.checksum(in: identity),
      ])
      for (outcome, own) in run.outcomes.enumerated() {
        guard let own else { continue }
        try result.execute(arguments: [run.number, outcome, own])
      }
    }
  }
}
