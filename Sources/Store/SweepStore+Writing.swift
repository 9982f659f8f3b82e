import Analysis
import Diagnostics
import Foundation
import GRDB
import Scenarios
import Sweeps

extension SweepStore {
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
    if isNew { try writeDesign(in: db) }
    try Manifest.seal(db)
  }

  private func writeDesign(in db: Database) throws {
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
