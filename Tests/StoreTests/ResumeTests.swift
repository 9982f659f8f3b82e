import Foundation
import GRDB
import ScenarioSupport
import SweepSupport
import Sweeps
import TestSupport
import Testing

@testable import Store

@Suite("Going on with a sweep")
struct ResumeTests {
  private let folder: SweepFolder

  init() throws { folder = try SweepFolder() }

  /// Two reforms of arrivals, refused points, words, and every point twice.
  private func sweep(_ design: String = "{ sobol: 6 }") throws -> Sweep {
    try folder.file(
      "late.yaml", "reform: Later\nbase: lists.yaml\nchange: { law-at: 2022-07-01 }\n")
    return try folder.sweep(
      design,
      vary: """
        arrivals.diplomats.uptake: { uniform: [0, 1] }
        placement: { any-of: [free-places, shortest-first] }
        law-at: { any-of: [2020-06-01, 2019-01-01] }
        """, more: "replicates: 2\nreforms: [late.yaml]")
  }

  @Test("wherever it was interrupted or killed, it ends with the same files, byte for byte")
  func everyPoint() throws {
    let sweep = try sweep()
    try folder.run(sweep, into: "whole", resuming: false)
    let whole = try folder.results("whole")
    #expect(
      whole.files.keys.sorted() == [
        "codebook.csv", "experiments.csv", "outcomes.csv", "problem.json",
      ])
    for most in 0...12 {
      for isKilled in [false, true] {
        let out = "out-\(most)-\(isKilled)"
        try folder.run(sweep, into: out, endingAfter: most, isKilled: isKilled)
        #expect(try folder.results(out).files.isEmpty == (most < 12))
        try folder.run(sweep, into: out)
        #expect(try folder.results(out) == whole, "\(out)")
      }
    }
  }

  @Test("a sweep may be interrupted as often as there are points")
  func often() throws {
    let sweep = try sweep()
    try folder.run(sweep, into: "whole")
    for _ in 0..<12 { try folder.run(sweep, into: "often", endingAfter: 1) }
    try folder.run(sweep, into: "often", endingAfter: 0)
    try folder.run(sweep, into: "often")
    #expect(try folder.results("often") == folder.results("whole"))
  }

  @Test("every run that was kept before an interruption is there after it, and none is run again")
  func nothingLost() throws {
    let sweep = try sweep()
    try folder.run(sweep, into: "out", endingAfter: 7)
    let store = try SweepStore(
      in: folder.path + "/out", for: sweep, shard: .whole,
      by: SweepStore.Origin(version: SweepFolder.version, workers: 1), resuming: true)
    let done = try (0..<2).map { try store.done(replicate: $0, points: 0..<6).count }
    #expect(done.reduce(0, +) == 7)
    let recorder = Recorder()
    try SweepExecution(sweep).run(skipping: store.done, finished: recorder.add)
    #expect(recorder.count == 5)
  }

  @Test("a finished sweep that is gone on with runs nothing and writes the same files")
  func finished() throws {
    let sweep = try sweep()
    try folder.run(sweep, into: "out")
    let before = try folder.results("out")
    try folder.run(sweep, into: "out", endingAfter: 0)
    try folder.run(sweep, into: "out")
    #expect(try folder.results("out") == before)
  }

  @Test("files that were lost are written again")
  func lostFiles() throws {
    let sweep = try sweep()
    try folder.run(sweep, into: "out")
    let before = try folder.results("out")
    try FileManager.default.removeItem(atPath: folder.path + "/out/experiments.csv")
    try folder.file("out/outcomes.csv", "half of i")
    try folder.run(sweep, into: "out")
    #expect(try folder.results("out") == before)
  }

  @Test(
    "a design that grows and is gone on with gives what the larger one gives",
    arguments: [
      "{ sobol: % }", "{ monte-carlo: % }", "{ morris: { trajectories: % } }",
      "{ saltelli: { points: %, pairs: true } }",
    ])
  func growing(design: String) throws {
    func sweep(_ count: Int) throws -> Sweep {
      try self.sweep(design.replacing("%", with: "\(count)"))
    }
    try folder.run(sweep(5), into: "large")
    for most in [0, 3, .max] {
      let out = "grown-\(most)"
      try folder.run(sweep(2), into: out, endingAfter: most)
      try folder.run(sweep(3), into: out, endingAfter: 2)
      try folder.run(sweep(5), into: out)
      #expect(try folder.results(out) == folder.results("large"), "\(most)")
    }
  }

  @Test("another title, another question, comments and layout are no change")
  func words() throws {
    let text = """
      base: lists.yaml
      vary: { arrivals.diplomats.uptake: { interval: uniform } }
      design: { sobol: 5 }

      """
    func read(_ text: String) throws -> Sweep {
      try Sweep(reading: folder.file("own.yaml", text), asking: everyQuestion)
    }
    let first = "sweep: A question\noutcomes: [placed]\n\(text)"
    try folder.run(read(first), into: "whole")
    try folder.run(read(first), into: "out", endingAfter: 2)
    let second = """
      # With a comment now.
      sweep: "Another question"
      outcomes:
        - placed
      \(text)ask:
        many: { outcome: placed, above: 50 }

      """
    try folder.run(read(second), into: "out")
    #expect(try folder.results("out") == folder.results("whole"))
  }

  @Test("a store whose making was cut short is made anew, asked to go on or not")
  func halfMade() throws {
    let sweep = try sweep()
    try folder.run(sweep, into: "whole")
    for isResuming in [false, true] {
      try folder.make("empty-\(isResuming)")
      try folder.file("empty-\(isResuming)/sweep.sqlite", "")
      try folder.run(sweep, into: "empty-\(isResuming)", resuming: isResuming)
      #expect(try folder.results("empty-\(isResuming)") == folder.results("whole"))
      // The table of GRDB's steps is there, and none of the store's own.
      try folder.make("steps-\(isResuming)")
      try DatabaseQueue(path: folder.path + "/steps-\(isResuming)/sweep.sqlite").write {
        try $0.execute(
          sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
      }
      try folder.run(sweep, into: "steps-\(isResuming)", resuming: isResuming)
      #expect(try folder.results("steps-\(isResuming)") == folder.results("whole"))
      // Its tables are there, and nothing in them.
      try folder.make("tables-\(isResuming)")
      _ = try StoreOpening.writing(folder.path + "/tables-\(isResuming)/sweep.sqlite")
      try folder.run(sweep, into: "tables-\(isResuming)", resuming: isResuming)
      #expect(try folder.results("tables-\(isResuming)") == folder.results("whole"))
    }
  }

  @Test("a sweep whose files have long names is kept and gone on with")
  func longNames() throws {
    let name = String(repeating: "a-long-name-", count: 8)
    let lists = try String(contentsOfFile: folder.path + "/lists.csv", encoding: .utf8)
    try folder.file("\(name)lists.csv", lists)
    try folder.file(
      "\(name).yaml",
      "reform: \(name)\nbase: lists.yaml\nchange: { lists: { file: \(name)lists.csv } }\n")
    try folder.file("\(name)points.csv", "arrivals.diplomats.uptake\n0.5\n1\n")
    let sweep = try folder.sweep(
      "{ points: \(name)points.csv }", vary: "", base: "\(name).yaml")
    try folder.run(sweep, into: "out", endingAfter: 1)
    try folder.run(sweep, into: "out")
    #expect(try folder.results("out").text("codebook.csv").contains("\(name): \(name),"))
    // What a long name names is watched as any other file is.
    try folder.file("\(name)lists.csv", lists + "tromso-c,tromso,900,950\n")
    #expect(
      folder.refusal { try folder.run(sweep, into: "out") } == """
        refused: since the sweep in 'out' was begun, this has changed: \(name)lists.csv
          help: put it back as it was, or choose another folder; nothing was overwritten
        """)
  }
}
