import Foundation
import SweepSupport
import TestSupport
import Testing

/// Sweeps that are killed, interrupted, shut out or left without room, and gone on with.
@Suite("Sweeps that do not come to their end")
struct SweepInterruptionTests {
  private let folder: SweepFolder

  init() throws { folder = try SweepFolder() }

  @Test(
    "killed at fifty random moments, and gone on with until it is done, it ends in the same bytes")
  func killed() throws {
    let file = try folder.sweepFile("{ sobol: 160 }", more: "replicates: 2")
    func command(_ name: String) -> [String] {
      ["sweep", file, "--out", folder.out(name), "--resume", "--workers", "2", "--quiet"]
    }
    // How long it takes on this machine; the quicker of two, since tests beside it take their time too.
    var whole = 0.6
    for name in ["whole", "again"] {
      let start = ContinuousClock.now
      #expect(try Program.run(command(name)).status == 0)
      whole = min(whole, start.duration(to: .now) / .seconds(1))
    }
    let expected = try folder.results("whole")
    var random = TestRandom(seed: 1)
    var (kills, sweeps, runs) = (0, 0, 0)
    while kills < 50 || sweeps < 2, runs < 1_000 {
      let name = "killed-\(sweeps)"
      var isDone = false
      while !isDone, runs < 1_000 {
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
      #expect(try folder.results(name) == expected, "\(name), after \(kills) kills")
      sweeps += 1
    }
    #expect(kills >= 50 && sweeps >= 2)
  }

  @Test(
    "Ctrl-C, 'kill' and a closed pipe exit with their codes, and going on ends in the same bytes",
    arguments: [SIGINT, SIGTERM, SIGPIPE])
  func interrupted(signal: Int32) throws {
    let file = try folder.sweepFile("{ sobol: 1024 }")
    func command(_ name: String) -> [String] {
      ["sweep", file, "--out", folder.out(name), "--resume", "--workers", "1"]
    }
    let program = try Started(command("out"))
    try waitForStore(in: "out")
    Thread.sleep(forTimeInterval: 0.2)
    program.send(signal)
    let result = try program.result()
    #expect(result.status == 128 + signal && !program.wasKilled)
    #expect(result.output.isEmpty)
    #expect(
      result.errors == "interrupted; what was finished is kept, and '--resume' goes on\n")
    #expect(try folder.results("out").isEmpty)
    #expect(try Program.run(command("out")).status == 0)
    #expect(try Program.run(command("whole")).status == 0)
    #expect(try folder.results("out") == folder.results("whole"))
  }

  private func waitForStore(in name: String) throws {
    for _ in 0..<5_000
    where !FileManager.default.fileExists(atPath: folder.out(name) + "/sweep.sqlite") {
      Thread.sleep(forTimeInterval: 0.002)
    }
    try #require(FileManager.default.fileExists(atPath: folder.out(name) + "/sweep.sqlite"))
  }

  @Test("a second process is told that another one has the store, and leaves it alone")
  func second() throws {
    let file = try folder.sweepFile("{ sobol: 131072 }")
    let first = try Started(["sweep", file, "--out", folder.out("out")])
    defer { first.send(SIGKILL) }
    try waitForStore(in: "out")
    Thread.sleep(forTimeInterval: 0.3)
    let second = try Program.run(["sweep", file, "--out", folder.out("out"), "--resume"])
    #expect(second.status == 1)
    #expect(
      second.errors == """
        refused: another takst has '\(folder.out("out"))/sweep.sqlite'
          help: wait until it is done, or choose another folder

        """)
    #expect(first.isRunning)
    // Who only looks is told how it stands.
    let look = try Program.run(["analyse", folder.out("out")])
    #expect(look.status == 1)
    #expect(
      look.errors == """
        refused: the sweep in '\(folder.out("out"))' is not finished: \(look.errors.firstNumber) of 131072 \
        points are run
          help: go on with it: '--resume'

        """)
    #expect(first.isRunning)
    first.send(SIGKILL)
    _ = try first.result()
    // A killed process leaves no lock behind.
    let third = try Started(["sweep", file, "--out", folder.out("out"), "--resume", "--quiet"])
    Thread.sleep(forTimeInterval: 0.5)
    #expect(third.isRunning)
    third.send(SIGKILL)
  }

  @Test("a file that may grow no more is told, kept, and gone on with when it may")
  func fileLimit() throws {
    let file = try folder.sweepFile("{ sobol: 512 }")
    let command = ["sweep", file, "--out", folder.out("out"), "--resume"]
    #expect(try Program.run(["sweep", file, "--out", folder.out("whole")]).status == 0)
    // Blocks of 512 or 1,024 bytes; half of a store of this size, and then no warning either.
    for limits in ["trap '' XFSZ; ulimit -f 180", "ulimit -f 180"] {
      let limited = try Started(command, limits: limits)
      let result = try limited.result()
      if limits.hasPrefix("trap") {
        #expect(result.status == 1, "\(result.errors)")
        #expect(result.errors.hasPrefix("refused: '\(folder.out("out"))/"), "\(result.errors)")
        #expect(
          result.errors.hasSuffix(
            "kept, and '--resume' goes on\n"), "\(result.errors)")
      } else {
        #expect(limited.wasKilled)
      }
    }
    #expect(try Program.run(command).status == 0)
    #expect(try folder.results("out") == folder.results("whole"))
  }

  @Test("a full disk is told, what was written is kept, and with more room it goes on")
  func fullDisk() throws {
    let disk = folder.out("disk")
    try folder.make("disk")
    // Only where a test may mount; elsewhere the limit of a file has to do.
    func mount(_ options: String) -> Bool {
      shell("mount -t tmpfs -o \(options) none '\(disk)' 2>/dev/null")
    }
    guard FileManager.default.fileExists(atPath: "/proc/mounts"), mount("size=112k") else { return }
    defer { _ = shell("umount '\(disk)'") }
    let file = try folder.sweepFile("{ sobol: 512 }")
    #expect(try Program.run(["sweep", file, "--out", folder.out("whole")]).status == 0)
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
    #expect(try folder.results("disk").keys.allSatisfy { !$0.hasSuffix(".part") })
    #expect(mount("remount,size=8m"))
    #expect(try Program.run(command).status == 0)
    #expect(try folder.results("disk") == folder.results("whole"))
  }
}

extension String {
  /// The digits before «of».
  fileprivate var firstNumber: String { firstMatch(of: /(\d+)\sof/).map { String($0.1) } ?? "" }
}
