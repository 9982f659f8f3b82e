import Documents
import Ledger
import Rules
import ScenarioSupport
import Scenarios
import TestSupport
import Testing
import Units
import Work

@testable import Simulation

/// A shipped reform with fewer persons on its lists, and posts in proportion.
private func run(
  _ name: String, changing changes: KeyValuePairs<String, String> = [:]
) throws -> NationalRun {
  var file = try ScenarioFile(reading: Repository.path("Scenarios/norway/\(name).yaml"))
    .changing("population.persons", toYAML: "20000")
  if file.document.value(at: "training-posts") != nil {
    file = try file.changing("training-posts.posts", toYAML: "1.5")
  }
  for (path, yaml) in changes { file = try file.changing(path, toYAML: yaml) }
  let scenario = try file.nationalScenario()
  return try NationalYear(scenario, of: file.nation(of: scenario)).run(workers: Workers(1))
}

private let baseline = Result { try run("baseline-2023") }

@Suite("Reforms of pay and posts")
struct PostReformTests {
  /// What an account gains by a reform.
  private func gain(
    _ account: Account, by reform: NationalRun, over base: NationalRun? = nil
  ) throws -> Money {
    let before = try base ?? baseline.get()
    return reform.ledger.balance(of: account) - before.ledger.balance(of: account)
  }

  @Test("sections that change nothing post nothing: the postings are the baseline's")
  func nothing() throws {
    let none = "{ central: 0, source: a test }"
    let unpaid = try run("out-of-hours-salary", changing: ["out-of-hours-pay.fixed-share": none])
    #expect(try unpaid.ledger.postings == baseline.get().ledger.postings)
    let unclaimed = try run(
      "out-of-hours-salary",
      changing: ["out-of-hours-pay.fixed-share": none, "out-of-hours-pay.fees-to": "nobody"])
    #expect(try unclaimed.ledger.postings == baseline.get().ledger.postings)
    let posts = try run("training-posts", changing: ["training-posts.posts": none])
    #expect(try posts.ledger.postings == baseline.get().ledger.postings)
    let free = try run(
      "practice-transfer", changing: ["practice-transfer.regime": "none", "supply": "null"])
    #expect(try free.ledger.postings == baseline.get().ledger.postings)
  }

  @Test("a section draws nothing: contacts and their prices are the baseline's")
  func draws() throws {
    for name in ["out-of-hours-salary", "training-posts", "competence-rules"] {
      let reform = try run(name)
      #expect(try reform.byList == baseline.get().byList && reform.contacts > 0, "\(name)")
    }
  }

  @Test("fees that go to the municipality: state and patients pay what they paid")
  func feesToMunicipality() throws {
    let reform = try run("out-of-hours-salary")
    for account in [Account.state, .patient, .practice] {
      #expect(try gain(account, by: reform) == .zero, "\(account)")
    }
    let pay = reform.ledger.total(on: .dutyPay)
    let fees = reform.ledger.total(on: .dutyFees)
    #expect(pay == reform.scenario.posts.outOfHoursPay?.rule.annualPay && fees > .zero)
    #expect(try gain(.municipality, by: reform) == fees - pay)
    #expect(try gain(.outOfHours, by: reform) == pay - fees)
    #expect(reform.ledger.allBalances == .zero)
  }

  @Test("fees nobody claims: state and patients are spared half, each line to the øre")
  func feesToNobody() throws {
    let reform = try run("out-of-hours-salary", changing: ["out-of-hours-pay.fees-to": "nobody"])
    for (_, payer, line) in PaymentVector.postings {
      func paid(_ run: NationalRun) -> Money {
        run.ledger.total { $0.payee == .outOfHours && $0.payer == payer && $0.line == line }
      }
      let before = try paid(baseline.get())
      #expect(paid(reform) == before - before.scaled(by: Ratio(1, over: 2)), "\(line)")
    }
    #expect(reform.ledger.total(on: .dutyFees) == .zero && reform.ledger.allBalances == .zero)
    #expect(try gain(.practice, by: reform) == .zero)
  }

  @Test("training posts: practices lose the fees taken over and gain supervision")
  func training() throws {
    let reform = try run("training-posts")
    let year = try #require(reform.trainingYear)
    let supervision = reform.ledger.total(on: .supervision)
    #expect(year.contacts == 3_600 && year.additional == 1_080 && year.takenOver == 2_520)
    #expect(try gain(.practice, by: reform) == supervision - year.feesTakenOver)
    #expect(
      try gain(.state, by: reform) + gain(.patient, by: reform)
        == -(year.additionalFees + reform.ledger.total(on: .trainingGrant)))
    #expect(try gain(.staff, by: reform) == .kroner(1_593_750))
    #expect(reform.ledger.allBalances == .zero)
  }

  @Test("fees that stay with the practice: it gains what is on top")
  func practiceKeepsFees() throws {
    let reform = try run("training-posts", changing: ["training-posts.fees-to": "practice"])
    let year = try #require(reform.trainingYear)
    let supervision = reform.ledger.total(on: .supervision)
    #expect(try gain(.practice, by: reform) == supervision + year.additionalFees)
    #expect(reform.ledger.total(on: .trainingFees) == .zero)
  }

  @Test("simpler rules of competence leave fewer lists vacant at once, and fewer still later")
  func competence() throws {
    let base = try #require(run("posts-2023").supplyPath)
    let reform = try #require(run("competence-rules").supplyPath)
    // As many as doctors in temporary posts are free to hold lists.
    #expect(base[0].vacantLists == 310 && reform[0].vacantLists == 10)
    #expect(zip(base, reform).allSatisfy { $0.vacantLists >= $1.vacantLists })
    #expect(base.map(\.year) == Array(2023...2037))
    let gained = zip(base, reform).map { $1.doctors[3] - $0.doctors[3] }
    #expect(gained[3] == 0 && gained[14] > gained[9] && gained[9] > 0)
  }

  @Test("a regulated price: what entrants are spared is what sellers lose")
  func transfer() throws {
    let base = try run("posts-2023")
    let reform = try run("practice-transfer")
    let year = try #require(reform.transferYear)
    #expect(year.entrantPays == .kroner(500_000) && year.sellersLoss == .kroner(700_000))
    #expect(year.recruits == Ratio(7))
    let spared = 250 * Money.kroner(700_000)
    #expect(try gain(.practice, by: reform, over: base) == spared)
    #expect(try gain(.seller, by: reform, over: base) == -spared)
    #expect(try gain(.municipality, by: reform, over: base) == .zero)
    let bought = try run(
      "practice-transfer", changing: ["practice-transfer.regime": "municipal-purchase"])
    #expect(try gain(.municipality, by: bought, over: base) == -(250 * .kroner(1_200_000)))
    #expect(try gain(.seller, by: bought, over: base) == .zero)
  }

  @Test("the order of workers does not matter to postings")
  func workers() throws {
    let file = try ScenarioFile(
      reading: Repository.path("Scenarios/norway/out-of-hours-salary.yaml")
    ).changing("population.persons", toYAML: "20000")
    let scenario = try file.nationalScenario()
    let year = try NationalYear(scenario, of: file.nation(of: scenario))
    let one = try year.run(workers: Workers(1))
    #expect(try year.run(workers: Workers(5)).ledger.postings == one.ledger.postings)
    let kept = try DrawnNation(year).repriced(under: scenario)
    #expect(kept.ledger.postings == one.ledger.postings)
  }
}
