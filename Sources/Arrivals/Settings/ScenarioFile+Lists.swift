import Diagnostics
public import Practices
import RateBooks
public import Scenarios

extension ScenarioFile {
  /// A nation has five thousand lists; this many list-months of one run take 400 MB.
  private static let mostListMonths = 1_200_000
  /// More persons than this on lists, at the highest rate a book may hold, outgrow exact money.
  private static let mostPersons = 1_000_000_000

  /// The lists a scenario starts from.
  ///
  /// - Parameter scenario: The scenario of this file.
  /// - Throws: `Faults`, one per bad row of the user's table; `Refusal` when published figures
  ///   contradict each other or there are more lists than memory is kept for.
  /// - Returns: The lists, municipality by municipality.
  public func lists(of scenario: Scenario) throws -> [PatientList] {
    let lists = try made(for: scenario)
    guard lists.count * scenario.months <= Self.mostListMonths else {
      throw Refusal(
        "\(lists.count) lists for \(scenario.months) months are more than memory is kept for",
        help: "run fewer months or municipalities at a time")
    }
    let persons = lists.reduce(0) { $0 + $1.length }
    guard persons <= Self.mostPersons else {
      throw Refusal(
        "\(persons) persons stand on the lists, more than \(Self.mostPersons)",
        help: "check 'inhabitants', or the column 'length'")
    }
    return lists
  }

  private func made(for scenario: Scenario) throws -> [PatientList] {
    switch scenario.lists {
    case .synthetic(let synthetic):
      return try synthetic.lists(in: scenario.municipalities, seed: scenario.seed)
    case .file(let path):
      do {
        return try ListTable(
          reading: resolved(path), municipalities: scenario.municipalities.map(\.key),
          grants: scenario.law.lumpSums.rules.map(\.name)
        ).lists
      } catch {
        throw error.naming("list table", path, relativeTo: "scenario")
      }
    }
  }
}
