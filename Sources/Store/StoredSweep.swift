import Diagnostics
import GRDB
import Sweeps

/// What a store says of its sweep, all but the runs, found as it was written.
struct StoredSweep {
  let manifest: Manifest
  let inputs: [SweepInputs.File]
  let factors: [SweepResults.Factor]
  let policies: [SweepResults.Policy]
  let outcomes: [SweepResults.Outcome]
  /// The factors as other programs have them.
  let files: [(name: String, text: String)]

  /// `nil` for a store whose making was interrupted.
  ///
  /// - Parameters:
  ///   - db: The store.
  ///   - path: Its path.
  ///   - isReadOn: Whether the runs are read next, and need not be checked here.
  /// - Throws: ``Damage`` when anything is not as it was written, the runs included; ``Refusal`` when it is
  ///   no store, or one of which nobody can tell.
  init?(_ db: Database, at path: String, readOn isReadOn: Bool = false) throws {
    let state = try StoreSchema.state(db, at: path)
    guard state != .empty, let manifest = try Manifest(db) else { return nil }
    self.manifest = manifest
    inputs = try Self.rows(db, "inputs", ["place", "path", "sha256", "text"]) { row in
      SweepInputs.File(
        path: try row.text(1), digest: try row.text(2), text: try row.textOrNothing(3))
    }
    if let file = inputs.first(where: { file in
      file.text.map { Digest.of($0) != file.digest } ?? false
    }) {
      throw Damage("the text of '\(file.path)' is not what was written; the checksum differs")
    }
    factors = try Self.rows(db, "factors", ["factor", "path", "spread", "group", "source"]) { row in
      SweepResults.Factor(
        path: try row.text(1), spread: try row.text(2), group: try row.textOrNothing(3),
        source: try row.textOrNothing(4))
    }
    policies = try Self.rows(db, "policies", ["policy", "name", "title", "is_baseline"]) { row in
      SweepResults.Policy(
        name: try row.text(1), title: try row.text(2), isBaseline: try row.whole(3) != 0)
    }
    outcomes = try Self.rows(db, "outcomes", ["outcome", "name", "unit"]) { row in
      guard let unit = Outcome.Unit(rawValue: try row.text(2)) else { throw row.wrong(2, "unit") }
      return SweepResults.Outcome(name: try row.text(1), unit: unit)
    }
    files = try StoredRow.all(db, of: "files", ["name", "text"]).map { row in
      (name: try row.text(0), text: try row.text(1))
    }
    for file in files where !Sweep.problemFiles.contains(file.name) {
      throw Damage("the file '\(file.name)' is none that takst writes")
    }
    guard !inputs.isEmpty, !policies.isEmpty, !outcomes.isEmpty else {
      throw Damage(
        "it has no \(inputs.isEmpty ? "inputs" : policies.isEmpty ? "policies" : "outcomes")")
    }
    try checkCounts(db)
    if !isReadOn || state != .current {
      try eachRun(db, hasChecksums: state == .current) { _ in }
    }
    guard state == .current else {
      throw Refusal(
        "'\(path)' was written by takst \(manifest.version) before stores had checksums, so nobody can "
          + "tell whether it is as it was written",
        help: "run the sweep again into another folder")
    }
    try manifest.checkSeal(db)
  }

  /// The rows of a table whose first column counts from 0.
  private static func rows<Value>(
    _ db: Database, _ table: String, _ columns: [String], _ value: (StoredRow) throws -> Value
  ) throws -> [Value] {
    try StoredRow.all(db, of: table, columns).enumerated().map { place, row in
      guard try row.whole(0) == place else {
        throw Damage("row \(place) of '\(table)' is gone, or there twice")
      }
      return try value(row)
    }
  }
}
