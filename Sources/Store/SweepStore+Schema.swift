import Analysis
import Diagnostics
import Foundation
import GRDB
import Scenarios
import Sweeps

extension SweepStore {
  /// The tables, as named steps from nothing to what they are now.
  private static var migrations: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("sweeps") { db in
      try db.execute(
        sql: """
          -- Who ran what, when, on what: names and values.
          CREATE TABLE manifest (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
          -- Every file the sweep is computed from; tables without their text.
          CREATE TABLE inputs (
            place INTEGER PRIMARY KEY, path TEXT NOT NULL, sha256 TEXT NOT NULL, text TEXT);
          CREATE TABLE factors (
            factor INTEGER PRIMARY KEY, path TEXT NOT NULL, spread TEXT NOT NULL, "group" TEXT,
            written TEXT NOT NULL, source TEXT);
          CREATE TABLE policies (
            policy INTEGER PRIMARY KEY, name TEXT NOT NULL, title TEXT NOT NULL,
            is_baseline INTEGER NOT NULL);
          CREATE TABLE outcomes (
            outcome INTEGER PRIMARY KEY, name TEXT NOT NULL, unit TEXT NOT NULL);
          -- The design: what each factor is at each point.
          CREATE TABLE points (
            point INTEGER, factor INTEGER, value, PRIMARY KEY (point, factor)) WITHOUT ROWID;
          -- The factors as other programs have them.
          CREATE TABLE files (name TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID;
          -- run = (point * replicates + replicate) * policies + policy
          CREATE TABLE runs (
            run INTEGER PRIMARY KEY, point INTEGER NOT NULL, replicate INTEGER NOT NULL,
            policy INTEGER NOT NULL, seed INTEGER NOT NULL, refused TEXT);
          CREATE TABLE results (
            run INTEGER, outcome INTEGER, value REAL NOT NULL, PRIMARY KEY (run, outcome))
            WITHOUT ROWID;
          """)
    }
    return migrator
  }

  /// - Throws: ``Refusal`` when it is no store, or another process has it.
  static func open(_ path: String) throws(Refusal) -> DatabaseQueue {
    var configuration = Configuration()
    configuration.prepareDatabase { db in
      // Held from the first read on, so that two processes never write into one store.
      try db.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
    }
    return try refusing(path) {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      let tables = try queue.read {
        try String.fetchAll($0, sql: "SELECT name FROM sqlite_master WHERE type = 'table'")
      }
      guard tables.isEmpty || tables.contains("grdb_migrations") else {
        throw Refusal("'\(path)' is not the store of a sweep", help: "choose another folder")
      }
      try migrations.migrate(queue)
      return queue
    }
  }

  /// What the sweep is: written once, and again when it is gone on with.
  func write(_ inputs: SweepInputs, by origin: Origin, isNew: Bool, in db: Database) throws {
    func set(_ name: String, _ value: String) throws {
      try db.execute(
        sql: "INSERT OR REPLACE INTO manifest (name, value) VALUES (?, ?)",
        arguments: [name, value])
    }
    try set("takst", origin.version)
    try set("sweep", sweep.title)
    try set("identity", inputs.identity)
    try set("design", sweep.design.name)
    try set("points", String(try SweepExecution.points(of: sweep)))
    try set("replicates", String(sweep.replicates))
    try set("seed", String(sweep.seed))
    try set("stage", sweep.stage.rawValue)
    try set("shard", shard.description)
    try set("model", sweep.policies[0].name)
    let period = try sweep.period()
    try set("currency", period.currency)
    try set("year", String(period.year))
    try set("period", period.period)
    try set("workers", String(origin.workers))
    try set("machine", ProcessInfo.processInfo.hostName)
    try set("system", ProcessInfo.processInfo.operatingSystemVersionString)
    try set("cores", String(ProcessInfo.processInfo.activeProcessorCount))
    if isNew { try set("begun", ISO8601DateFormatter().string(from: Date())) }
    try db.execute(sql: "DELETE FROM inputs; DELETE FROM manifest WHERE name = 'finished'")
    for (place, file) in inputs.files.enumerated() {
      try db.execute(
        sql: "INSERT INTO inputs VALUES (?, ?, ?, ?)",
        arguments: [place, file.path, file.digest, file.text])
    }
    guard isNew else { return }
    for (place, factor) in sweep.factors.enumerated() {
      try db.execute(
        sql: "INSERT INTO factors VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [
          place, factor.path.value, factor.spreadWords, factor.group, factor.written.text,
          factor.source?.description,
        ])
    }
    for file in sweep.problem {
      try db.execute(sql: "INSERT INTO files VALUES (?, ?)", arguments: [file.name, file.text])
    }
    for (place, policy) in sweep.policies.enumerated() {
      try db.execute(
        sql: "INSERT INTO policies VALUES (?, ?, ?, ?)",
        arguments: [place, policy.name, policy.title, policy.isBaseline])
    }
    for (place, outcome) in sweep.outcomes.enumerated() {
      try db.execute(
        sql: "INSERT INTO outcomes VALUES (?, ?, ?)",
        arguments: [place, outcome.name, outcome.unit.rawValue])
    }
  }
}

/// What a store says of itself.
struct Manifest {
  let values: [String: String]

  /// `nil` for a store whose making was interrupted.
  init?(_ db: Database) throws {
    let rows = try Row.fetchAll(db, sql: "SELECT name, value FROM manifest")
    guard !rows.isEmpty else { return nil }
    values = Dictionary(uniqueKeysWithValues: rows.map { ($0["name"], $0["value"]) })
  }

  subscript(name: String) -> String { values[name] ?? "" }

  var version: String { self["takst"] }
  var identity: String { self["identity"] }
  var isFinished: Bool { values["finished"] != nil }
  var shard: Shard? { Shard(self["shard"]) }
  var points: Int { Int(self["points"]) ?? 0 }
  var replicates: Int { Int(self["replicates"]) ?? 1 }
}

extension SweepInputs.File {
  static func all(_ db: Database) throws -> [SweepInputs.File] {
    try Row.fetchAll(db, sql: "SELECT path, sha256, text FROM inputs ORDER BY place").map {
      SweepInputs.File(path: $0["path"], digest: $0["sha256"], text: $0["text"])
    }
  }
}

/// Does work with a store, and says in words what is wrong with it.
func refusing<Value>(_ path: String, _ work: () throws -> Value) throws(Refusal) -> Value {
  do {
    return try work()
  } catch let refusal as Refusal {
    throw refusal
  } catch let error as DatabaseError {
    throw Refusal(error, at: path)
  } catch {
    throw Refusal("'\(path)' cannot be used: \(error)", help: "check the path")
  }
}

extension Refusal {
  init(_ error: DatabaseError, at path: String) {
    switch error.resultCode {
    case .SQLITE_FULL:
      self.init(
        "the disk is full: '\(path)' cannot grow; what was written is kept",
        help: "free some space, and go on with '--resume'")
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self.init(
        "another takst has '\(path)'", help: "wait until it is done, or choose another folder")
    case .SQLITE_NOTADB, .SQLITE_CORRUPT:
      self.init(
        "'\(path)' is not the store of a sweep", help: "choose another folder")
    case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_IOERR, .SQLITE_PERM:
      self.init(
        "'\(path)' cannot be written (\(error.message ?? "SQLite \(error.resultCode.rawValue)"))",
        help: "check the permissions and the free space; what was written is kept, and '--resume' "
          + "goes on")
    default:
      self.init(
        "'\(path)' cannot be used (\(error.message ?? "SQLite \(error.resultCode.rawValue)"))",
        help: "choose another folder")
    }
  }
}
