import Analysis
import Diagnostics
import ScenarioSupport
import Scenarios
import Simulation
import Testing
import Units

@Suite("Accounts of another year or other persons")
struct OtherAccountsTests {
  private func figures(_ file: ScenarioFile) throws -> AccountsFigures {
    let scenario = try file.nationalScenario()
    return AccountsFigures(try NationalYear(scenario, of: file.nation(of: scenario)).run())
  }

  @Test("a year is held against the accounts from the fewest to the most persons they may be of")
  func persons() throws {
    let accounts = try ShippedScenario.nation(of: 5_000)
      .changing("official.persons", toYAML: "{ low: 10, central: 15, high: 20, source: a test }")
      .nationalScenario().accounts
    #expect(
      [9, 10, 20, 21].map { accounts.other(year: 2023, persons: $0) } == [
        .persons, nil, nil, .persons,
      ])
    #expect([2022, 2024].allSatisfy { accounts.other(year: $0, persons: 15) == .year })
  }

  @Test("the shipped accounts are of their nation")
  func shipped() throws {
    for (year, persons) in [(2023, 5_496_916), (2023, 5_471_418), (2023, 5_522_413)] {
      let accounts = try ShippedScenario.nation(of: 5_000).nationalScenario().accounts
      #expect(accounts.other(year: year, persons: persons) == nil)
    }
  }

  @Test("where they are of others, no sum has a ratio, and nothing is called fitted")
  func validation() throws {
    let other = try figures(ShippedScenario.nation(of: 5_000))
    #expect(other.other == .persons && other.official(.total) == nil)
    let sums = Validation(of: other).rows.filter { [.money, .contacts].contains($0.measure) }
    #expect(!sums.isEmpty)
    #expect(sums.allSatisfy { $0.ratio == nil && $0.basis == .notCompared })

    let same = try figures(ShippedScenario.nationWithAccounts(of: 5_000))
    #expect(same.other == nil && same.official(.total) != nil)
    #expect(Validation(of: same).rows.contains { $0.basis == .fitted && $0.ratio != nil })
  }

  @Test("numbers are not fitted in one year to the accounts of another")
  func calibration() throws {
    let file = try ShippedScenario.nation(of: 5_000).changing("official.year", toYAML: "2022")
    let error = #expect(throws: Faults.self) { try Calibration(of: file) }
    #expect(
      error?.description == """
        test.yaml:1:1: error: the accounts are of 2022, and the scenario's year is 2023
          help: fit the numbers in 2022, or state the accounts of 2023
        """)
  }

  @Test("numbers are not fitted to the accounts of other persons than those on the lists")
  func calibrationOfOthers() throws {
    let file = try ShippedScenario.nation(of: 5_000)
    let error = #expect(throws: Faults.self) { try Calibration(of: file) }
    let told = try #require(error?.diagnostics.first)
    let words =
      /the accounts are of 5496916 persons, and [0-9]+ persons stand on the [0-9]+ lists of the scenario, so no number is fitted to them/
    #expect(told.what.wholeMatch(of: words) != nil, "\(told.what)")
    let scenario = try file.nationalScenario()
    #expect(told.position == scenario.population.persons.position)
  }

  @Test("accounts that do not say what they are of are told")
  func silent() throws {
    let file = try ShippedScenario.nation(of: 5_000)
      .changing("official", toYAML: "{ total: { central: 1, source: a test } }")
    #expect(
      try file.grammarNotices().map(\.description) == [
        """
        test.yaml:1:1: note: the accounts under 'official' do not say of which year and persons they \
        are, so any is held against them
          help: add 'year' and 'persons' to 'official'
        """
      ])
    #expect(try ShippedScenario.nation(of: 5_000).grammarNotices().isEmpty)
  }
}
