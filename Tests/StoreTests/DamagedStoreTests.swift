import Diagnostics
import Foundation
import GRDB
import SweepSupport
import Sweeps
import TestSupport
import Testing

@testable import Store

@Suite("Stores that are damaged, edited or foreign")
struct DamagedStoreTests {
  private let folder: SweepFolder

  init() throws {
    folder = try SweepFolder()
    try folder.run(folder.sweep("{ sobol: 4 }", more: "replicates: 2"), into: "out")
  }

  private var path: String { folder.path + "/out/sweep.sqlite" }

  private func edit(_ sql: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
  }

  /// What is said when it is analysed, after the words every damage is told with.
  private func damage() -> String {
    let said = folder.refusal { _ = try SweepResults(readingStoreIn: folder.path + "/out") }
    let (start, end) = (
      "refused: the store is damaged: ",
      """
       ('out/sweep.sqlite')
        help: take it from a copy, or run the sweep again into another folder
      """
    )
    guard said.hasPrefix(start), said.hasSuffix(end) else { return "not told as damage: \(said)" }
    return String(said.dropFirst(start.count).dropLast(end.count))
  }

  @Test(
    "what is wrong is said",
    arguments: [
      ("UPDATE manifest SET value = '-5' WHERE name = 'points'", "the manifest's 'points' is '-5'"),
      (
        "UPDATE manifest SET value = '5' WHERE name = 'points'", "it has 8 runs, and should have 10"
      ),
      (
        "UPDATE manifest SET value = '99999999999' WHERE name = 'points'",
        "the manifest's 'points' is '99999999999'"
      ),
      (
        "UPDATE manifest SET value = '0' WHERE name = 'replicates'",
        "the manifest's 'replicates' is '0'"
      ),
      ("DELETE FROM manifest WHERE name = 'shard'", "the manifest's 'shard' is ''"),
      ("UPDATE manifest SET value = 'Mine' WHERE name = 'sweep'", seal),
      ("UPDATE inputs SET path = 'mine.yaml' WHERE place = 1", seal),
      ("UPDATE factors SET source = 'a report'", seal),
      ("UPDATE outcomes SET unit = 'share' WHERE outcome = 0", seal),
      ("UPDATE files SET text = '{}' WHERE name = 'problem.json'", seal),
      (
        "UPDATE outcomes SET unit = 'miles' WHERE outcome = 0",
        "'unit' of 'outcomes' is 'miles', no unit"
      ),
      ("DELETE FROM policies", "it has no policies"),
      ("UPDATE policies SET policy = 7", "row 0 of 'policies' is gone, or there twice"),
      ("DELETE FROM factors WHERE factor = 0", "row 0 of 'factors' is gone, or there twice"),
      (
        "UPDATE files SET name = '../../x' WHERE name = 'problem.json'",
        "the file '../../x' is none that takst writes"
      ),
      ("UPDATE results SET value = value + 1 WHERE run = 3 AND outcome = 0", run3),
      ("DELETE FROM results WHERE run = 3 AND outcome = 2", run3),
      ("UPDATE runs SET seed = 7 WHERE run = 3", run3),
      ("UPDATE runs SET refused = 'no' WHERE run = 3", run3),
      ("UPDATE runs SET checksum = '' WHERE run = 3", run3),
      (
        "UPDATE points SET value = 0.5 WHERE point = 1 AND factor = 0",
        "run 2 is not what was written; the checksum differs"
      ),
      (
        "UPDATE results SET value = 9e999 WHERE run = 3 AND outcome = 0",
        "'value' of 'results' is inf, no number"
      ),
      (
        "UPDATE results SET value = 1e300 WHERE run = 3 AND outcome = 0",
        "'value' of 'results' is 1e+300, no result"
      ),
      (
        "UPDATE results SET value = 'much' WHERE run = 3 AND outcome = 0",
        "'value' of 'results' is 'much', no number"
      ),
      (
        "UPDATE results SET outcome = 9 WHERE run = 3 AND outcome = 2",
        "run 3 has a result of outcome 9, of 3"
      ),
      (
        "INSERT INTO results VALUES (99, 0, 1.0)",
        "'results' has a row of run 99, which was not run"
      ),
      (
        "UPDATE results SET run = -1 WHERE run = 3",
        "'results' has a row of run -1, which was not run"
      ),
      (
        "UPDATE points SET point = -1 WHERE point = 0",
        "'points' has a row of point -1, which was not run"
      ),
      ("UPDATE points SET point = 9 WHERE point = 3", "point 3 has 0 values of 3 factors"),
      (
        "UPDATE points SET value = NULL WHERE point = 0 AND factor = 0",
        "'value' of 'points' is nothing, no number"
      ),
      (
        "UPDATE points SET value = x'00' WHERE point = 0 AND factor = 0",
        "'value' of 'points' is a blob, no number"
      ),
      ("DELETE FROM runs WHERE run = 5", "it has 7 runs, and should have 8"),
      ("UPDATE runs SET point = 99 WHERE run = 5", "run 5 is not where it belongs"),
      ("UPDATE runs SET run = 99 WHERE run = 7", "run 99 is not where it belongs"),
      (
        "CREATE TRIGGER more AFTER INSERT ON runs BEGIN DELETE FROM results; END",
        "the trigger 'more' is none of takst's"
      ),
      ("CREATE VIEW mine AS SELECT * FROM runs", "the view 'mine' is none of takst's"),
      ("CREATE INDEX faster ON runs (point)", "the index 'faster' is none of takst's"),
      ("DROP TABLE files", "the table 'files' is gone"),
      (
        "ALTER TABLE files RENAME TO f; CREATE VIEW files AS SELECT * FROM f",
        "the table 'f' is none of takst's"
      ),
      ("ALTER TABLE factors ADD COLUMN more TEXT", "the table 'factors' is not as takst makes it"),
    ])
  func told(sql: String, expected: String) throws {
    try edit(sql)
    #expect(damage() == expected)
  }

  private static let seal =
    "what it says of the sweep is not what was written; the checksum differs"
  private static let run3 = "run 3 is not what was written; the checksum differs"

  @Test("a text of the sweep that was edited is told, by the name of the file")
  func inputText() throws {
    try edit("UPDATE inputs SET text = replace(text, 'sobol', 'monte-carlo') WHERE place = 0")
    #expect(
      damage().replacing("'sweep.yaml'", with: "it")
        == "the text of it is not what was written; the checksum differs")
  }

  @Test("going on, merging and writing refuse what analysing does")
  func others() throws {
    let sweep = try folder.sweep("{ sobol: 4 }", more: "replicates: 2")
    for number in 1...2 {
      try folder.run(sweep, into: "shards", shard: Shard(number: number, of: 2))
    }
    let flaw = "UPDATE results SET value = value + 1 WHERE run = 3 AND outcome = 0"
    try edit(flaw)
    let told = "refused: the store is damaged: \(Self.run3) "
    #expect(folder.refusal { try folder.run(sweep, into: "out") }.hasPrefix(told))
    let shard = try DatabaseQueue(path: folder.path + "/shards/shard-2-of-2.sqlite")
    try shard.write { try $0.execute(sql: flaw) }
    try shard.close()
    #expect(
      folder.refusal {
        _ = try SweepMerge(of: [folder.path + "/shards"]).write(into: folder.path + "/merged")
      }.hasPrefix(told + "('shards/shard-2-of-2.sqlite')"))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/merged"))
  }

  @Test("a run of another sweep is not taken for one of this")
  func otherSweep() throws {
    try folder.run(
      folder.sweep("{ monte-carlo: 4 }", more: "replicates: 2"), into: "other")
    try edit(
      """
      ATTACH DATABASE '\(folder.path)/other/sweep.sqlite' AS other;
      DELETE FROM points; DELETE FROM runs; DELETE FROM results;
      INSERT INTO points SELECT * FROM other.points; INSERT INTO runs SELECT * FROM other.runs;
      INSERT INTO results SELECT * FROM other.results;
      """)
    #expect(damage() == "run 0 is not what was written; the checksum differs")
  }

  @Test("a store from before there were checksums is refused by its version, and damage in it told")
  func unchecked() throws {
    try edit(
      """
      ALTER TABLE runs DROP COLUMN checksum;
      DELETE FROM grdb_migrations WHERE identifier = 'checksums';
      DELETE FROM manifest WHERE name = 'checksum';
      """)
    #expect(
      folder.refusal { _ = try SweepResults(readingStoreIn: folder.path + "/out") } == """
        refused: 'out/sweep.sqlite' was written by takst 1.2.3 before stores had checksums, so nobody \
        can tell whether it is as it was written
          help: run the sweep again into another folder
        """)
    try edit("UPDATE results SET outcome = 9 WHERE run = 3 AND outcome = 2")
    #expect(damage() == "run 3 has a result of outcome 9, of 3")
  }

  @Test("a store is read while a sweep writes it, by any number of readers")
  func whileRunning() throws {
    let sweep = try folder.sweep("{ sobol: 4 }", more: "replicates: 2")
    let whole = try SweepResults(readingStoreIn: folder.path + "/out")
    let store = try SweepStore(
      in: folder.path + "/out", for: sweep, shard: .whole,
      by: SweepStore.Origin(version: SweepFolder.version, workers: 1), resuming: true)
    for _ in 0..<2 {
      #expect(
        folder.refusal { _ = try SweepResults(readingStoreIn: folder.path + "/out") } == """
          refused: the sweep in 'out' is not finished: 8 of 8 points are run
            help: go on with it: '--resume'
          """)
    }
    _ = try store.finish()
    let again = try SweepResults(readingStoreIn: folder.path + "/out")
    #expect(again.text == whole.text)
  }

  @Test("whichever byte is another, it gives the same results or is refused")
  func bytes() throws {
    let sound = try Data(contentsOf: URL(fileURLWithPath: path))
    let whole = try SweepResults(readingStoreIn: folder.path + "/out").text
    let used = sound.indices.filter { sound[$0] != 0 }
    var refusals = 0
    try forEverySeed(in: 0..<400) { random in
      var changed = sound
      let place =
        random.whole(in: 0...3) == 0
        ? random.whole(in: 0...sound.count - 1) : used[random.whole(in: 0...used.count - 1)]
      changed[place] ^= UInt8(random.whole(in: 1...255))
      try write(changed)
      return try isSame(as: whole, orRefused: &refusals)
    }
    #expect(refusals > 200)
  }

  @Test("cut short anywhere, it is refused")
  func cut() throws {
    let sound = try Data(contentsOf: URL(fileURLWithPath: path))
    try forEverySeed(in: 0..<40) { random in
      try write(sound.prefix(random.whole(in: 1...sound.count - 1)))
      var refusals = 0
      return try isSame(as: "", orRefused: &refusals) && refusals == 1
    }
  }

  @Test(
    "whichever cell or row is another, it is the same or refused; with other checksums, no trap")
  func cells() throws {
    let sound = try Data(contentsOf: URL(fileURLWithPath: path))
    let whole = try SweepResults(readingStoreIn: folder.path + "/out").text
    var refusals = 0
    try forEverySeed(in: 0..<400) { random in
      try write(sound)
      let isResealed = random.whole(in: 0...1) == 0
      let queue = try DatabaseQueue(path: path)
      queue.writeWithoutTransaction { db in
        // What the tables do not take is not stored.
        try? db.execute(sql: Self.change(db, by: &random))
        if isResealed { try? Self.seal(db, at: path) }
      }
      try queue.close()
      guard isResealed else { return try isSame(as: whole, orRefused: &refusals) }
      guard let results = try? SweepResults(readingStoreIn: folder.path + "/out") else {
        return true
      }
      _ = (results.pointMeans(), results.swings(), results.effects(), results.indices())
      _ = results.associations()
      return true
    }
    #expect(refusals > 100)
  }

  private func write(_ bytes: Data) throws {
    for end in ["-journal", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: path + end)
    }
    try bytes.write(to: URL(fileURLWithPath: path))
  }

  private func isSame(as whole: String, orRefused refusals: inout Int) throws -> Bool {
    do {
      return try SweepResults(readingStoreIn: folder.path + "/out").text == whole
    } catch is Refusal {
      refusals += 1
      return true
    }
  }

  /// A cell that is another, a row that is gone, or one that is there once more.
  private static func change(_ db: Database, by random: inout TestRandom) throws -> String {
    let tables = Manifest.tables + ["points", "runs", "results"]
    let table = tables[random.whole(in: 0...tables.count - 1)]
    let columns = try db.columns(in: table).map(\.name)
    let key = try db.primaryKey(table).columns.map { "\"\($0)\"" }.joined(separator: ", ")
    let rows = try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0
    let row = random.whole(in: 0...max(rows - 1, 0))
    let one = "WHERE (\(key)) = (SELECT \(key) FROM \(table) LIMIT 1 OFFSET \(row))"
    if random.whole(in: 0...9) == 0 { return "DELETE FROM \(table) \(one)" }
    let values = [
      "NULL", "-1", "0", "1", "3", "4611686018427387904", "0.5", "1e308", "9e999", "'a word'", "''",
      "'1'", "x'ff'", "'../../x'",
    ]
    let column = columns[random.whole(in: 0...columns.count - 1)]
    let value = values[random.whole(in: 0...values.count - 1)]
    return "UPDATE \(table) SET \"\(column)\" = \(value) \(one)"
  }

  /// Makes every checksum fit what is there, as far as it can be read.
  private static func seal(_ db: Database, at path: String) throws {
    for row in try StoredRow.all(db, of: "inputs", ["place", "text"]) {
      guard let text = try row.textOrNothing(1) else { continue }
      try db.execute(
        sql: "UPDATE inputs SET sha256 = ? WHERE place = ?",
        arguments: [Digest.of(text), row.cells[0]])
    }
    try Manifest.seal(db)
    guard let sweep = try StoredSweep(db, at: path, readOn: true) else { return }
    var sums: [Int: String] = [:]
    try sweep.eachRun(db, hasChecksums: false) {
      sums[$0.number] = $0.checksum(in: sweep.manifest.identity)
    }
    for (run, sum) in sums {
      try db.execute(sql: "UPDATE runs SET checksum = ? WHERE run = ?", arguments: [sum, run])
    }
  }
}

extension SweepResults {
  /// All of it, to compare.
  fileprivate var text: String { "\(self)" }
}
