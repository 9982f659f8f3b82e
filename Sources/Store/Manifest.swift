import Analysis
import Diagnostics
import GRDB
import Sweeps

/// What a store says of itself.
struct Manifest {
  let values: [String: String]
  let points: Int
  let replicates: Int
  let shard: Shard
  let seed: UInt64
  let year: Int

  /// `nil` for a store whose making was interrupted.
  ///
  /// - Throws: ``Damage`` when it says what takst does not.
  init?(_ db: Database) throws {
    var values: [String: String] = [:]
    for row in try StoredRow.all(db, of: "manifest", ["name", "value"]) {
      let name = try row.text(0)
      guard values.updateValue(try row.text(1), forKey: name) == nil else {
        throw Damage("the manifest has '\(name)' twice")
      }
    }
    guard !values.isEmpty else { return nil }
    func whole(_ name: String, in range: ClosedRange<Int>) throws -> Int {
      guard let number = Int(values[name] ?? ""), range.contains(number) else {
        throw Damage("the manifest's '\(name)' is '\(values[name] ?? "")'")
      }
      return number
    }
    points = try whole("points", in: 0...Sweep.mostRuns)
    replicates = try whole("replicates", in: 1...Sweep.mostRuns)
    year = try whole("year", in: 1...9_999)
    guard let shard = Shard(values["shard"] ?? "") else {
      throw Damage("the manifest's 'shard' is '\(values["shard"] ?? "")'")
    }
    guard let seed = UInt64(values["seed"] ?? "") else {
      throw Damage("the manifest's 'seed' is '\(values["seed"] ?? "")'")
    }
    guard Stages.Stage(rawValue: values["stage"] ?? "") != nil else {
      throw Damage("the manifest's 'stage' is '\(values["stage"] ?? "")'")
    }
    (self.values, self.shard, self.seed) = (values, shard, seed)
  }

  subscript(name: String) -> String { values[name] ?? "" }

  var version: String { self["takst"] }
  var identity: String { self["identity"] }
  var isFinished: Bool { values["finished"] != nil }
}

extension Manifest {
  /// The name under which the checksum of all but the runs stands.
  private static let checksum = "checksum"

  /// The tables that say what the sweep is, each in the order of its first column.
  static let tables = ["manifest", "inputs", "factors", "policies", "outcomes", "files"]

  /// The checksum of everything but the runs.
  private static func sum(_ db: Database) throws -> String {
    var checksum = Checksum()
    for table in tables {
      let isManifest = table == "manifest"
      checksum.add(table)
      let rows = try Row.fetchCursor(
        db,
        sql:
          "SELECT * FROM \(table) \(isManifest ? "WHERE name <> '\(self.checksum)'" : "") ORDER BY 1"
      )
      while let row = try rows.next() { for cell in row.databaseValues { checksum.add(cell) } }
    }
    return checksum.text
  }

  /// Says anew what all but the runs add up to, once any of it is changed.
  static func seal(_ db: Database) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO manifest (name, value) VALUES (?, ?)",
      arguments: [checksum, try sum(db)])
  }

  func checkSeal(_ db: Database) throws {
    guard self[Self.checksum] == (try Self.sum(db)) else {
      throw Damage("what it says of the sweep is not what was written; the checksum differs")
    }
  }
}
