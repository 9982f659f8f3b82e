public import Diagnostics
import Documents
import Foundation
import GRDB
import Sweeps

/// Puts the shards of a sweep together.
public struct SweepMerge {
  private let shards: [Part]

  /// The store of a shard, and what it says of itself.
  private struct Part {
    var path: String
    var manifest: Manifest
    /// How far it is.
    var progress: String
    /// Held until it is put together with the others.
    var lock: StoreLock
  }

  /// - Parameter folders: Where the shards lie; several may lie in one folder.
  /// - Throws: ``Refusal`` naming what is missing, not finished, or of another sweep.
  public init(of folders: [String]) throws(Refusal) {
    var parts: [Part] = []
    for folder in folders {
      let paths = StoreFolder.shards(in: folder)
      guard !paths.isEmpty else {
        throw Refusal(
          "'\(folder)' has no shard of a sweep",
          help: "give folders into which 'takst sweep --shard' has written")
      }
      for path in paths { parts.append(try Self.part(path)) }
    }
    shards = try Self.checked(parts)
  }

  private static func part(_ path: String) throws(Refusal) -> Part {
    let lock = try StoreLock(path, for: .merging)
    let queue = try StoreOpening.reading(path)
    return try refusing(path) {
      try queue.read { db in
        guard let sweep = try StoredSweep(db, at: path) else {
          throw Refusal("'\(path)' is empty", help: "run its shard again with '--resume'")
        }
        return Part(
          path: path, manifest: sweep.manifest,
          progress: try sweep.progress(db), lock: lock)
      }
    }
  }

  private static func checked(_ parts: [Part]) throws(Refusal) -> [Part] {
    let first = parts[0]
    var byNumber: [Int: Part] = [:]
    for part in parts {
      let shard = part.manifest.shard
      guard part.manifest.identity == first.manifest.identity,
        part.manifest.points == first.manifest.points, shard.of == first.manifest.shard.of
      else {
        throw Refusal(
          "'\(part.path)' is of another sweep than '\(first.path)'",
          help: "merge the shards of one sweep, all of them run from the same files")
      }
      if let twice = byNumber[shard.number] {
        throw Refusal(
          "shard \(shard) is there twice: '\(twice.path)' and '\(part.path)'",
          help: "name one of them")
      }
      byNumber[shard.number] = part
    }
    let count = first.manifest.shard.of
    let missing = (1...count).filter { byNumber[$0] == nil }
    guard missing.isEmpty else {
      let names = missing.prefix(20).map { "\($0)/\(count)" }.joined(separator: ", ")
      throw Refusal(
        "\(missing.count == 1 ? "shard" : "shards") \(names)\(missing.count > 20 ? " …" : "") "
          + "\(missing.count == 1 ? "is" : "are") missing",
        help: "run 'takst sweep … --shard \(missing[0])/\(count)', or name the folder it is in")
    }
    let ordered = (1...count).compactMap { byNumber[$0] }
    for part in ordered where !part.manifest.isFinished {
      throw Refusal(
        "shard \(part.manifest.shard) is not finished: \(part.progress) points are run",
        help: "go on with it: 'takst sweep … --shard \(part.manifest.shard) --resume'")
    }
    return ordered
  }

  /// Writes the whole sweep: its store and its files, the same as one process would have written.
  ///
  /// - Parameter folder: Made when it is not there.
  /// - Throws: ``Refusal`` when it has another sweep, or nothing can be written there.
  /// - Returns: The names of the files.
  public func write(into folder: String) throws(Refusal) -> [String] {
    _ = try OutputFolder(folder)
    let place = StoreFolder.path(of: StoreFolder.whole, in: folder)
    try ResultFiles.checkFree(in: folder)
    let lock =
      FileManager.default.fileExists(atPath: place) ? try StoreLock(place, for: .writing) : nil
    defer { withExtendedLifetime(lock) {} }
    try checkFree(place)
    let part = place + ".part"
    for leftover in [part, part + "-journal"] {
      try? FileManager.default.removeItem(atPath: leftover)
    }
    defer { try? FileManager.default.removeItem(atPath: part) }
    let queue = try StoreOpening.writing(part)
    try refusing(part) {
      for (number, shard) in shards.enumerated() {
        try queue.writeWithoutTransaction { db in
          try db.execute(sql: "ATTACH DATABASE ? AS shard", arguments: [shard.path])
          try db.inTransaction {
            try copy(db, isFirst: number == 0)
            return .commit
          }
          try db.execute(sql: "DETACH DATABASE shard")
        }
      }
      // What is found here has changed since the shards were looked at.
      _ = try queue.read { try StoredSweep($0, at: part) }
    }
    let names = try ResultFiles(queue: queue, path: part).write(into: folder)
    try refusing(part) { try queue.close() }
    guard rename(part, place) == 0 else {
      throw Refusal("'\(place)' cannot be written", help: "check the permissions")
    }
    return [StoreFolder.whole] + names
  }

  private func checkFree(_ place: String) throws(Refusal) {
    guard FileManager.default.fileExists(atPath: place) else { return }
    let queue = try StoreOpening.reading(place)
    let other = try refusing(place) { try queue.read { try StoredSweep($0, at: place)?.manifest } }
    guard other == nil || other?.identity == shards[0].manifest.identity else {
      throw Refusal("'\(place)' is of another sweep", help: "choose another folder")
    }
  }

  private func copy(_ db: Database, isFirst: Bool) throws {
    if isFirst {
      for table in Manifest.tables {
        try db.execute(sql: "INSERT INTO main.\(table) SELECT * FROM shard.\(table)")
      }
      try db.execute(
        sql: "UPDATE main.manifest SET value = ? WHERE name = 'shard'",
        arguments: [Shard.whole.description])
      try Manifest.seal(db)
    }
    for table in ["points", "runs", "results"] {
      try db.execute(sql: "INSERT OR IGNORE INTO main.\(table) SELECT * FROM shard.\(table)")
    }
  }
}
