import Diagnostics
import GRDB

/// The tables of a store, as named steps from nothing to what they are now.
enum StoreSchema {
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
    migrator.registerMigration("checksums") { db in
      // Of a run, its point and its results. The other tables' checksum is in the manifest.
      try db.execute(sql: "ALTER TABLE runs ADD COLUMN checksum TEXT NOT NULL DEFAULT ''")
    }
    return migrator
  }

  /// Stores had no checksums at first.
  private static let withoutChecksums = "sweeps"

  private struct Object: Hashable {
    var type: String
    var name: String
    var sql: String
  }

  private static func objects(_ db: Database) throws -> Set<Object> {
    let rows = try Row.fetchAll(db, sql: "SELECT type, name, sql FROM sqlite_master")
    return Set(
      rows.map { row in
        let cells = (0..<3).map { String.fromDatabaseValue(row[$0]) ?? "" }
        // The table of the steps is GRDB's, in whose words it is.
        let isSteps = cells[1] == "grdb_migrations"
        return Object(type: cells[0], name: cells[1], sql: isSteps ? "" : cells[2])
      })
  }

  private static func objects(upTo step: String? = nil) throws -> Set<Object> {
    let queue = try DatabaseQueue()
    try step.map { try migrations.migrate(queue, upTo: $0) } ?? migrations.migrate(queue)
    return try queue.read(objects)
  }

  enum State { case empty, unchecked, current }

  /// What a database is, as far as its tables tell.
  ///
  /// - Throws: ``Refusal`` for the database of another program, ``Damage`` when it has anything else than
  ///   the tables of a store.
  static func state(_ db: Database, at path: String) throws -> State {
    let found = try objects(db)
    guard !found.isEmpty else { return .empty }
    guard found.contains(where: { $0.name == "grdb_migrations" }) else {
      throw Refusal("'\(path)' is not the store of a sweep", help: "choose another folder")
    }
    // Making it may have been interrupted before its first table.
    if found.allSatisfy({ $0.name.contains("grdb_migrations") }) { return .empty }
    let current = try objects()
    if found == current { return .current }
    let before = try objects(upTo: withoutChecksums)
    if found == before { return .unchecked }
    let known = found.contains { $0.sql.contains("checksum") } ? current : before
    for object in found.subtracting(known).sorted(by: { $0.name < $1.name }) {
      throw Damage(
        known.contains { $0.name == object.name }
          ? "the \(object.type) '\(object.name)' is not as takst makes it"
          : "the \(object.type) '\(object.name)' is none of takst's")
    }
    let gone = known.subtracting(found).map(\.name).min() ?? ""
    throw Damage("the table '\(gone)' is gone")
  }

  /// Makes the tables, or what is missing of them.
  static func make(in queue: DatabaseQueue) throws { try migrations.migrate(queue) }
}
