import Foundation
import SweepSupport
import TestSupport
import Testing

/// Sweeps on the command line, in a folder of small scenarios.
@Suite("The commands of sweeps")
struct SweepCommandTests {
  private let folder: SweepFolder

  init() throws { folder = try SweepFolder() }

  @Test("a sweep writes its store and its tables, and says so")
  func run() throws {
    let file = try folder.sweepFile("{ sobol: 4 }", more: "replicates: 2")
    let result = try Program.run(["sweep", file, "--out", folder.out("new/out")])
    #expect(result.status == 0)
    #expect(result.output.isEmpty)
    #expect(
      result.errors == """
        8 runs; wrote experiments.csv, outcomes.csv, codebook.csv, problem.json, problem.txt in \
        \(folder.out("new/out"))

        """)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.out("new/out")).sorted() == [
        "codebook.csv", "experiments.csv", "outcomes.csv", "problem.json", "problem.txt",
        "sweep.sqlite",
      ])
    let quiet = try Program.run([
      "sweep", file, "--out", folder.out("quiet"), "--quiet", "--workers", "3",
    ])
    #expect(quiet.status == 0 && quiet.errors.isEmpty && quiet.output.isEmpty)
    #expect(try folder.results("quiet") == folder.results("new/out"))
  }

  @Test("a replicate equals 'takst run --seed' of the scenario at that point")
  func seed() throws {
    let file = try folder.write(
      "{ points: points.csv }", vary: "", base: "norway.yaml",
      outcomes: "change.payer.municipality", more: "replicates: 3")
    try folder.file("points.csv", "arrivals.diplomats.uptake\n0.75\n")
    let alone = try folder.file(
      "alone.yaml",
      "reform: Alone\nbase: norway.yaml\nchange: { arrivals.diplomats.uptake.central: 0.75 }\n")
    let result = try Program.run(["sweep", file, "--out", folder.out("out")])
    #expect(result.status == 0, "\(result.errors)")
    let rows = try #require(
      folder.results("out")["outcomes.csv"].map { String(decoding: $0, as: UTF8.self) })
    let swept = rows.split(separator: "\n").dropFirst().compactMap {
      $0.split(separator: ",").last.map(String.init)
    }
    let alones = try (1...3).map { seed in
      try municipality(
        Program.run([
          "run", alone, "--seed", "\(seed)", "--format", "json", "--table", "payers",
        ]).output)
    }
    #expect(swept.compactMap { Double($0) } == alones && Set(swept).count > 1)
  }

  /// What municipalities pay more, off the table of payers.
  private func municipality(_ json: String) throws -> Double {
    let root = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    let tables = try #require(root?["tables"] as? [String: [String: Any]])
    let rows = try #require(tables["payers"]?["rows"] as? [[Any]])
    return rows.filter { $0[0] as? String == "municipality" }
      .compactMap { $0[5] as? Double }.reduce(0, +)
  }

  @Test("runs without an answer are counted, and are no failure")
  func refused() throws {
    try folder.file(
      "points.csv",
      "lists.occupancy.full-share,lists.occupancy.nearly-full-share\n0.28,0.6\n0.6,0.3\n0.6,0.6\n")
    let file = try folder.write(
      "{ points: points.csv }", vary: "", base: "norway.yaml", outcomes: "placed")
    let result = try Program.run(["sweep", file, "--out", folder.out("out")])
    #expect(result.status == 0)
    #expect(
      result.errors == """
        1 of 3 runs has no answer; 'refused' in the tables says why
        3 runs; wrote experiments.csv, outcomes.csv, codebook.csv, problem.json in \(folder.out("out"))

        """)
    let experiments = try folder.results("out")["experiments.csv"].map {
      String(decoding: $0, as: UTF8.self)
    }
    #expect(
      experiments == """
        run,lists.occupancy.full-share,lists.occupancy.nearly-full-share,scenario,policy,model,\
        replicate,seed,refused
        0,0.28,0.6,0,norway,norway,0,1,
        1,0.6,0.3,1,norway,norway,0,1,"'full-share' is 0.6, above 'nearly-full-share' 0.3"
        2,0.6,0.6,2,norway,norway,0,1,

        """)
    let check = try Program.run(["check", file])
    #expect(check.status == 0)
    #expect(
      check.output == """
        \(file): a sound sweep, but:
        \(file):4:9: note: 1 of the 3 runs has no answer; at lists.occupancy.full-share 0.6, \
        lists.occupancy.nearly-full-share 0.3: 'full-share' is 0.6, above 'nearly-full-share' 0.3

        """)
  }

  @Test("a sweep none of whose runs has an answer exits with 1, and so does what is asked of it")
  func unanswered() throws {
    // Each share of full lists is one the scenario takes, and no lists have such a mean.
    let file = try folder.write(
      "grid", vary: "lists.occupancy.mean: { any-of: [0.5, 0.4] }", base: "norway.yaml",
      outcomes: "placed")
    let refusal = """
      refused: none of the 2 runs has an answer: no lists fit the published figures for 'oslo': no such \
      values between 0.005 and 0.9 have the mean 
      """
    let sweep = try Program.run(["sweep", file, "--out", folder.out("out"), "--quiet"])
    #expect(sweep.status == 1)
    #expect(sweep.errors.contains(refusal), "\(sweep.errors)")
    let analysis = try Program.run(["analyse", folder.out("out")])
    #expect(analysis.status == 1 && analysis.output.isEmpty)
    #expect(analysis.errors.hasPrefix(refusal), "\(analysis.errors)")
    for shard in ["1/2", "2/2"] {
      let part = try Program.run([
        "sweep", file, "--out", folder.out("shards"), "--shard", shard, "--quiet",
      ])
      #expect(part.status == 0, "\(part.errors)")
    }
    let merge = try Program.run([
      "sweep", "merge", folder.out("shards"), "--out", folder.out("merged"), "--quiet",
    ])
    #expect(merge.status == 1)
    #expect(merge.errors.hasPrefix(refusal), "\(merge.errors)")
  }

  @Test("a Sobol sequence of another number of points than a power of two is noted, and run")
  func unbalanced() throws {
    let file = try folder.sweepFile("{ saltelli: { points: 12 } }")
    let note = """
      \(file):7:31: note: 12 points are no power of two, and a Sobol sequence is balanced with those alone
        help: use 8 or 16

      """
    let check = try Program.run(["check", file])
    #expect(check.status == 0)
    #expect(check.output == "\(file): a sound sweep, but:\n\(note)")
    #expect(try Program.run(["check", file, "--strict"]).status == 2)
    let run = try Program.run(["sweep", file, "--out", folder.out("out")])
    #expect(run.status == 0)
    #expect(run.errors.hasPrefix(note))
    let told =
      "12 points are no power of two, and a Sobol sequence is balanced with those alone: take 8 or 16."
    let indices = try Program.run([
      "analyse", folder.out("out"), "--table", "sobol-indices", "--format", "json",
    ])
    #expect(indices.output.contains(told))
  }

  @Test("an outcome that nothing moves is told, and its empty table is shown with the reason")
  func constant() throws {
    let file = try folder.write(
      "{ saltelli: { points: 4 } }", vary: "arrivals.diplomats.uptake: { uniform: [0.5, 1] }",
      outcomes: "waiting")
    #expect(try Program.run(["sweep", file, "--out", folder.out("out")]).status == 0)
    let analysis = try Program.run([
      "analyse", folder.out("out"), "--table", "sobol-indices", "--format", "json",
    ])
    #expect(analysis.status == 0 && analysis.errors.isEmpty)
    #expect(
      analysis.output.contains(
        "lists, waiting: the same wherever there is an answer, so no factor moves it."))
  }

  @Test("runs without an answer are counted, with what of the design is left")
  func refusedRuns() throws {
    // The higher share of full lists is above the lower one of nearly full ones, which is refused. Every
    // walk passes it.
    let file = try folder.write(
      "{ morris: { trajectories: 4, levels: 2 } }",
      vary: """
        lists.occupancy.full-share: { uniform: [0.25, 0.5] }
        lists.occupancy.nearly-full-share: { uniform: [0.4, 0.65] }
        """, base: "norway.yaml", outcomes: "placed")
    #expect(try Program.run(["sweep", file, "--out", folder.out("out")]).status == 0)
    let analysis = try Program.run([
      "analyse", folder.out("out"), "--table", "morris", "--format", "json",
    ])
    #expect(analysis.errors.isEmpty)
    for note in [
      "norway, placed: 4 of 12 runs have no answer. A walk with such a run is left out: 0 of 4 walks are used.",
      "norway, placed: too few are left to estimate anything from.",
    ] {
      #expect(analysis.output.contains(note), "\(analysis.output)")
    }
  }

  @Test(
    "'outcomes' lists names that goals and sweeps take, with unit and words, of every kind of file")
  func outcomes() throws {
    let file = try folder.write("{ sobol: 4 }", outcomes: "placed")
    for name in [file, "\(folder.path)/lists.yaml"] {
      let listed = try Program.run(["outcomes", name])
      #expect(listed.status == 0, "\(listed.errors)")
      #expect(listed.output.contains("persons with a place in the last month"))
    }
    let nation = try Program.run(["outcomes", "\(folder.path)/nation.yaml", "--language", "nb"])
    #expect(nation.status == 0, "\(nation.errors)")
    for name in [
      "payer.state", "change.payer.state", "losing.salaried", "income.company", "receipts.vacant",
      "visits", "contacts.electronic",
    ] {
      #expect(nation.output.contains("\n  \(name) "), "\(name)")
    }
    let models = try Program.run([
      "outcomes", Repository.path("Scenarios/international/primary-care-first.yaml"),
    ])
    #expect(models.status == 2 && models.output.isEmpty)
    #expect(models.errors.contains("and this file is of neither"))
  }

  @Test("'analyse' has the tables of sweeps, and says when one has nothing to show")
  func tables() throws {
    let file = try folder.sweepFile("{ sobol: 4 }")
    #expect(try Program.run(["sweep", file, "--out", folder.out("out")]).status == 0)
    let unknown = try Program.run(["analyse", folder.out("out"), "--table", "payers"])
    #expect(unknown.status == 2 && unknown.output.isEmpty)
    #expect(
      unknown.errors == """
        command line: error: 'takst analyse' has no table 'payers'
          help: its tables are factors, sweep-summary, sweep-points, tornado, morris, sobol-indices, \
        sobol-pairs, associations, answers, conditions, crossings, regret

        """)
    let twice = try Program.run([
      "analyse", folder.out("out"), "--table", "factors", "--table", "factors", "--table", "morris",
      "--format", "json",
    ])
    #expect(twice.status == 0)
    #expect(twice.errors == "command line: note: the table 'morris' has nothing to show here\n")
  }

  @Test("a bad sweep exits with 2, says where, and makes no folder")
  func fault() throws {
    let file = try folder.write("{ sobol: 4 }", outcomes: "plac")
    let result = try Program.run(["sweep", file, "--out", folder.out("out")])
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(
      result.errors == """
        \(file):9:12: error: there is no outcome 'plac'
          help: did you mean 'placed'?

        """)
    #expect(!FileManager.default.fileExists(atPath: folder.out("out")))
  }

  @Test("a folder with results is only gone on with when asked, and then gives the same bytes")
  func resume() throws {
    let file = try folder.sweepFile("{ sobol: 8 }")
    #expect(try Program.run(["sweep", file, "--out", folder.out("out")]).status == 0)
    let before = try folder.results("out")
    let refused = try Program.run(["sweep", file, "--out", folder.out("out")])
    #expect(refused.status == 1)
    #expect(
      refused.errors == """
        refused: '\(folder.out("out"))' has a finished sweep already
          help: choose another folder

        """)
    #expect(try Program.run(["sweep", file, "--out", folder.out("out"), "--resume"]).status == 0)
    #expect(try folder.results("out") == before)
    _ = try folder.sweepFile("{ sobol: 16 }")
    #expect(try Program.run(["sweep", file, "--out", folder.out("out"), "--resume"]).status == 0)
    #expect(try Program.run(["sweep", file, "--out", folder.out("large")]).status == 0)
    #expect(try folder.results("out") == folder.results("large"))
  }

  @Test("shards say what is left to do, and merged they are the whole sweep")
  func shards() throws {
    let file = try folder.sweepFile("{ sobol: 8 }")
    #expect(try Program.run(["sweep", file, "--out", folder.out("whole")]).status == 0)
    for shard in ["3/3", "1/3"] {
      let result = try Program.run(["sweep", file, "--out", folder.out("shards"), "--shard", shard])
      #expect(result.status == 0)
      #expect(
        result.errors.hasSuffix(
          " runs of shard \(shard) are in \(folder.out("shards")); when all are, 'takst sweep merge'\n"
        ))
    }
    let missing = try Program.run([
      "sweep", "merge", folder.out("shards"), "--out", folder.out("merged"),
    ])
    #expect(missing.status == 1)
    #expect(
      missing.errors == """
        refused: shard 2/3 is missing
          help: run 'takst sweep … --shard 2/3', or name the folder it is in

        """)
    #expect(
      try Program.run(["sweep", file, "--out", folder.out("other"), "--shard", "2/3"]).status == 0)
    let merged = try Program.run(
      ["sweep", "merge", folder.out("other"), folder.out("shards"), "--out", folder.out("merged")])
    #expect(merged.status == 0)
    #expect(
      merged.errors == """
        wrote sweep.sqlite, experiments.csv, outcomes.csv, codebook.csv, problem.json, \
        problem.txt in \(folder.out("merged"))

        """)
    #expect(try folder.results("merged") == folder.results("whole"))
  }
}
