import Diagnostics
import Practices
import Reports
import Scenarios
import Simulation
import Units

extension NationalRun {
  /// Which year and persons the accounts are of.
  var accountsNotes: [Phrase] {
    let accounts = scenario.accounts
    guard !accounts.figures.isEmpty else { return [] }
    guard otherAccountsNote == nil else { return [otherAccountsNote].compactMap(\.self) }
    guard let persons = accounts.persons else { return [] }
    return [
      Phrase(
        "note-accounts",
        [
          "year": .text(String(accounts.year?.value ?? scenario.year)),
          "persons": .shortest(persons.central), "low": .shortest(persons.low),
          "high": .shortest(persons.high),
        ])
    ]
  }

  /// Why the year is not held against the accounts; `nil` where it is.
  var otherAccountsNote: Phrase? {
    let accounts = scenario.accounts
    guard !accounts.figures.isEmpty else { return nil }
    switch otherAccounts {
    case nil: return nil
    case .year:
      return Phrase(
        "note-accounts-of-another-year",
        [
          "of": .text(String(accounts.year?.value ?? scenario.year)),
          "year": .text(String(scenario.year)),
        ])
    case .persons:
      return Phrase(
        "note-accounts-of-others",
        [
          "of": accounts.persons.map { .shortest($0.central) } ?? .empty,
          "persons": .count(year.nation.persons), "lists": .count(year.nation.lists.count),
        ])
    }
  }
}
