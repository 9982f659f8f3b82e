import Diagnostics
import Foundation
import GRDB
public import Sweeps

extension SweepResults {
  /// The finished sweep in a folder.
  ///
  /// - Parameter folder: Where `takst sweep` has written.
  /// - Throws: ``Refusal`` when there is no sweep, or it is not finished.
  public init(readingStoreIn folder: String) throws {
    let path = StoreFolder.path(of: StoreFolder.whole, in: folder)
    guard FileManager.default.fileExists(atPath: path) else {
      let hasShards = !StoreFolder.shards(in: folder).isEmpty
      throw Refusal(
        "'\(folder)' has no \(hasShards ? "whole " : "")sweep",
        help: hasShards
          ? "put its shards together: 'takst sweep merge \(folder) --out DIR'"
          : "run one: 'takst sweep FILE --out \(folder)'")
    }
    let queue = try SweepStore.open(path)
    self = try refusing(path) { try queue.read { try SweepResults($0, in: folder) } }
  }

  private init(_ db: Database, in folder: String) throws {
    guard let manifest = try Manifest(db), manifest.isFinished else {
      throw Refusal(
        "the sweep in '\(folder)' is not finished", help: "go on with it: '--resume'")
    }
    let text = try String.fetchOne(db, sql: "SELECT text FROM inputs WHERE place = 0") ?? ""
    let asked = try SweepResults.asked(in: text, at: manifest["sweep"])
    let factors = try Row.fetchAll(db, sql: "SELECT * FROM factors ORDER BY factor").map {
      SweepResults.Factor(
        path: $0["path"], spread: $0["spread"], group: $0["group"], source: $0["source"])
    }
    let policies = try Row.fetchAll(db, sql: "SELECT * FROM policies ORDER BY policy").map {
      SweepResults.Policy(name: $0["name"], title: $0["title"], isBaseline: $0["is_baseline"])
    }
    let outcomes = try Row.fetchAll(db, sql: "SELECT * FROM outcomes ORDER BY outcome").map {
      SweepResults.Outcome(
        name: $0["name"], unit: Sweeps.Outcome.Unit(rawValue: $0["unit"]) ?? .money)
    }
    self.init(
      title: manifest["sweep"], currency: manifest["currency"], year: Int(manifest["year"]) ?? 0,
      period: manifest["period"], seed: UInt64(manifest["seed"]) ?? 0, stage: manifest["stage"],
      replicates: manifest.replicates, design: asked.design, questions: asked.questions,
      factors: factors, policies: policies, outcomes: outcomes,
      points: try Self.points(db, count: manifest.points, factors: factors.count),
      values: try Self.values(db, manifest, policies.count, outcomes.count))
  }

  private static func points(
    _ db: Database, count: Int, factors: Int
  ) throws -> [[FactorValue]] {
    var points = Array(
      repeating: Array(repeating: FactorValue(text: ""), count: factors), count: count)
    let rows = try Row.fetchCursor(db, sql: "SELECT point, factor, value FROM points")
    while let row = try rows.next() {
      points[row["point"]][row["factor"]] = FactorValue(text: ResultFiles.text(row["value"]))
    }
    return points
  }

  /// By policy, outcome and run.
  private static func values(
    _ db: Database, _ manifest: Manifest, _ policies: Int, _ outcomes: Int
  ) throws -> [[[Double]]] {
    let runs = manifest.points * manifest.replicates
    var values = Array(
      repeating: Array(repeating: Array(repeating: Double.nan, count: runs), count: outcomes),
      count: policies)
    let rows = try Row.fetchCursor(db, sql: "SELECT run, outcome, value FROM results")
    while let row = try rows.next() {
      let run: Int = row["run"]
      values[run % policies][row["outcome"]][run / policies] = row["value"]
    }
    return values
  }
}
