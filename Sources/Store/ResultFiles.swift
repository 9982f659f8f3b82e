import Diagnostics
import Documents
import Foundation
import GRDB
import Sweeps

/// The tables of a finished store as files.
///
/// Rows are in the order of the design, whatever order the runs finished in, and hold nothing that
/// differs from one machine or moment to another: so the same sweep is the same bytes.
struct ResultFiles {
  let queue: DatabaseQueue
  let path: String

  /// The tables; the factors as other programs have them come on top.
  static let tables = ["experiments.csv", "outcomes.csv", "codebook.csv"]

  /// Writes all files, or none.
  ///
  /// - Throws: ``Refusal`` when the disk is full, or the store is damaged.
  /// - Returns: Their names.
  func write(into folder: String) throws(Refusal) -> [String] {
    try refusing(path) {
      try queue.read { db in
        guard let sweep = try StoredSweep(db, at: path, readOn: true) else { return [] }
        let names = Self.tables + sweep.files.map(\.name)
        let files = try names.map { try Self.file($0, in: folder) }
        try runs(of: sweep, db, into: files[0], files[1])
        try codebook(of: sweep, try Self.refusals(db) > 0, into: files[2])
        for (file, own) in zip(files.dropFirst(Self.tables.count), sweep.files) {
          try file.write(own.text)
        }
        try ResultFile.finish(files)
        return names
      }
    }
  }

  /// Finds whether files can be written, before anything is run.
  ///
  /// - Throws: ``Refusal`` when one of them is an input of the sweep.
  static func checkFree(in folder: String) throws(Refusal) {
    for name in tables + Sweep.problemFiles {
      try ResultFile.checkFree(StoreFolder.path(of: name, in: folder), help: help)
    }
  }

  private static func file(_ name: String, in folder: String) throws(Refusal) -> ResultFile {
    try ResultFile(StoreFolder.path(of: name, in: folder), help: help)
  }

  private static let help =
    "check the permissions and the free space; what was run is kept, and '--resume' goes on"

  private static func refusals(_ db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "SELECT count(refused) FROM runs") ?? 0
  }

  /// Two tables with a row per run: in one the factors, then what EMA Workbench's tables have beside
  /// them, then the rest; in the other the outcomes, with nothing where a run has no answer.
  private func runs(
    of sweep: StoredSweep, _ db: Database, into experiments: ResultFile, _ outcomes: ResultFile
  ) throws {
    // A column that is empty throughout is in the way of programs that take every column for data.
    let hasRefusals = try Self.refusals(db) > 0
    let beside = ["scenario", "policy", "model", "replicate", "seed"]
    try experiments.write(
      csvText([
        ["run"] + sweep.factors.map(\.path) + beside + (hasRefusals ? ["refused"] : [])
      ]))
    try outcomes.write(csvText([["run"] + sweep.outcomes.map(\.name)]))
    try sweep.eachRun(db) { run in
      let cells =
        ["\(run.number)"] + run.values.map(Self.text) + [
          "\(run.point)", sweep.policies[run.policy].name, sweep.manifest["model"],
          "\(run.replicate)", "\(run.seed)",
        ] + (hasRefusals ? [run.refused ?? ""] : [])
      try experiments.write(csvText([cells]))
      let results = run.outcomes.map { $0.map(DecimalText.of) ?? "" }
      try outcomes.write(csvText([["\(run.number)"] + results]))
    }
  }

  /// A row per column of the two tables: what it is, in which unit, and where it comes from.
  private func codebook(
    of sweep: StoredSweep, _ hasRefusals: Bool, into file: ResultFile
  ) throws(Refusal) {
    // What all outcomes are of; nothing else in the tables is of a year.
    let scope = ["year", "period", "price-level", "stage"]
    var rows = [["file", "column", "kind", "unit", "about", "source"] + scope]
    func add(_ cells: String..., of own: [String]? = nil) {
      rows.append(cells + (own ?? scope.map { _ in "" }))
    }
    add("experiments.csv", "run", "key", "", "the number of the run, the same in outcomes.csv", "")
    for factor in sweep.factors {
      add(
        "experiments.csv", factor.path, "factor", "", factor.spread, factor.source ?? "not stated")
    }
    add("experiments.csv", "scenario", "point", "", "the number of the point in the design", "")
    for policy in sweep.policies {
      add("experiments.csv", "policy", "policy", "", "\(policy.name): \(policy.title)", "")
    }
    add(
      "experiments.csv", "model", "model", "",
      "the scenario that is varied; like all text that begins as a formula does (= + - @), a name that "
        + "does has an apostrophe before it", "")
    add("experiments.csv", "replicate", "replicate", "", "the repetition of the point, from 0", "")
    add(
      "experiments.csv", "seed", "seed", "", "takst run --seed with this number draws the same", "")
    if hasRefusals {
      add(
        "experiments.csv", "refused", "text", "", "why the run has no answer; empty where it has",
        "")
    }
    add("outcomes.csv", "run", "key", "", "the number of the run, the same in experiments.csv", "")
    for outcome in sweep.outcomes {
      let unit = outcome.unit.rawValue
      add(
        "outcomes.csv", outcome.name, "outcome",
        outcome.unit == .money ? "\(sweep.manifest["currency"])/year" : unit,
        "empty where the run has no answer", "",
        of: [sweep.manifest["year"], sweep.manifest["period"], "current", sweep.manifest["stage"]])
    }
    try file.write(csvText(rows))
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
