import Diagnostics
import Foundation
import GRDB
public import Sweeps

extension SweepResults {
  /// The finished sweep in a folder.
  ///
  /// - Parameter folder: Where `takst sweep` has written.
  /// - Throws: ``Refusal`` when there is no sweep, it is not finished, or anything in its store is not as it
  ///   was written.
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
    let queue = try StoreOpening.reading(path)
    self = try refusing(path) { try queue.read { try SweepResults($0, at: path, in: folder) } }
  }

  private init(_ db: Database, at path: String, in folder: String) throws {
    let begun = try StoredSweep(db, at: path, readOn: true)
    guard let stored = begun, stored.manifest.isFinished else {
      let so = try begun.map { ": \(try $0.progress(db)) points are run" } ?? ""
      throw Refusal(
        "the sweep in '\(folder)' is not finished\(so)", help: "go on with it: '--resume'")
    }
    let manifest = stored.manifest
    guard manifest.shard == .whole else {
      throw Damage("it is shard \(manifest.shard), under the name of a whole sweep")
    }
    let asked = try Self.asked(of: stored)
    let (policies, outcomes) = (stored.policies.count, stored.outcomes.count)
    let runs = manifest.points * manifest.replicates
    var points: [[FactorValue]] = []
    var values = Array(
      repeating: Array(repeating: Array(repeating: Double.nan, count: runs), count: outcomes),
      count: policies)
    try stored.eachRun(db) { run in
      if points.count == run.point {
        points.append(run.values.map { FactorValue(text: ResultFiles.text($0)) })
      }
      for (outcome, value) in run.outcomes.enumerated() {
        values[run.policy][outcome][run.number / policies] = value ?? .nan
      }
    }
    self.init(
      title: manifest["sweep"], currency: manifest["currency"], year: manifest.year,
      period: manifest["period"], seed: manifest.seed, stage: manifest["stage"],
      replicates: manifest.replicates, design: asked.design, questions: asked.questions,
      factors: stored.factors, policies: stored.policies, outcomes: stored.outcomes,
      points: points, values: values)
    if let misfit { throw Damage(misfit) }
  }

  private static func asked(
    of stored: StoredSweep
  ) throws -> (design: Design, questions: [SweepQuestion]) {
    let title = stored.manifest["sweep"]
    do {
      return try asked(in: stored.inputs[0].text ?? "", at: title)
    } catch {
      throw Damage("its sweep file cannot be read: \(error.diagnostics[0].what)")
    }
  }
}
