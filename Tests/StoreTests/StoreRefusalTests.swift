import Foundation
import GRDB
import SweepSupport
import Sweeps
import TestSupport
import Testing

@testable import Store

@Suite("What a store refuses")
struct StoreRefusalTests {
  private let folder: SweepFolder

  init() throws {
    folder = try SweepFolder()
    try folder.file("points.csv", "arrivals.diplomats.uptake\n0.5\n0.75\n1\n")
    // Norway's law as the author's own book.
    try folder.file("book.yaml", Repository.text("Sources/RateBooks/Books/norway.yaml"))
    try folder.file(
      "own.yaml", "reform: Own law\nbase: lists.yaml\nchange: { jurisdiction: book.yaml }\n")
  }

  private func tableSweep() throws -> Sweep {
    try folder.sweep("{ points: points.csv }", vary: "", base: "own.yaml")
  }

  /// Begins a sweep, changes something, and tells what is said when it is gone on with.
  private func message(
    _ sweep: () throws -> Sweep, after change: () throws -> Void
  ) throws -> String {
    try folder.run(sweep(), into: "out", endingAfter: 2)
    let before = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/out/sweep.sqlite"))
    try change()
    let changed = try sweep()
    let message = folder.refusal { try folder.run(changed, into: "out") }
    let after = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/out/sweep.sqlite"))
    #expect(before == after, "the store was overwritten")
    #expect(try folder.results("out").files.isEmpty)
    return message
  }

  private func changed(_ names: String) -> String {
    """
    refused: since the sweep in 'out' was begun, this has changed: \(names)
      help: put it back as it was, or choose another folder; nothing was overwritten
    """
  }

  @Test(
    "a changed scenario, table of lists, rate book or table of points is named",
    arguments: ["lists.yaml", "own.yaml", "lists.csv", "book.yaml", "points.csv"])
  func files(name: String) throws {
    let said = try message(tableSweep) {
      let text = try String(contentsOfFile: folder.path + "/" + name, encoding: .utf8)
      let change = [
        "lists.yaml": text.replacing("40", with: "41"),
        "own.yaml": text.replacing("Own", with: "My own"),
        "lists.csv": text.replacing("960", with: "970"),
        "book.yaml": text + "# read again\n",
        "points.csv": text.replacing("0.75", with: "0.7"),
      ]
      try folder.file(name, #require(change[name]))
    }
    #expect(said == changed(name))
  }

  @Test("several changed files are all named")
  func several() throws {
    let said = try message(tableSweep) {
      try folder.file("points.csv", "arrivals.diplomats.uptake\n0.5\n")
      let own = try String(contentsOfFile: folder.path + "/lists.yaml", encoding: .utf8)
      try folder.file("lists.yaml", own.replacing("40", with: "41"))
    }
    #expect(said == changed("lists.yaml, points.csv"))
  }

  @Test("another design, factor, outcome or number of replicates is a change of the sweep file")
  func sweepFile() throws {
    let first = { try folder.sweep("{ sobol: 4 }") }
    try folder.run(first(), into: "out", endingAfter: 2)
    for other in [
      { try folder.sweep("{ monte-carlo: 4 }") },
      { try folder.sweep("{ sobol: 4 }", outcomes: "placed") },
      { try folder.sweep("{ sobol: 4 }", vary: "law-at: { any-of: [2021-05-01] }") },
      { try folder.sweep("{ sobol: 4 }", more: "replicates: 2") },
    ] as [() throws -> Sweep] {
      let sweep = try other()
      #expect(
        folder.refusal { try folder.run(sweep, into: "out") } == changed("sweep.yaml"))
    }
    // Put back as it was, it goes on.
    try folder.run(first(), into: "out")
    // A grid cannot grow: its points move.
    let vary = "arrivals.diplomats.uptake: { interval: uniform }"
    try folder.run(
      folder.sweep("{ grid: 2 }", vary: vary, as: "grid.yaml"), into: "grid", endingAfter: 1)
    let finer = try folder.sweep("{ grid: 3 }", vary: vary, as: "grid.yaml")
    #expect(
      folder.refusal { try folder.run(finer, into: "grid") }
        == changed("grid.yaml").replacing("'out'", with: "'grid'"))
  }

  @Test("fewer points than the store has would leave points nobody asked for")
  func shrunk() throws {
    try folder.run(folder.sweep("{ sobol: 8 }"), into: "out", endingAfter: 3)
    let fewer = try folder.sweep("{ sobol: 4 }")
    #expect(
      folder.refusal { try folder.run(fewer, into: "out") } == """
        refused: the sweep in 'out' has 8 points, and now 4 are asked for
          help: ask for 8 or more, or choose another folder; nothing was overwritten
        """)
  }

  @Test("a store that is there is only gone on with when asked")
  func there() throws {
    let sweep = try folder.sweep("{ sobol: 4 }")
    try folder.run(sweep, into: "out", endingAfter: 2, resuming: false)
    #expect(
      folder.refusal { try folder.run(sweep, into: "out", resuming: false) } == """
        refused: 'out' has a half-done sweep already
          help: go on with '--resume', or choose another folder
        """)
    try folder.run(sweep, into: "out")
    #expect(
      folder.refusal { try folder.run(sweep, into: "out", resuming: false) } == """
        refused: 'out' has a finished sweep already
          help: choose another folder
        """)
  }

  @Test("what another version began is finished by that version")
  func version() throws {
    let sweep = try folder.sweep("{ sobol: 4 }")
    try folder.run(sweep, into: "out", endingAfter: 2)
    #expect(
      folder.refusal { try folder.run(sweep, into: "out", version: "2.0.0") } == """
        refused: 'out' was begun by takst 1.2.3, and this is 2.0.0
          help: finish it with that version, or choose another folder
        """)
  }

  @Test("a file that is gone since the sweep was read is named")
  func gone() throws {
    let sweep = try tableSweep()
    try FileManager.default.removeItem(atPath: folder.path + "/lists.csv")
    #expect(
      folder.refusal { try folder.run(sweep, into: "out") } == """
        refused: 'lists.csv' cannot be read any more
          help: check that it is still there
        """)
  }

  @Test("a second process cannot have the store, whether it goes on, begins or merges")
  func second() throws {
    let sweep = try folder.sweep("{ sobol: 4 }")
    let store = try SweepStore(
      in: folder.path + "/out", for: sweep, shard: .whole,
      by: SweepStore.Origin(version: SweepFolder.version, workers: 1), resuming: false)
    for isResuming in [false, true] {
      #expect(
        folder.refusal { try folder.run(sweep, into: "out", resuming: isResuming) } == """
          refused: another takst has 'out/sweep.sqlite'
            help: wait until it is done, or choose another folder
          """)
    }
    try store.flush()
  }

  @Test("a file that is no store, or another program's, is left as it is")
  func noStore() throws {
    let sweep = try folder.sweep("{ sobol: 4 }")
    try folder.make("out")
    let text = String(repeating: "This is a letter to somebody. ", count: 100)
    try folder.file("out/sweep.sqlite", text)
    for isResuming in [false, true] {
      #expect(
        folder.refusal { try folder.run(sweep, into: "out", resuming: isResuming) } == """
          refused: 'out/sweep.sqlite' is not the store of a sweep
            help: choose another folder
          """)
    }
    #expect(try String(contentsOfFile: folder.path + "/out/sweep.sqlite", encoding: .utf8) == text)
  }

  @Test("the database of another program is left as it is")
  func foreignDatabase() throws {
    let sweep = try folder.sweep("{ sobol: 4 }")
    try folder.make("out")
    let path = folder.path + "/out/sweep.sqlite"
    let other = try DatabaseQueue(path: path)
    try other.write { try $0.execute(sql: "CREATE TABLE letters (text TEXT)") }
    try other.close()
    #expect(
      folder.refusal { try folder.run(sweep, into: "out", resuming: true) } == """
        refused: 'out/sweep.sqlite' is not the store of a sweep
          help: choose another folder
        """)
    let tables = try DatabaseQueue(path: path).read {
      try String.fetchAll($0, sql: "SELECT name FROM sqlite_master")
    }
    #expect(tables == ["letters"])
  }

  @Test("a place where no folder can be is refused")
  func noFolder() throws {
    let sweep = try folder.sweep("{ sobol: 4 }")
    for out in ["lists.csv/x", "lists.csv"] {
      #expect(
        folder.refusal { try folder.run(sweep, into: out) } == """
          refused: the folder '\(out)' cannot be made
            help: check the path and its permissions
          """)
    }
  }
}
