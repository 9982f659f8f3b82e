import Diagnostics
import Foundation
import GRDB

/// How the database of a store is opened.
enum StoreOpening {
  /// How many seconds a write waits for those who read, who may read much, and a look for a write, which
  /// is soon done.
  private static func patience(isReadOnly: Bool) -> Double { isReadOnly ? 30 : 600 }

  private static func configuration(isReadOnly: Bool) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = isReadOnly
    configuration.busyMode = .timeout(patience(isReadOnly: isReadOnly))
    configuration.prepareDatabase { db in
      // A store may come from anywhere: what its tables say runs nothing, and no page is believed.
      try db.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON")
    }
    return configuration
  }

  /// A store to write into, made where there is none. Who opens it has its ``StoreLock``.
  ///
  /// - Throws: ``Refusal`` when it is no store or a damaged one, or cannot be written.
  static func writing(_ path: String) throws(Refusal) -> DatabaseQueue {
    try refusing(path) {
      let queue = try DatabaseQueue(path: path, configuration: configuration(isReadOnly: false))
      let isBegun = try queue.read { db in
        guard try StoreSchema.state(db, at: path) != .empty else { return false }
        try checkPages(db)
        return try StoredSweep(db, at: path) != nil
      }
      if !isBegun { try StoreSchema.make(in: queue) }
      return queue
    }
  }

  /// A store to read, while another process may write it.
  ///
  /// - Throws: ``Refusal`` when it is no store or a damaged one.
  static func reading(_ path: String) throws(Refusal) -> DatabaseQueue {
    var found = stat()
    guard stat(path, &found) == 0, found.st_mode & S_IFMT == S_IFREG else {
      throw Refusal("'\(path)' is not the store of a sweep", help: "choose another folder")
    }
    return try refusing(path) {
      let queue = try DatabaseQueue(path: path, configuration: configuration(isReadOnly: true))
      try queue.read(checkPages)
      return queue
    }
  }

  /// Finds pages that do not hang together, before anything is looked up in them.
  private static func checkPages(_ db: Database) throws {
    let found = try String.fetchOne(db, sql: "PRAGMA quick_check(1)") ?? ""
    guard found == "ok" else {
      throw Damage(
        found.split(separator: "\n").last.map { String($0).lowercased() } ?? "unreadable")
    }
  }
}
