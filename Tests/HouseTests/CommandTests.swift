import Foundation
import TestSupport
import Testing

@Suite("The command line")
struct CommandTests {
  private static let scenario = "Scenarios/norway/diplomat-list.yaml"

  @Test("the version is one line on standard output")
  func version() throws {
    let result = try Program.run("--version")
    #expect(result.status == 0)
    #expect(result.output == "0.1.0\n")
    #expect(result.errors.isEmpty)
  }

  @Test("every command's help has an example that starts with its own name")
  func help() throws {
    for command in [
      "run", "compare", "solve", "sweep", "calibrate", "capacity", "explain", "check", "rates",
      "schema",
    ] {
      let result = try Program.run([command, "--help"])
      #expect(result.status == 0)
      #expect(result.output.contains("takst \(command) "), "\(command)")
      #expect(result.output.contains("Example"), "\(command)")
    }
  }

  @Test("too few open files are told before anything begins")
  func openFiles() throws {
    for (count, isEnough) in [(23, false), (24, true)] {
      let shell = Process()
      let errors = Pipe()
      shell.executableURL = URL(fileURLWithPath: "/bin/sh")
      shell.arguments = ["-c", "ulimit -n \(count); exec '\(Program.binary.path)' --version"]
      (shell.standardOutput, shell.standardError) = (FileHandle.nullDevice, errors)
      try shell.run()
      let told = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      shell.waitUntilExit()
      #expect(shell.terminationStatus == (isEnough ? 0 : 1))
      #expect(
        told
          == (isEnough
            ? ""
            : """
            refused: 23 files may be open at once; it takes 24
              help: let more be open, with 'ulimit -n 256'

            """))
    }
  }

  @Test("the stack that a shell gives decides nothing")
  func smallStack() throws {
    let folder = try TemporaryFolder()
    let base = try fewPersons(in: folder)
    let reform = Repository.path("Scenarios/norway/control-regime.yaml")
    let arguments = ["compare", base, reform, "--table", "balances", "--quiet"]
    let plain = try Started(arguments).result()
    let small = try Started(arguments, limits: "ulimit -s 256").result()
    #expect(plain.status == 0 && small.status == 0)
    #expect(small.output == plain.output)
  }

  @Test("of a reform that moves nothing its own lines are told, and not those of its baseline")
  func unmoved() throws {
    let folder = try TemporaryFolder()
    let base = try fewPersons(in: folder)
    let reform = try folder.file(
      "hours.yaml", "reform: Hours\nbase: \(base)\nchange:\n  work.hours.central: 2000\n")
    let result = try Program.run(["compare", base, reform, "--table", "changes"])
    #expect(
      result.errors == """
        'hours' moves nothing, every account is as in the baseline: what it changes ('work.hours.central') decides no payment

        """)
  }

  private func fewPersons(in folder: TemporaryFolder) throws -> String {
    try folder.file(
      "base.yaml",
      """
      reform: A few
      base: \(Repository.path("Scenarios/norway/baseline-2023.yaml"))
      change:
        population.persons: { central: 20000, source: "assumption: a test" }
      """)
  }

  @Test("completions can be made for three shells", arguments: ["bash", "zsh", "fish"])
  func completions(shell: String) throws {
    let result = try Program.run(["--generate-completion-script", shell])
    #expect(result.status == 0)
    #expect(result.output.contains("takst"))
  }

  @Test(
    "a command line that makes no sense exits with 64 and says how to mend it",
    arguments: [
      "runn", "run", "run a.yaml --format csv", "run a.yaml --format pdf", "run a.yaml --seed -1",
      "run a.yaml --table payer", "rates norway --on 2021-13-01", "schema scenarios",
      "rates norway --on 2021-01-01 --history base-grant", "explain a.yaml", "check",
      "rates norway --format csv", "rates norway --format yaml --on 2021-01-01",
      "run a.yaml --format yaml",
      "run a.yaml --workers 0", "calibrate a.yaml", "compare a.yaml",
      "compare a.yaml b.yaml --package", "compare a.yaml b.yaml --behaviour rational", "solve",
      "solve a.yaml --format csv", "compare a.yaml b.yaml --format csv", "sweep", "sweep a.yaml",
      "sweep a.yaml --out x --shard 0/3", "sweep a.yaml --out x --shard 4/3",
      "sweep a.yaml --out x --workers 0", "sweep merge --out x", "sweep merge x",
    ])
  func usage(command: String) throws {
    let result = try Program.run(command)
    #expect(result.status == 64)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains("Error:"))
    #expect(result.errors.contains("Usage:") || result.errors.contains("See '"))
  }

  @Test(
    "a misspelt table is told the one that was meant, and one of another question by its option")
  func tables() throws {
    let misspelt = try Program.run("run a.yaml --table payrs")
    #expect(misspelt.status == 64)
    #expect(
      misspelt.errors.hasPrefix(
        "Error: The value 'payrs' is invalid for '--table <id>': did you mean 'payers'?"))
    let other = try Program.run("run \(Self.scenario) --table validation --table payers")
    #expect(other.status == 2)
    #expect(other.output.isEmpty)
    #expect(
      other.errors == """
        command line: error: '--table' is validation, which is no table of the file's question
          help: its tables are payers, balances, note-audit, marginal-cost, cost-by-uptake, cost-range, \
        break-even, one-person, enrolment, enrolment-channels, arrival-groups, lists, paragraph, \
        assumptions, references

        """)
  }

  @Test("a file that is not there exits with 2 and is named")
  func missingFile() throws {
    let result = try Program.run("run nowhere.yaml")
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(
      result.errors == """
        nowhere.yaml: error: there is no such file
          help: check the path

        """)
  }

  @Test("what was typed acts on no terminal, whoever quotes it")
  func symbols() throws {
    let result = try Program.run(["run", "a\u{1b}[31m\u{202e}\n.yaml"])
    #expect(result.status == 2)
    #expect(
      result.errors == """
        a␛[31m<U+202E>␊.yaml: error: there is no such file
          help: check the path

        """)
    let usage = try Program.run(["run", "a.yaml", "--seed", "\u{1b}]0;title\u{7}"])
    #expect(usage.status == 64)
    #expect(usage.errors.contains("␛]0;title␇") && !usage.errors.contains("\u{1b}"))
  }

  @Test("a rate book is printed as it is written")
  func rateBook() throws {
    let result = try Program.run("rates denmark --format yaml")
    #expect(result.status == 0)
    #expect(result.output == (try Repository.text("Sources/RateBooks/Books/denmark.yaml")))
  }

  @Test("a month whose law has a gap is a fault of the file, at the line to change")
  func gap() throws {
    let folder = try TemporaryFolder()
    let base = Repository.path(Self.scenario)
    let file = try folder.file(
      "gap.yaml", "reform: A month without a rate\nbase: \(base)\nchange:\n  law-at: 2023-05-15\n")
    let result = try Program.run(["run", file])
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(
      result.errors.hasPrefix("\(file):4:11: error: no per-capita grant is known for 2023-05-15"))
  }

  @Test(
    "figures that contradict each other are told with their line, and 'check' goes on to the next")
  func contradiction() throws {
    let folder = try TemporaryFolder()
    let base = Repository.path(Self.scenario)
    let file = try folder.file(
      "half.yaml", "reform: Half empty\nbase: \(base)\nchange:\n  lists.occupancy.mean: 0.5\n")
    let run = try Program.run(["run", file])
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("\(file):4:25: error: no lists fit the published occupancy"))
    let check = try Program.run(["check", file, Self.scenario])
    #expect(check.status == 2)
    #expect(check.output == "\(Self.scenario): a sound scenario\n")
    #expect(check.errors == run.errors)
  }

  @Test("'check' reads every file, tells the sound ones and exits with 2 for the others")
  func check() throws {
    let folder = try TemporaryFolder()
    let bad = try folder.file("bad.yaml", "scenario: Nothing else\n")
    let result = try Program.run(["check", bad, Self.scenario])
    #expect(result.status == 2)
    #expect(result.output == "\(Self.scenario): a sound scenario\n")
    #expect(result.errors.contains("bad.yaml:1:1: error: 'from' is missing from a scenario"))
  }

  @Test(
    "a full disk under standard output is noticed",
    arguments: [
      "schema scenario", "--help", "run --help", "--version", "check \(scenario)",
      "run \(scenario) --table payers", "--generate-completion-script bash",
    ])
  func fullDisk(command: String) throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    let result = try Program.run(
      command.split(separator: " ").map(String.init), standardOutput: "/dev/full")
    #expect(result.status == 1)
    #expect(
      result.errors == """
        refused: standard output cannot be written
          help: check the disk, or use --out

        """)
  }

  @Test("a closed standard output is noticed, and no file of the program's takes its place")
  func closed() throws {
    let folder = try TemporaryFolder()
    let result = try Started(
      ["run", Self.scenario, "--table", "payers"], limits: "exec >&-"
    ).result()
    #expect(result.status == 1)
    #expect(result.errors.contains("standard output cannot be written"))
    let solved = try Started(
      ["run", Self.scenario, "--table", "payers", "--out", folder.path + "/out"],
      limits: "exec >&- 2>&-"
    ).result()
    #expect(solved.status == 0)
    let report = try String(contentsOfFile: folder.path + "/out/report.txt", encoding: .utf8)
    #expect(!report.contains("wrote"))
  }

  @Test("a reader of standard output that goes ends the program as shells expect, without a word")
  func reader() throws {
    let folder = try TemporaryFolder()
    let place = folder.path + "/errors"
    #expect(
      shell(
        """
        set -e; cd '\(Repository.root.path)'; mkfifo '\(folder.path)/pipe'
        ('\(Program.binary.path)' run \(Self.scenario) >'\(folder.path)/pipe' 2>'\(place)' || echo $? >>'\(place)') &
        : <'\(folder.path)/pipe'; wait
        """))
    #expect(try String(contentsOfFile: place, encoding: .utf8) == "141\n")
  }

  @Test("files go into the folder, and standard output stays empty")
  func out() throws {
    let folder = try TemporaryFolder()
    let result = try Program.run([
      "run", Self.scenario, "--table", "payers", "--format", "csv", "--out", folder.path + "/new",
    ])
    #expect(result.status == 0)
    #expect(result.output.isEmpty)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/new")
    #expect(files.sorted() == ["payers.csv", "tidy.csv"])
  }

  @Test("a folder that cannot be made is refused")
  func badOut() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("file", "")
    let result = try Program.run([
      "run", Self.scenario, "--table", "lists", "--out", file + "/inside",
    ])
    #expect(result.status == 1)
    #expect(result.errors.contains("cannot be made"))
  }

  @Test("text has no colour unless a terminal shows it")
  func colour() throws {
    let result = try Program.run(["run", Self.scenario, "--table", "lists"])
    #expect(result.status == 0)
    #expect(!result.output.contains("\u{1b}"))
  }

  @Test("JSON is one object with what the contract promises, the same bytes every time")
  func json() throws {
    let command = ["run", Self.scenario, "--format", "json", "--table", "note-audit"]
    let result = try Program.run(command)
    #expect(try result.output == Program.run(command).output)
    let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    let root = try #require(object as? [String: Any])
    #expect(Set(root.keys) == ["takst", "scenario", "seed", "currency", "tables"])
    let tables = try #require(root["tables"] as? [String: [String: Any]])
    let rows = try #require(tables["note-audit"]?["rows"] as? [[Any]])
    let amounts = rows.compactMap { $0[3] as? Double }
    for amount in [2_432_700.0, 2_544_900, 2_942_700, 2_902_920] {
      #expect(amounts.contains(amount), "\(amount)")
    }
  }

  @Test("another seed pairs lists with free places in another way")
  func seed() throws {
    func output(_ table: String, _ seed: String) throws -> String {
      try Program.run(["run", Self.scenario, "--table", table, "--seed", seed]).output
    }
    #expect(try output("marginal-cost", "1") != output("marginal-cost", "2"))
  }

  @Test("payment models run, check, and come as JSON and as files, like other scenarios")
  func models() throws {
    let scenario = "Scenarios/international/primary-care-first.yaml"
    #expect(try Program.run("check \(scenario)").output == "\(scenario): a sound scenario\n")
    let json = try Program.run("run \(scenario) --format json --table model-differences")
    let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    #expect(object?["currency"] as? String == "USD")
    let folder = try TemporaryFolder()
    let result = try Program.run("run \(scenario) --format csv --out \(folder.path)/new")
    #expect(result.status == 0)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/new")
    #expect(
      files.sorted() == [
        "assumptions.csv", "model-break-even.csv", "model-differences.csv",
        "model-payer-sums.csv", "model-payers.csv", "model-payments.csv", "tidy.csv",
      ])
    #expect(try Program.run("schema scenario").output.contains("\"amount-by-group\""))
  }

  @Test("what payment models do not have is refused in words, not by faults of another kind")
  func modelsHaveNoLists() throws {
    let scenario = "Scenarios/international/primary-care-first.yaml"
    let explained = try Program.run("explain \(scenario) --list a")
    #expect(explained.status == 1)
    #expect(explained.errors.hasPrefix("refused: payment models have no lists to follow"))
    let seeded = try Program.run("run \(scenario) --seed 2")
    #expect(seeded.status == 2)
    #expect(
      seeded.errors.contains("error: 'seed' is not a key of a scenario of payment models"))
  }
}
