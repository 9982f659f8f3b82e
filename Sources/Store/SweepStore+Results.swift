public import Diagnostics
import Documents
import Foundation
import GRDB
import Sweeps

extension SweepStore {
  /// Marks the store as finished when every run of its part is in it.
  ///
  /// - Throws: ``Refusal`` when it cannot be written.
  /// - Returns: Runs in the store, and runs that have no answer.
  public func finish() throws(Refusal) -> (runs: Int, refused: Int) {
    try refusing(path) {
      try queue.write { db in
        let runs = try Int.fetchOne(db, sql: "SELECT count(*) FROM runs") ?? 0
        let refused = try Int.fetchOne(db, sql: "SELECT count(refused) FROM runs") ?? 0
        try db.execute(
          sql: "INSERT OR REPLACE INTO manifest (name, value) VALUES ('finished', ?)",
          arguments: [ISO8601DateFormatter().string(from: Date())])
        try Manifest.seal(db)
        return (runs, refused)
      }
    }
  }

  /// Why none of the runs has an answer, in the words of most of them; `nil` where one has.
  ///
  /// - Throws: ``Refusal`` when the store cannot be read.
  public func unanswered() throws(Refusal) -> Refusal? {
    try refusing(path) { try queue.read { try Refusal(unanswered: $0) } }
  }

  /// Why none of the runs of the whole sweep in a folder has an answer; `nil` where one has.
  ///
  /// - Parameter folder: With the store of a whole sweep.
  /// - Throws: ``Refusal`` when the store cannot be read.
  /// - Returns: The reason.
  public static func unanswered(in folder: String) throws(Refusal) -> Refusal? {
    let path = StoreFolder.path(of: StoreFolder.whole, in: folder)
    let queue = try StoreOpening.reading(path)
    return try refusing(path) { try queue.read { try Refusal(unanswered: $0) } }
  }

  /// Writes what other programs read, each file whole or not at all: `experiments.csv`, `outcomes.csv`,
  /// `codebook.csv`, and the factors as SALib has them.
  ///
  /// - Throws: ``Refusal`` when nothing can be written there.
  /// - Returns: The names of the files.
  public func writeResults() throws(Refusal) -> [String] {
    try ResultFiles(queue: queue, path: path).write(into: folder)
  }
}

extension Refusal {
  /// That none of the runs in a store has an answer; `nil` where one has.
  init?(unanswered db: Database) throws {
    let runs = try Int.fetchOne(db, sql: "SELECT count(*) FROM runs") ?? 0
    let answered = try Int.fetchOne(db, sql: "SELECT count(*) FROM runs WHERE refused IS NULL") ?? 0
    guard runs > 0, answered == 0 else { return nil }
    let why = try String.fetchOne(
      db,
      sql: "SELECT refused FROM runs GROUP BY refused ORDER BY count(*) DESC, min(run) LIMIT 1")
    self.init(
      "none of the \(runs) runs has an answer: \(why ?? "")",
      help: "let factors vary where the scenario takes them, and run the sweep into another folder")
  }
}
