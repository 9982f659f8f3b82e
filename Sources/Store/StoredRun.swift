import GRDB
import Sweeps

/// One run of a store: a policy at a point.
struct StoredRun {
  var number: Int
  var point: Int
  var replicate: Int
  var policy: Int
  var seed: Int64
  var refused: String?
  /// One per factor: a number, or a word.
  var values: [DatabaseValue]
  /// One per outcome; `nil` where the run has no answer.
  var outcomes: [Double?]

  /// What tells whether the run is as it was written, and of this sweep.
  func checksum(in identity: String) -> String {
    var checksum = Checksum()
    checksum.add(identity)
    for number in [number, point, replicate, policy] { checksum.add(number) }
    checksum.add(seed)
    checksum.add(refused)
    checksum.add(values.count)
    for value in values { checksum.add(value) }
    for outcome in outcomes { checksum.add(outcome) }
    return checksum.text
  }
}

extension StoredSweep {
  /// Finds whether there are as many runs as it says, and as there may be.
  func checkCounts(_ db: Database) throws {
    let (count, policies) = (
      try Int.fetchOne(db, sql: "SELECT count(*) FROM runs") ?? 0, policies.count
    )
    let (all, isTooMany) = manifest.points.multipliedReportingOverflow(
      by: manifest.replicates * policies)
    guard !isTooMany, all <= Sweep.mostRuns else {
      throw Damage("it says that there are \(manifest.points) points")
    }
    let own = manifest.shard.count(of: manifest.points) * manifest.replicates * policies
    guard manifest.isFinished ? count == own : count <= own else {
      throw Damage("it has \(count) runs, and should have \(own)")
    }
  }

  /// How far it is, for example `4 of 10`, repetitions counted.
  func progress(_ db: Database) throws -> String {
    let done = try Int.fetchOne(db, sql: "SELECT count(*) FROM runs WHERE policy = 0") ?? 0
    return "\(done) of \(manifest.shard.count(of: manifest.points) * manifest.replicates)"
  }

  /// Reads the runs in the order of the design, and finds whether each is as it was written.
  ///
  /// - Throws: ``Damage`` at the first that is not, and what `visit` throws.
  func eachRun(
    _ db: Database, hasChecksums: Bool = true, _ visit: (StoredRun) throws -> Void
  ) throws {
    let columns = ["run", "point", "replicate", "policy", "seed", "refused", "checksum"]
    let runs = try Row.fetchCursor(
      db,
      sql: """
        SELECT run, point, replicate, policy, seed, refused, \(hasChecksums ? "checksum" : "''")
        FROM runs ORDER BY run
        """)
    var points = try Groups(db, "points", ["point", "factor", "value"])
    var results = try Groups(db, "results", ["run", "outcome", "value"])
    var (point, values): (Int, [DatabaseValue]) = (-1, [])
    var due = 0
    while let row = try runs.next() {
      let row = StoredRow("runs", columns, row)
      let number = try row.whole(0)
      // All policies of a point are written together.
      guard number >= 0, due.isMultiple(of: policies.count) || number == due else {
        throw Damage("run \(due) is gone")
      }
      due = number + 1
      let place = number / policies.count
      guard try row.whole(1) == place / manifest.replicates,
        try row.whole(2) == place % manifest.replicates,
        try row.whole(3) == number % policies.count, place / manifest.replicates < manifest.points,
        manifest.shard.contains(place / manifest.replicates)
      else { throw Damage("run \(number) is not where it belongs") }
      if try row.whole(1) != point {
        point = try row.whole(1)
        values = try self.values(points.next(of: point), at: point)
      }
      let run = StoredRun(
        number: number, point: point, replicate: try row.whole(2), policy: try row.whole(3),
        seed: Int64(try row.whole(4)), refused: try row.textOrNothing(5), values: values,
        outcomes: try outcomes(results.next(of: number), of: number))
      guard try !hasChecksums || run.checksum(in: manifest.identity) == row.text(6) else {
        throw Damage("run \(number) is not what was written; the checksum differs")
      }
      try visit(run)
    }
    guard due.isMultiple(of: policies.count) else { throw Damage("run \(due) is gone") }
    try points.end()
    try results.end()
  }

  private func values(_ rows: [StoredRow], at point: Int) throws -> [DatabaseValue] {
    guard rows.count == factors.count else {
      throw Damage("point \(point) has \(rows.count) values of \(factors.count) factors")
    }
    for (factor, row) in rows.enumerated() {
      guard try row.whole(1) == factor else {
        throw Damage("point \(point) has no value of factor \(factor)")
      }
      if case .string = row.cells[2].storage { continue }
      _ = try row.finite(2)
    }
    return rows.map { $0.cells[2] }
  }

  private func outcomes(_ rows: [StoredRow], of run: Int) throws -> [Double?] {
    var outcomes: [Double?] = Array(repeating: nil, count: self.outcomes.count)
    for row in rows {
      let outcome = try row.whole(1)
      guard outcomes.indices.contains(outcome), outcomes[outcome] == nil else {
        throw Damage("run \(run) has a result of outcome \(outcome), of \(outcomes.count)")
      }
      let value = try row.finite(2)
      guard abs(value) < Self.largest else { throw row.wrong(2, "result") }
      outcomes[outcome] = value
    }
    return outcomes
  }

  /// No run comes to so much: money is counted in whole øre of 64 bits.
  private static let largest = 1e17
}

/// The rows of a table by the number in their first column, which rises.
private struct Groups {
  private let table: String
  private let columns: [String]
  private let rows: RowCursor
  private var ahead: StoredRow?

  init(_ db: Database, _ table: String, _ columns: [String]) throws {
    (self.table, self.columns) = (table, columns)
    rows = try Row.fetchCursor(
      db,
      sql:
        "SELECT \(columns.joined(separator: ", ")) FROM \(table) ORDER BY \(columns[0]), \(columns[1])"
    )
    try advance()
  }

  private mutating func advance() throws {
    ahead = try rows.next().map { StoredRow(table, columns, $0) }
  }

  /// The rows of a number. There must be none of a number before it.
  mutating func next(of number: Int) throws -> [StoredRow] {
    var group: [StoredRow] = []
    while let row = ahead {
      guard try row.whole(0) <= number else { break }
      guard try row.whole(0) == number else { throw try orphan(row) }
      group.append(row)
      try advance()
    }
    return group
  }

  /// There must be no row left.
  func end() throws { if let ahead { throw try orphan(ahead) } }

  private func orphan(_ row: StoredRow) throws -> Damage {
    Damage("'\(table)' has a row of \(columns[0]) \(try row.whole(0)), which was not run")
  }
}
