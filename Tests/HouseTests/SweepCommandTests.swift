import Foundation
import SweepSupport
import TestSupport
import Testing

/// Sweeps on the command line, in a folder of small scenarios.
@Suite("The commands of sweeps")
struct SweepCommandTests {
  private let folder: SweepFolder

  init() throws { folder = try SweepFolder() }

  private func out(_ name: String) -> String { folder.path + "/" + name }

  /// The files of results in a folder, without stores.
  private func results(_ name: String) throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: out(name))
    return try Dictionary(
      uniqueKeysWithValues: names.filter { !$0.contains("sqlite") }.map {
        ($0, try Data(contentsOf: URL(fileURLWithPath: out(name) + "/" + $0)))
      })
  }

  private func sweep(_ design: String, more: String = "") throws -> String {
    try folder.write(
      design,
      vary: """
        arrivals.diplomats.uptake: { interval: uniform }
        arrivals.diplomats.insured-share: { uniform: [0.3, 0.7] }
        """, more: more)
  }

  @Test("a sweep writes its store and its tables, and says so")
  func run() throws {
    let file = try sweep("{ sobol: 5 }", more: "replicates: 2")
    let result = try Program.run(["sweep", file, "--out", out("new/out")])
    #expect(result.status == 0)
    #expect(result.output.isEmpty)
    #expect(
      result.errors == """
        10 runs; wrote experiments.csv, outcomes.csv, codebook.csv, problem.json, problem.txt in \
        \(out("new/out"))

        """)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: out("new/out")).sorted() == [
        "codebook.csv", "experiments.csv", "outcomes.csv", "problem.json", "problem.txt",
        "sweep.sqlite",
      ])
    let quiet = try Program.run(["sweep", file, "--out", out("quiet"), "--quiet", "--workers", "3"])
    #expect(quiet.status == 0 && quiet.errors.isEmpty && quiet.output.isEmpty)
    #expect(try results("quiet") == results("new/out"))
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
    let result = try Program.run(["sweep", file, "--out", out("out")])
    #expect(result.status == 0, "\(result.errors)")
    let rows = try #require(
      results("out")["outcomes.csv"].map { String(decoding: $0, as: UTF8.self) })
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
    try folder.file("points.csv", "arrivals.diplomats.uptake\n0.5\n1.5\n1\n")
    let file = try folder.write("{ points: points.csv }", vary: "", outcomes: "placed")
    let result = try Program.run(["sweep", file, "--out", out("out")])
    #expect(result.status == 0)
    #expect(
      result.errors == """
        1 of 3 runs have no answer; 'refused' in the tables says why
        3 runs; wrote experiments.csv, outcomes.csv, codebook.csv, problem.json in \(out("out"))

        """)
    let experiments = try results("out")["experiments.csv"].map {
      String(decoding: $0, as: UTF8.self)
    }
    #expect(
      experiments == """
        run,arrivals.diplomats.uptake,scenario,policy,model,replicate,seed,refused
        0,0.5,0,lists,lists,0,1,
        1,1.5,1,lists,lists,0,1,'central' is 1.5; it takes a share in 0...1
        2,1,2,lists,lists,0,1,

        """)
  }

  @Test("a bad sweep exits with 2, says where, and makes no folder")
  func fault() throws {
    let file = try folder.write("{ sobol: 4 }", outcomes: "plac")
    let result = try Program.run(["sweep", file, "--out", out("out")])
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(
      result.errors == """
        \(file):9:12: error: there is no outcome 'plac'
          help: did you mean 'placed'?

        """)
    #expect(!FileManager.default.fileExists(atPath: out("out")))
  }

  @Test("a folder with results is only gone on with when asked, and then gives the same bytes")
  func resume() throws {
    let file = try sweep("{ sobol: 8 }")
    #expect(try Program.run(["sweep", file, "--out", out("out")]).status == 0)
    let before = try results("out")
    let refused = try Program.run(["sweep", file, "--out", out("out")])
    #expect(refused.status == 1)
    #expect(
      refused.errors == """
        refused: '\(out("out"))' has a finished sweep already
          help: choose another folder

        """)
    #expect(try Program.run(["sweep", file, "--out", out("out"), "--resume"]).status == 0)
    #expect(try results("out") == before)
    _ = try sweep("{ sobol: 16 }")
    #expect(try Program.run(["sweep", file, "--out", out("out"), "--resume"]).status == 0)
    #expect(try Program.run(["sweep", file, "--out", out("large")]).status == 0)
    #expect(try results("out") == results("large"))
  }

  @Test("shards say what is left to do, and merged they are the whole sweep")
  func shards() throws {
    let file = try sweep("{ sobol: 8 }")
    #expect(try Program.run(["sweep", file, "--out", out("whole")]).status == 0)
    for shard in ["3/3", "1/3"] {
      let result = try Program.run(["sweep", file, "--out", out("shards"), "--shard", shard])
      #expect(result.status == 0)
      #expect(
        result.errors.hasSuffix(
          " runs of shard \(shard) are in \(out("shards")); when all are, 'takst sweep merge'\n"))
    }
    let missing = try Program.run(["sweep", "merge", out("shards"), "--out", out("merged")])
    #expect(missing.status == 1)
    #expect(
      missing.errors == """
        refused: shard 2/3 is missing
          help: run 'takst sweep … --shard 2/3', or name the folder it is in

        """)
    #expect(
      try Program.run(["sweep", file, "--out", out("other"), "--shard", "2/3"]).status == 0)
    let merged = try Program.run(
      ["sweep", "merge", out("other"), out("shards"), "--out", out("merged")])
    #expect(merged.status == 0)
    #expect(
      merged.errors == """
        wrote sweep.sqlite, experiments.csv, outcomes.csv, codebook.csv, problem.json, \
        problem.txt in \(out("merged"))

        """)
    #expect(try results("merged") == results("whole"))
  }

  @Test(
    "killed at fifty random moments, and gone on with until it is done, it ends in the same bytes")
  func killed() throws {
    let file = try sweep("{ sobol: 160 }", more: "replicates: 2")
    func command(_ name: String) -> [String] {
      ["sweep", file, "--out", out(name), "--resume", "--workers", "2", "--quiet"]
    }
    let start = ContinuousClock.now
    #expect(try Program.run(command("whole")).status == 0)
    // A machine with other things to do is given no more time to be killed in.
    let whole = min(start.duration(to: .now) / .seconds(1), 0.6)
    let expected = try results("whole")
    var random = TestRandom(seed: 1)
    var (kills, sweeps, runs) = (0, 0, 0)
    while kills < 50, runs < 200 {
      let name = "killed-\(sweeps)"
      var isDone = false
      while !isDone, runs < 200 {
        runs += 1
        let program = try Started(command(name))
        if kills < 50 {
          Thread.sleep(
            forTimeInterval: Double.random(in: 0...whole, using: &random))
          program.send(SIGKILL)
        }
        let result = try program.result()
        if program.wasKilled { kills += 1 } else { isDone = true }
        #expect(program.wasKilled || result.status == 0, "\(result.errors)")
      }
      #expect(try results(name) == expected, "\(name), after \(kills) kills")
      sweeps += 1
    }
    #expect(kills >= 50 && sweeps >= 2)
  }

  @Test("Ctrl-C exits with 130, says how to go on, and going on ends in the same bytes")
  func interrupted() throws {
    let file = try sweep("{ sobol: 600 }")
    func command(_ name: String) -> [String] {
      ["sweep", file, "--out", out(name), "--resume", "--workers", "1"]
    }
    let program = try Started(command("out"))
    try waitForStore(in: "out")
    Thread.sleep(forTimeInterval: 0.2)
    program.send(SIGINT)
    let result = try program.result()
    #expect(result.status == 130 && !program.wasKilled)
    #expect(result.output.isEmpty)
    #expect(
      result.errors == "interrupted; what was finished is kept, and '--resume' goes on\n")
    #expect(try results("out").isEmpty)
    #expect(try Program.run(command("out")).status == 0)
    #expect(try Program.run(command("whole")).status == 0)
    #expect(try results("out") == results("whole"))
  }

  private func waitForStore(in name: String) throws {
    for _ in 0..<5_000 where !FileManager.default.fileExists(atPath: out(name) + "/sweep.sqlite") {
      Thread.sleep(forTimeInterval: 0.002)
    }
    try #require(FileManager.default.fileExists(atPath: out(name) + "/sweep.sqlite"))
  }

  @Test("a second process is told that another one has the store, and leaves it alone")
  func second() throws {
    let file = try sweep("{ sobol: 100000 }")
    let first = try Started(["sweep", file, "--out", out("out")])
    defer { first.send(SIGKILL) }
    try waitForStore(in: "out")
    Thread.sleep(forTimeInterval: 0.3)
    let second = try Program.run(["sweep", file, "--out", out("out"), "--resume"])
    #expect(second.status == 1)
    #expect(
      second.errors == """
        refused: another takst has '\(out("out"))/sweep.sqlite'
          help: wait until it is done, or choose another folder

        """)
    #expect(first.isRunning)
    first.send(SIGKILL)
    _ = try first.result()
    // A killed process leaves no lock behind.
    let third = try Started(["sweep", file, "--out", out("out"), "--resume", "--quiet"])
    Thread.sleep(forTimeInterval: 0.5)
    #expect(third.isRunning)
    third.send(SIGKILL)
  }

  @Test("a file that may grow no more is told, kept, and gone on with when it may")
  func fileLimit() throws {
    let file = try sweep("{ sobol: 400 }")
    let command = ["sweep", file, "--out", out("out"), "--resume"]
    #expect(try Program.run(["sweep", file, "--out", out("whole")]).status == 0)
    // Blocks of 512 or 1,024 bytes; a quarter of a store of this size, and then no warning either.
    for limits in ["trap '' XFSZ; ulimit -f 90", "ulimit -f 90"] {
      let limited = try Started(command, limits: limits)
      let result = try limited.result()
      if limits.hasPrefix("trap") {
        #expect(result.status == 1, "\(result.errors)")
        #expect(result.errors.hasPrefix("refused: '\(out("out"))/"), "\(result.errors)")
        #expect(
          result.errors.hasSuffix(
            "kept, and '--resume' goes on\n"), "\(result.errors)")
      } else {
        #expect(limited.wasKilled)
      }
    }
    #expect(try Program.run(command).status == 0)
    #expect(try results("out") == results("whole"))
  }

  @Test("a full disk is told, what was written is kept, and with more room it goes on")
  func fullDisk() throws {
    let disk = out("disk")
    try folder.make("disk")
    // Only where a test may mount; elsewhere the limit of a file has to do.
    func mount(_ options: String) -> Bool {
      shell("mount -t tmpfs -o \(options) none '\(disk)' 2>/dev/null")
    }
    guard FileManager.default.fileExists(atPath: "/proc/mounts"), mount("size=112k") else { return }
    defer { _ = shell("umount '\(disk)'") }
    let file = try sweep("{ sobol: 400 }")
    #expect(try Program.run(["sweep", file, "--out", out("whole")]).status == 0)
    let command = ["sweep", file, "--out", disk, "--resume"]
    let full = try Program.run(command)
    #expect(full.status == 1)
    #expect(
      full.errors == """
        refused: the disk is full: '\(disk)/sweep.sqlite' cannot grow; what was written is kept
          help: free some space, and go on with '--resume'

        """)
    // Room for the store, and not for all the tables.
    #expect(mount("remount,size=190k"))
    let tables = try Program.run(command)
    #expect(tables.status == 1)
    #expect(tables.errors.contains("--resume"), "\(tables.errors)")
    #expect(try results("disk").keys.allSatisfy { !$0.hasSuffix(".part") })
    #expect(mount("remount,size=8m"))
    #expect(try Program.run(command).status == 0)
    #expect(try results("disk") == results("whole"))
  }

  private func shell(_ command: String) -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command]
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
