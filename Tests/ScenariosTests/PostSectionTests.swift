import Diagnostics
import Documents
import Rules
import ScenarioSupport
import Scenarios
import TestSupport
import Testing
import Units

@Suite("Sections of pay and posts")
struct PostSectionTests {
  private func file(_ name: String) throws -> ScenarioFile {
    try ScenarioFile(reading: Repository.path("Scenarios/norway/\(name).yaml"))
  }

  @Test("the baselines have none of them, so their outputs are those of contacts and grants")
  func baselines() throws {
    for name in ["baseline-2020", "baseline-2023"] {
      let posts = try file(name).nationalScenario().posts
      #expect(posts.outOfHoursPay == nil && posts.trainingPosts == nil, "\(name)")
      #expect(posts.supply == nil && posts.practiceTransfer == nil, "\(name)")
    }
  }

  @Test("a reform adds a section whole, and each number knows its path and its line")
  func wholesale() throws {
    let setting = try #require(
      file("out-of-hours-salary").nationalScenario().posts.outOfHoursPay)
    #expect(setting.fixedShare.path == "out-of-hours-pay.fixed-share")
    #expect(setting.fixedShare.position.file.hasSuffix("out-of-hours-salary.yaml"))
    #expect(setting.feesTo == .municipality && setting.fixedShare.source.isAssumption)
    #expect(!setting.payPerHour.source.isAssumption)
    #expect(setting.rule.annualPay == .kroner(900_000_000))
  }

  @Test("a reform of a section states only what differs, and null takes it away")
  func reforms() throws {
    let base = try #require(file("posts-2023").nationalScenario().posts.supply)
    let reform = try #require(file("competence-rules").nationalScenario().posts.supply)
    #expect(base.specialistDuty == .all && reform.specialistDuty == .gpsAndPermanent)
    #expect(base.extraInternships.central == .zero && reform.extraInternships.central == Ratio(200))
    #expect(reform.stages.map(\.stage) == SupplyStageSetting.Stage.allCases)
    #expect(reform.stages.map(\.rule) == base.stages.map(\.rule))
    let folder = try TemporaryFolder()
    let path = try folder.file(
      "without.yaml",
      "reform: No path\nbase: \(Repository.path("Scenarios/norway/competence-rules.yaml"))\n"
        + "change:\n  supply: null\n")
    let posts = try ScenarioFile(reading: path).nationalScenario().posts
    #expect(posts.supply == nil && posts.practiceTransfer != nil)
  }

  @Test("every number of the shipped sections has a source, and an interval where it is assumed")
  func sources() throws {
    for (name, sections) in [
      ("out-of-hours-salary", ["out-of-hours-pay"]), ("training-posts", ["training-posts"]),
      ("competence-rules", ["supply"]), ("practice-transfer", ["practice-transfer"]),
    ] {
      let file = try file(name)
      let ranges = Set(file.ranges)
      for section in sections {
        for (path, source) in try #require(file.document.value(at: section)).numbers(section) {
          let isAssumed = source.asTyped.hasPrefix("assumption")
          #expect(!isAssumed || ranges.contains(path), "\(path)")
        }
      }
    }
  }

  @Test("a table that is asked for needs its section")
  func tables() throws {
    let folder = try TemporaryFolder()
    func scenario(_ base: String, _ table: String) throws -> NationalScenario {
      let path = try folder.file(
        "a.yaml",
        "reform: A table\nbase: \(Repository.path("Scenarios/norway/\(base).yaml"))\n"
          + "change:\n  tables: [\(table)]\n")
      return try ScenarioFile(reading: path).nationalScenario()
    }
    #expect(try scenario("out-of-hours-salary", "out-of-hours").tables == [.outOfHours])
    #expect(try scenario("training-posts", "training-posts").tables == [.trainingPosts])
    #expect(try scenario("posts-2023", "supply").tables == [.supply])
    #expect(try scenario("posts-2023", "practice-transfer").tables == [.practiceTransfer])
    for table in ["out-of-hours", "training-posts", "supply", "practice-transfer"] {
      #expect(throws: Faults.self) { try scenario("baseline-2020", table) }
    }
  }
}

extension Node {
  /// The numbers with a source under a path, and their sources.
  fileprivate func numbers(_ path: String) -> [(path: String, source: Node)] {
    if let source = self["source"] { return [(path, source)] }
    return entries.flatMap { $0.value.numbers("\(path).\($0.key.value)") }
  }
}
