public import Practices
import RateBooks
import Rules
import Scenarios
import Units

/// The lists of one municipality in figures.
public struct ListSummary: Sendable {
  public let municipality: Municipality
  public let lists: Int
  public let persons: Int
  public let freePlaces: Int
  public let listsWithoutFreePlace: Int
  /// Lists with more persons than the first tier of the per-capita grant has places.
  public let listsAboveFirstTier: Int
  /// Persons on places inside the first tier.
  public let personsInFirstTier: Int
  /// Free places inside the first tier.
  public let freePlacesInFirstTier: Int

  /// - Parameters:
  ///   - municipality: The municipality.
  ///   - lists: Its lists.
  ///   - tier: The last place of the first tier; `nil` when there is one tier only.
  init(_ municipality: Municipality, lists: [PatientList], firstTier tier: Int?) {
    let tier = tier ?? .max
    self.municipality = municipality
    self.lists = lists.count
    persons = lists.reduce(0) { $0 + $1.length }
    freePlaces = lists.reduce(0) { $0 + $1.free }
    listsWithoutFreePlace = lists.count { $0.free == 0 }
    listsAboveFirstTier = lists.count { $0.length > tier }
    personsInFirstTier = lists.reduce(0) { $0 + min($1.length, tier) }
    freePlacesInFirstTier = lists.reduce(0) { $0 + min($1.free, max(0, tier - $1.length)) }
  }
}

extension Comparison {
  /// The lists the run starts from, by municipality.
  public var listSummaries: [ListSummary] {
    let day = scenario.lawDay(of: scenario.from)
    let tiers = scenario.law.perCapitaGrants.rules.lazy.compactMap {
      $0.series.inForce(on: day)?.value.tiers.dropFirst().first?.above
    }
    let groups = Dictionary(grouping: baseline.lists) { $0.municipality }
    return scenario.municipalities.enumerated().map { index, municipality in
      ListSummary(municipality, lists: groups[index] ?? [], firstTier: tiers.first)
    }
  }
}
