import Diagnostics
import Documents
import Ledger
import Practices
import Rules
import ScenarioSupport
import Scenarios
import Simulation
import TestSupport
import Testing
import Units

@testable import Analysis

/// A nation with one municipality of each size, so that grants are about the part of everything that
/// they are in the large one.
private func small() throws -> ScenarioFile {
  let groups = [
    "under-2000", "2000-4999", "5000-9999", "10000-19999", "20000-49999", "50000-99999",
    "100000-249999",
  ]
  return try groups.reduce(ShippedScenario.nation(of: 20_000)) {
    try $0.changing("municipality-groups.\($1).municipalities", toYAML: "1")
  }
}

/// Shipped reforms, carried over to a small nation.
private func comparison(
  _ reforms: String..., together: ReformComparison.Together = .no,
  changing: (ScenarioFile) throws -> ScenarioFile = { $0 }
) throws -> ReformComparison {
  try ReformComparison(
    of: changing(small()),
    with: reforms.map { Repository.path("Scenarios/norway/\($0).yaml") }, together: together)
}

/// A reform of the shipped baseline, written for a test.
private func comparison(
  of change: String, changing: (ScenarioFile) throws -> ScenarioFile = { $0 }
) throws -> ReformComparison {
  let folder = try TemporaryFolder()
  let base = Repository.path("Scenarios/norway/baseline-2023.yaml")
  let path = try folder.file(
    "r.yaml", "reform: A test\nbase: \(base)\nchange:\n\(change)\n")
  return try ReformComparison(of: changing(small()), with: [path])
}

@Suite("Reforms beside a baseline")
struct ReformComparisonTests {
  @Test("a reform that changes nothing is exactly zero, whatever the theory of behaviour")
  func empty() throws {
    for theory in BehaviourSetting.Theory.allCases {
      let comparison = try comparison(of: "  work.hours.central: 2254") {
        try $0.changing("behaviour.theory", toYAML: theory.rawValue)
      }
      let alternative = comparison.alternatives[0]
      #expect(alternative.run.ledger.postings == comparison.baseline.ledger.postings)
      let differences = Differences(of: alternative.run, against: comparison.baseline)
      #expect(differences.rows.allSatisfy { $0.difference == .zero })
      #expect(alternative.stages.rows.count == (theory == .none ? 1 : 4))
      for row in alternative.stages.rows {
        #expect(row.effects.balances.isEmpty)
        #expect(row.response == Response())
      }
    }
  }

  @Test("a baseline whose own cap moves persons is moved too: what decides nothing moves nothing")
  func cappedBaseline() throws {
    let comparison = try comparison(
      of: """
          work.hours.central: 2254
          adjustments.none: { of: fees, factor: { central: 1, source: "assumption: a test" } }
        """
    ) {
      try $0.changing("law.list-caps", toYAML: Self.cap(of: 1_000))
        .changing("behaviour.theory", toYAML: "elasticities")
    }
    let rows = comparison.alternatives[0].stages.rows
    #expect(rows.map(\.stage).contains(.afterListMovements))
    #expect(rows.dropFirst().allSatisfy { $0.moved > 0 })
    for row in rows { #expect(row.effects.balances.isEmpty, "\(row.stage)") }
  }

  @Test("a cap that leaves nobody a place tells how many are beyond it")
  func nowhere() throws {
    let comparison = try comparison(
      of: ReformFile.law(
        "list-caps.cap", unit: "persons", ("2020-01-01", "{ per-practitioner: 100 }")))
    let rows = comparison.alternatives[0].stages.rows
    #expect(rows.map(\.stage).prefix(2) == [.immediate, .afterListMovements])
    #expect(rows[1].moved == 0 && rows[1].unplaced > 1_000)
    #expect(rows[1].effects == rows[0].effects)
  }

  private static func cap(of persons: Int) -> String {
    "{ cap: { title: Cap, unit: persons, periods: [{ from: 2020-01-01, "
      + "value: { per-practitioner: \(persons) }, reference: { title: test, document: test } }] } }"
  }

  @Test("half as base grants: half of everything, and the sum as before")
  func half() throws {
    let comparison = try comparison("base-share-50")
    let alternative = comparison.alternatives[0]
    func paid(_ run: NationalRun) -> (grants: Int, all: Int) {
      let all = run.paidToPractices { _ in true }
      return (run.paidToPractices { $0.line.isGrant }.ore, all.ore)
    }
    let (before, after) = (paid(comparison.baseline), paid(alternative.run))
    #expect(abs(Double(after.grants) / Double(after.all) - 0.5) < 1e-4)
    #expect(abs(Double(after.all) / Double(before.all) - 1) < 1e-4)
    // The fees are cut by what the grants take.
    let factor = try #require(alternative.solved.last).found.double
    let fees = Double(before.all - before.grants)
    #expect(abs(factor - Double(before.all) / 2 / fees) < 1e-3)
    // Out of hours nothing is paid less; only who pays moves, at the ceiling.
    func outOfHours(_ run: NationalRun) -> Money { run.ledger.total { $0.payee == .outOfHours } }
    #expect(outOfHours(alternative.run) == outOfHours(comparison.baseline))
  }

  @Test("half as base grants, each payer whole: only the state's grants and refunds move")
  func eachPayer() throws {
    let comparison = try comparison("base-share-50-each-payer")
    let run = comparison.alternatives[0].run
    let effects = Effects(of: run, against: comparison.baseline)
    #expect(effects[.municipality] == .zero && effects[.patient] == .zero)
    let state = comparison.baseline.ledger.total { $0.payer == .state }
    #expect(abs(Double(effects[.state].ore)) < 1e-4 * Double(state.ore))
    #expect(
      run.ledger.total { $0.payer == .state && $0.line == .baseGrant } > .zero)
  }

  @Test("fees that others may claim in full cost nobody anything, and free the doctor's time")
  func neutral() throws {
    // A specialist's supplement stays the specialist's.
    let comparison = try comparison("profession-neutral") {
      try $0.changing("practices.specialist-share", toYAML: "0")
    }
    let run = comparison.alternatives[0].run
    #expect(Effects(of: run, against: comparison.baseline).balances.isEmpty)
    let work = try #require(run.scenario.work)
    let load = Workload(of: run, form: .company, by: work)
    #expect(load.staffContacts > 0 && load.staffCosts > .zero)
    #expect(Workload(of: run, form: .selfEmployed, by: work).staffContacts == 0)
  }

  @Test("delegation pays a part of the fee, and specialist supplements to doctors alone")
  func delegated() throws {
    let comparison = try comparison("delegation")
    let run = comparison.alternatives[0].run
    let types = run.scenario.contacts.types
    let physical = try #require(types.firstIndex { $0.name == "physical" })
    let own = run.sums(ofType: physical, takenBy: nil) { $0.isSpecialist }
    let taken = run.sums(ofType: physical, takenBy: 0) { $0.isSpecialist }
    let all = comparison.baseline.sums(ofType: physical).contacts
    #expect(own.contacts > 0 && taken.contacts > 0)
    let share = Double(run.sums(ofType: physical, takenBy: 0) { _ in true }.contacts) / Double(all)
    #expect(abs(share - 0.1) < 0.01)
    func each(_ sums: ContactSums, _ amount: Money) -> Double {
      Double(amount.ore) / Double(sums.contacts)
    }
    #expect(abs(each(taken, taken.certificates) - each(own, own.certificates)) < 0.001)
    let ratio =
      each(taken, taken.honorarium - taken.certificates)
      / each(own, own.honorarium - own.certificates)
    #expect(ratio > 0.55 && ratio < 0.7)
  }

  @Test("specialists together keep what their supplements paid")
  func quality() throws {
    let comparison = try comparison("quality-adjusted-base")
    let row = try #require(comparison.alternatives[0].solved.first)
    #expect(abs((row.reached / (try #require(row.target))).double - 1) < 1e-4)
    let run = comparison.alternatives[0].run
    let others = run.incomes.indices.filter {
      !run.year.nation.lists[$0].isSpecialist
    }
    #expect(others.allSatisfy { run.incomes[$0] == comparison.baseline.incomes[$0] })
  }

  @Test("a goal nobody can reach is refused with the interval tried")
  func unattainable() throws {
    let error = #expect(throws: Refusal.self) {
      try comparison(
        of: """
            adjustments.up: { of: grants, factor: { low: 1, central: 1, high: 1.1, source: "assumption: a test" } }
            solve.half: { number: adjustments.up.factor, until: base-share, is: { central: 0.9, source: "assumption: a test" } }
          """)
    }
    let text = try #require(error).description
    #expect(text.contains("r.yaml:5:"))
    #expect(text.contains("'half' cannot be reached: no 'adjustments.up.factor' in 1…1.1"))
    #expect(text.contains("brings 'base-share' where it should be"))
  }

  @Test("two reforms that change one place are told with both lines, and are no package")
  func conflicts() throws {
    let alone = try comparison("base-share-50", "base-share-minus")
    #expect(alone.conflicts.map(\.first.path.value) == ["solve.base-share"])
    let error = #expect(throws: Faults.self) {
      try comparison("base-share-50", "base-share-minus", together: .steps)
    }
    let text = try #require(error).description
    #expect(text.contains("base-share-50.yaml:"))
    #expect(text.contains("base-share-minus.yaml:"))
    #expect(text.contains("'solve.base-share' is changed here and, to something else, at"))
  }

  @Test("a package's parts, interaction and total sum to the øre; so do fair shares")
  func package() throws {
    let comparison = try comparison(
      "delegation", "recruitment-grant", "control-regime", together: .shapley)
    let attribution = try #require(comparison.attribution)
    let package = try #require(comparison.package)
    #expect(attribution.total == Effects(of: package.run, against: comparison.baseline))
    for account in Account.allCases {
      let parts = attribution.alone.reduce(Money.zero) { $0 + $1[account] }
      #expect(parts + attribution.interaction[account] == attribution.total[account])
      let shares = try #require(attribution.shares)
      #expect(shares.reduce(Money.zero) { $0 + $1[account] } == attribution.total[account])
    }
    // A cap on consultation fees leaves less to be cut where staff is paid less for them.
    #expect(attribution.interaction[.state] != .zero)
  }

  @Test("what practices gain adds up to what the accounts say they have more")
  func winners() throws {
    let comparison = try comparison("base-share-50")
    let run = comparison.alternatives[0].run
    let winners = Winners(of: run, against: comparison.baseline)
    let all = winners.group { _ in true }
    #expect(all.gaining + all.losing <= all.practices)
    #expect(winners.deciles().reduce(Money.zero) { $0 + $1.gain } == all.gain)
    #expect(winners.deciles().reduce(0) { $0 + $1.practices } == all.practices)
    let vacant = run.incomes.indices.filter { run.year.nation.lists[$0].form == .vacant }
    let left = vacant.reduce(Money.zero) {
      $0 + run.incomes[$1] - comparison.baseline.incomes[$1]
    }
    #expect(
      all.gain + left == Effects(of: run, against: comparison.baseline)[.practice])
    let means = winners.deciles().map { Double($0.gain.ore) / Double(max($0.practices, 1)) }
    #expect(means == means.sorted())
  }

  @Test("the rows of all differences sum to each account's change")
  func differences() throws {
    let comparison = try comparison("control-regime")
    let run = comparison.alternatives[0].run
    let rows = Differences(of: run, against: comparison.baseline).rows
    for account in Account.allCases {
      let change = rows.reduce(Money.zero) { sum, row in
        (row.key.payee == account ? sum + row.difference : sum)
          - (row.key.payer == account ? row.difference : .zero)
      }
      #expect(change == Effects(of: run, against: comparison.baseline)[account])
    }
    #expect(Set(rows.map(\.key)).count == rows.count)
  }

  @Test("factors come into force in equal steps, the last of them in full")
  func phases() throws {
    let alternative = try comparison("base-share-plus-10").alternatives[0]
    #expect(alternative.phases.map(\.share) == (1...4).map { Ratio($0, over: 4) })
    let last = try #require(alternative.phases.last)
    #expect(
      last.effects
        == Effects(of: alternative.run, against: try comparison("base-share-plus-10").baseline))
    let shares = alternative.phases.map { Double($0.grants.ore) / Double($0.all.ore) }
    #expect(shares == shares.sorted())
  }
}
