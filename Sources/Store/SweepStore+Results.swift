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
    let queue = try open(path)
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

/// The tables of a finished store as files.
///
/// Rows are in the order of the design, whatever order the runs finished in, and hold nothing that
/// differs from one machine or moment to another: so the same sweep is the same bytes.
struct ResultFiles {
  let queue: DatabaseQueue
  let path: String

  func write(into folder: String) throws(Refusal) -> [String] {
    let others = try refusing(path) {
      try queue.read { try Row.fetchAll($0, sql: "SELECT name, text FROM files ORDER BY name") }
    }
    try write("experiments.csv", into: folder, experiments)
    try write("outcomes.csv", into: folder, outcomes)
    try write("codebook.csv", into: folder, codebook)
    for file in others {
      try write(file["name"], into: folder) { _, out in try out.write(file["text"]) }
    }
    return ["experiments.csv", "outcomes.csv", "codebook.csv"] + others.map { $0["name"] }
  }

  private func write(
    _ name: String, into folder: String, _ body: (Database, ResultFile) throws -> Void
  ) throws(Refusal) {
    let place = StoreFolder.path(of: name, in: folder)
    let file = try ResultFile(place)
    try refusing(path) { try queue.read { db in try body(db, file) } }
    try file.finish()
  }

  /// A row per run: the factors, then what EMA Workbench's tables have beside them, then the rest.
  private func experiments(_ db: Database, _ file: ResultFile) throws {
    let factors = try String.fetchAll(db, sql: "SELECT path FROM factors ORDER BY factor")
    let policies = try String.fetchAll(db, sql: "SELECT name FROM policies ORDER BY policy")
    let model =
      try String.fetchOne(db, sql: "SELECT value FROM manifest WHERE name = 'model'") ?? ""
    // A column that is empty throughout is in the way of programs that take every column for data.
    let refused = try Int.fetchOne(db, sql: "SELECT count(refused) FROM runs") ?? 0
    let beside = ["scenario", "policy", "model", "replicate", "seed"]
    try file.write(csvText([["run"] + factors + beside + (refused > 0 ? ["refused"] : [])]))
    let points = try Row.fetchCursor(
      db, sql: "SELECT point, value FROM points ORDER BY point, factor")
    var (point, values): (Int, [String]) = (-1, [])
    let runs = try Row.fetchCursor(
      db, sql: "SELECT run, point, policy, replicate, seed, refused FROM runs ORDER BY run")
    while let run = try runs.next() {
      let number: Int = run["point"]
      while point < number {
        values = []
        for _ in factors.indices {
          guard let row = try points.next() else { break }
          point = row["point"]
          values.append(Self.text(row["value"]))
        }
        if factors.isEmpty { point = number }
      }
      let policy: Int = run["policy"]
      let cells: [String] =
        [
          "\(run["run"] as Int)"
        ] + values + [
          "\(number)", policies[policy], model, "\(run["replicate"] as Int)",
          "\(run["seed"] as Int64)",
        ] + (refused > 0 ? [run["refused"] ?? ""] : [])
      try file.write(csvText([cells]))
    }
  }

  /// A row per run: the outcomes, with nothing where a run has no answer.
  private func outcomes(_ db: Database, _ file: ResultFile) throws {
    let names = try String.fetchAll(db, sql: "SELECT name FROM outcomes ORDER BY outcome")
    try file.write(csvText([["run"] + names]))
    let results = try Row.fetchCursor(
      db,
      sql: """
        SELECT runs.run, outcome, value FROM runs LEFT JOIN results ON results.run = runs.run
        ORDER BY runs.run, outcome
        """)
    var (run, cells): (Int?, [String]) = (nil, [])
    func end() throws {
      if let run { try file.write(csvText([["\(run)"] + cells])) }
    }
    while let row = try results.next() {
      let number: Int = row["run"]
      if number != run {
        try end()
        (run, cells) = (number, names.map { _ in "" })
      }
      if let outcome: Int = row["outcome"] { cells[outcome] = Self.text(row["value"]) }
    }
    try end()
  }

  /// A row per column of the two tables: what it is, in which unit, and where it comes from.
  private func codebook(_ db: Database, _ file: ResultFile) throws {
    func said(_ name: String) throws -> String {
      try String.fetchOne(db, sql: "SELECT value FROM manifest WHERE name = ?", arguments: [name])
        ?? ""
    }
    // What all outcomes are of; nothing else in the tables is of a year.
    let scope = [try said("year"), try said("period"), "current", try said("stage")]
    try file.write(
      csvText([
        ["file", "column", "kind", "unit", "about", "source"]
          + ["year", "period", "price-level", "stage"]
      ]))
    func add(_ cells: String..., of scope: [String] = ["", "", "", ""]) throws {
      try file.write(csvText([cells + scope]))
    }
    try add(
      "experiments.csv", "run", "key", "", "the number of the run, the same in outcomes.csv", "")
    for row in try Row.fetchAll(db, sql: "SELECT path, spread, source FROM factors ORDER BY factor")
    {
      try add(
        "experiments.csv", row["path"], "factor", "", row["spread"],
        row["source"] ?? "not stated")
    }
    try add("experiments.csv", "scenario", "point", "", "the number of the point in the design", "")
    for row in try Row.fetchAll(db, sql: "SELECT name, title FROM policies ORDER BY policy") {
      try add(
        "experiments.csv", "policy", "policy", "",
        "\(row["name"] as String): \(row["title"] as String)", "")
    }
    try add(
      "experiments.csv", "model", "model", "",
      "the scenario that is varied; like all text that begins as a formula does (= + - @), a name that "
        + "does has an apostrophe before it", "")
    try add(
      "experiments.csv", "replicate", "replicate", "", "the repetition of the point, from 0", "")
    try add(
      "experiments.csv", "seed", "seed", "", "takst run --seed with this number draws the same", "")
    if try Int.fetchOne(db, sql: "SELECT count(refused) FROM runs") ?? 0 > 0 {
      try add(
        "experiments.csv", "refused", "text", "", "why the run has no answer; empty where it has",
        "")
    }
    try add(
      "outcomes.csv", "run", "key", "", "the number of the run, the same in experiments.csv", "")
    for row in try Row.fetchAll(db, sql: "SELECT name, unit FROM outcomes ORDER BY outcome") {
      let unit: String = row["unit"]
      try add(
        "outcomes.csv", row["name"], "outcome",
        unit == "money" ? "\(try said("currency"))/year" : unit,
        "empty where the run has no answer", "", of: scope)
    }
  }

  /// A number without needless decimals.
  static func text(_ value: DatabaseValue) -> String {
    switch value.storage {
    case .double(let number): DecimalText.of(number)
    case .int64(let number): String(number)
    case .string(let text): text
    case .null, .blob: ""
    }
  }
}

/// Numbers as decimals, never with an exponent.
enum DecimalText {
  static func of(_ number: Double) -> String {
    if number == number.rounded(), abs(number) < 1e15 { return String(Int64(number)) }
    let text = "\(number)"
    guard text.contains("e") else { return text }
    let zeros = String(format: "%.12f", number).reversed().prefix { $0 == "0" }.count
    return String(String(format: "%.12f", number).dropLast(zeros))
  }
}
