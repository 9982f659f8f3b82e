import Populations
public import Scenarios
public import Simulation
import Units

extension NationalRun {
  /// Why the year is not held against the accounts; `nil` where it is.
  ///
  /// Lists that are made hold the persons the scenario asks for but for a rounding, so those it asks for
  /// are counted; lists of a table hold whom the table says.
  public var otherAccounts: OfficialAccounts.Other? {
    let persons =
      switch scenario.lists {
      case .file: year.nation.persons
      case .synthetic: scenario.population.persons.central.rounded
      }
    return scenario.accounts.other(year: scenario.year, persons: persons)
  }
}
