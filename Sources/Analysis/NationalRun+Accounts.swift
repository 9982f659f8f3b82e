import Practices
public import Scenarios
public import Simulation
import Units

extension NationalRun {
  /// Why the year is not held against the accounts; `nil` where it is.
  public var otherAccounts: OfficialAccounts.Other? { scenario.otherAccounts(of: year.nation) }
}

extension NationalScenario {
  /// Why a year of a nation is not held against the accounts; `nil` where it is.
  ///
  /// Lists that are made hold the persons the scenario asks for but for a rounding, so those it asks for
  /// are counted; lists of a table hold whom the table says.
  func otherAccounts(of nation: Nation) -> OfficialAccounts.Other? {
    let persons =
      switch lists {
      case .file: nation.persons
      case .synthetic: population.persons.central.rounded
      }
    return accounts.other(year: year, persons: persons)
  }
}
