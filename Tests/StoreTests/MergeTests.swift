import Foundation
import SweepSupport
import Sweeps
import TestSupport
import Testing

@testable import Store

@Suite("Shards put together")
struct MergeTests {
  private let folder: SweepFolder

  init() throws { folder = try SweepFolder() }

  private func sweep(_ design: String = "{ sobol: 11 }") throws -> Sweep {
    try folder.sweep(
      design,
      vary: """
        arrivals.diplomats.uptake: { interval: uniform }
        arrivals.diplomats.insured-share: { uniform: [0.3, 0.7] }
        """, more: "replicates: 2")
  }

  private func run(_ sweep: Sweep, into out: (Int) -> String, _ numbers: [Int], of count: Int)
    throws
  {
    for number in numbers {
      try folder.run(sweep, into: out(number), shard: Shard(number: number, of: count))
    }
  }

  private func merge(_ folders: String..., into out: String) throws -> [String] {
    try SweepMerge(of: folders.map { folder.path + "/" + $0 }).write(into: folder.path + "/" + out)
  }

  private func refusal(_ folders: String..., into out: String = "out") -> String {
    folder.refusal {
      _ = try SweepMerge(of: folders.map { folder.path + "/" + $0 })
        .write(into: folder.path + "/" + out)
    }
  }

  @Test("any number of shards, in one folder or in one each, give the bytes of one process")
  func same() throws {
    let sweep = try sweep()
    try folder.run(sweep, into: "whole")
    let whole = try folder.results("whole")
    #expect(
      whole.files.keys.sorted() == [
        "codebook.csv", "experiments.csv", "outcomes.csv", "problem.json", "problem.txt",
      ])
    for count in 2...5 {
      let numbers = Array(1...count)
      try run(sweep, into: { _ in "one-\(count)" }, numbers.reversed(), of: count)
      #expect(try folder.results("one-\(count)").files.isEmpty)
      let names = try merge("one-\(count)", into: "merged-\(count)")
      #expect(names.sorted() == (whole.files.keys + ["sweep.sqlite"]).sorted())
      #expect(try folder.results("merged-\(count)") == whole)
      try run(sweep, into: { "each-\(count)-\($0)" }, numbers, of: count)
      let each = numbers.map { folder.path + "/each-\(count)-\($0)" }
      _ = try SweepMerge(of: each.reversed()).write(into: folder.path + "/apart-\(count)")
      #expect(try folder.results("apart-\(count)") == whole)
    }
  }

  @Test("more shards than points: some have nothing, and are merged with the others")
  func empty() throws {
    let sweep = try sweep("{ sobol: 3 }")
    try folder.run(sweep, into: "whole")
    try run(sweep, into: { _ in "shards" }, Array(1...5), of: 5)
    _ = try merge("shards", into: "out")
    #expect(try folder.results("out") == folder.results("whole"))
  }

  @Test("shards that were interrupted and gone on with are merged to the same bytes")
  func interrupted() throws {
    let sweep = try sweep()
    try folder.run(sweep, into: "whole")
    for number in 1...3 {
      let shard = Shard(number: number, of: 3)
      for _ in 0..<3 { try folder.run(sweep, into: "shards", shard: shard, endingAfter: 1) }
      try folder.run(sweep, into: "shards", shard: shard)
    }
    _ = try merge("shards", into: "out")
    #expect(try folder.results("out") == folder.results("whole"))
  }

  @Test("merging again, and into the folder of the shards, gives the same again")
  func again() throws {
    let sweep = try sweep("{ sobol: 5 }")
    try folder.run(sweep, into: "whole")
    try run(sweep, into: { _ in "shards" }, [1, 2], of: 2)
    for _ in 0..<2 {
      _ = try merge("shards", into: "shards")
      #expect(try folder.results("shards") == folder.results("whole"))
    }
    // The shards are left as they were.
    _ = try merge("shards", into: "out")
    #expect(try folder.results("out") == folder.results("whole"))
  }

  @Test("what was merged can be gone on with, and grows as if one process had run it")
  func growing() throws {
    try run(sweep("{ sobol: 5 }"), into: { _ in "shards" }, [1, 2], of: 2)
    _ = try merge("shards", into: "out")
    let larger = try sweep("{ sobol: 9 }")
    try folder.run(larger, into: "out")
    try folder.run(larger, into: "whole")
    #expect(try folder.results("out") == folder.results("whole"))
    // So do the shards themselves.
    try run(larger, into: { _ in "shards" }, [1, 2], of: 2)
    _ = try merge("shards", into: "again")
    #expect(try folder.results("again") == folder.results("whole"))
  }

  @Test("shards that are missing are named, with the command that runs the first")
  func missing() throws {
    let sweep = try sweep()
    try run(sweep, into: { _ in "shards" }, [1, 3, 4], of: 5)
    #expect(
      refusal("shards") == """
        refused: shards 2/5, 5/5 are missing
          help: run 'takst sweep … --shard 2/5', or name the folder it is in
        """)
    try run(sweep, into: { _ in "shards" }, [5], of: 5)
    #expect(
      refusal("shards") == """
        refused: shard 2/5 is missing
          help: run 'takst sweep … --shard 2/5', or name the folder it is in
        """)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/out"))
  }

  @Test("a shard that is not finished is named, with how far it is")
  func unfinished() throws {
    let sweep = try sweep()
    try run(sweep, into: { _ in "shards" }, [1], of: 2)
    try folder.run(sweep, into: "shards", shard: Shard(number: 2, of: 2), endingAfter: 4)
    #expect(
      refusal("shards") == """
        refused: shard 2/2 is not finished: 4 of 10 points are run
          help: go on with it: 'takst sweep … --shard 2/2 --resume'
        """)
  }

  @Test("a shard that is there twice is named with both its places")
  func twice() throws {
    let sweep = try sweep("{ sobol: 4 }")
    try run(sweep, into: { _ in "a" }, [1, 2], of: 2)
    try run(sweep, into: { _ in "b" }, [2], of: 2)
    #expect(
      refusal("a", "b") == """
        refused: shard 2/2 is there twice: 'a/shard-2-of-2.sqlite' and 'b/shard-2-of-2.sqlite'
          help: name one of them
        """)
  }

  @Test("a shard of another sweep, or of another number of parts, is named")
  func foreign() throws {
    try run(sweep("{ sobol: 4 }"), into: { _ in "a" }, [1], of: 2)
    try run(sweep("{ monte-carlo: 4 }"), into: { _ in "b" }, [2], of: 2)
    let foreign = """
      refused: 'b/shard-2-of-2.sqlite' is of another sweep than 'a/shard-1-of-2.sqlite'
        help: merge the shards of one sweep, all of them run from the same files
      """
    #expect(refusal("a", "b") == foreign)
    // Grown on one machine and not on the other.
    try run(sweep("{ sobol: 6 }"), into: { _ in "c" }, [2], of: 2)
    #expect(refusal("a", "c") == foreign.replacing("'b/", with: "'c/"))
    try run(sweep("{ sobol: 4 }"), into: { _ in "d" }, [2], of: 3)
    #expect(
      refusal("a", "d") == foreign.replacing("b/shard-2-of-2", with: "d/shard-2-of-3"))
  }

  @Test("a folder without shards, an empty store and a file that is none are named")
  func none() throws {
    try folder.make("none")
    for name in ["none", "nowhere"] {
      #expect(
        refusal(name) == """
          refused: '\(name)' has no shard of a sweep
            help: give folders into which 'takst sweep --shard' has written
          """)
    }
    try folder.file("none/shard-1-of-2.sqlite", "")
    #expect(
      refusal("none") == """
        refused: 'none/shard-1-of-2.sqlite' is empty
          help: run its shard again with '--resume'
        """)
    try folder.file("none/shard-1-of-2.sqlite", String(repeating: "a letter ", count: 200))
    #expect(
      refusal("none") == """
        refused: 'none/shard-1-of-2.sqlite' is not the store of a sweep
          help: choose another folder
        """)
  }

  @Test("a shard that another process still runs is not merged")
  func busy() throws {
    let sweep = try sweep("{ sobol: 4 }")
    try run(sweep, into: { _ in "shards" }, [1], of: 2)
    let store = try SweepStore(
      in: folder.path + "/shards", for: sweep, shard: Shard(number: 2, of: 2),
      by: SweepStore.Origin(version: SweepFolder.version, workers: 1), resuming: false)
    #expect(
      refusal("shards") == """
        refused: another takst has 'shards/shard-2-of-2.sqlite'
          help: wait until it is done, or choose another folder
        """)
    try store.flush()
  }

  @Test("another sweep's folder is not written over, nor one that cannot be made")
  func places() throws {
    try run(sweep("{ sobol: 4 }"), into: { _ in "shards" }, [1, 2], of: 2)
    try folder.run(sweep("{ monte-carlo: 4 }"), into: "other")
    let before = try folder.results("other")
    #expect(
      refusal("shards", into: "other") == """
        refused: 'other/sweep.sqlite' is of another sweep
          help: choose another folder
        """)
    #expect(try folder.results("other") == before)
    #expect(
      refusal("shards", into: "lists.csv/x") == """
        refused: the folder 'lists.csv/x' cannot be made
          help: check the path and its permissions
        """)
  }
}
