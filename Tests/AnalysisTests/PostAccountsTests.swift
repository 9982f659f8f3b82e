import Analysis
import Ledger
import ScenarioSupport
import Scenarios
import Simulation
import TestSupport
import Testing
import Units
import Work

@Suite("Accounts beside pay and posts")
struct PostAccountsTests {
  private func figures(_ name: String, changing changes: KeyValuePairs<String, String> = [:])
    throws -> AccountsFigures
  {
    var file = try ScenarioFile(reading: Repository.path("Scenarios/norway/\(name).yaml"))
      .changing("population.persons", toYAML: "20000")
    for (path, yaml) in changes { file = try file.changing(path, toYAML: yaml) }
    let scenario = try file.nationalScenario()
    return AccountsFigures(
      try NationalYear(scenario, of: file.nation(of: scenario)).run(workers: Workers(1)))
  }

  private static let money = AccountsLine.allCases.filter { !$0.isCount }

  @Test("money that does not come from contacts moves no line of the accounts")
  func unmoved() throws {
    let base = try figures("baseline-2023")
    for name in ["posts-2023", "competence-rules", "practice-transfer", "out-of-hours-salary"] {
      let reform = try figures(name)
      for line in Self.money {
        #expect(reform.money(on: line) == base.money(on: line), "\(name): \(line.rawValue)")
      }
    }
  }

  @Test("fees nobody claims out of hours are not in the accounts of the service")
  func unclaimed() throws {
    let base = try figures("baseline-2023")
    let reform = try figures(
      "out-of-hours-salary", changing: ["out-of-hours-pay.fees-to": "nobody"])
    let half = base.money(on: .outOfHours).scaled(by: Ratio(1, over: 2))
    // Each of seven lines is rounded by itself.
    #expect(abs((reform.money(on: .outOfHours) - half).ore) <= 7)
    #expect(reform.money(on: .total) == base.money(on: .total))
  }

  @Test("consultations on top are fees like others, and the accounts of practices hold them")
  func onTop() throws {
    let base = try figures("baseline-2023")
    let reform = try figures("training-posts", changing: ["training-posts.posts": "1"])
    let year = try #require(reform.run.trainingYear)
    #expect(year.additionalFees > .zero)
    #expect(reform.money(on: .total) == base.money(on: .total) + year.additionalFees)
  }

  @Test("a line that stands beside the accounts is no grant")
  func lines() {
    for line in AccountLine.allCases where line.isBesideAccounts {
      #expect(!line.isGrant, "\(line.rawValue)")
    }
    #expect(AccountLine.allCases.count { $0.isBesideAccounts } == 9)
  }
}
