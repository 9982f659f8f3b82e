import Diagnostics
import Rules
import Scenarios
import Units

/// The national capacities of a year, shared out by need: among health councils, where the number
/// binds, and below them among municipalities, where it is a plan.
///
/// - Source: BEK 975 of 2025-06-30; FAQ on the national distribution model, no. 1 (a ceiling per
///   health council and no duty to deploy) and 2 (expected growth is in it).
public struct Distribution: Sendable {
  public let year: Int
  /// The national number.
  public let total: Int
  /// Persons and need of municipalities.
  public let need: NeedModel.Year
  /// By health council; with ``unplaced`` the national number.
  public let councils: [Int]
  /// What no ceiling leaves room for.
  public let unplaced: Int
  public let ceilings: [Int?]
  /// By municipality; those of a health council sum to its number.
  public let municipalities: [Int]

  /// - Throws: ``Refusal`` when floors and ceilings leave no answer.
  init(of plan: CapacityScenario, with inputs: PlanInputs, in year: Int) throws(Refusal) {
    self.year = year
    total = plan.capacities.number(in: year)
    need = inputs.need.year(year)
    let areas = inputs.areas
    ceilings = inputs.ceilings?.ceilings(in: year) ?? areas.councils.map { _ in nil }
    let floors = inputs.ceilings?.floors(in: year) ?? areas.councils.map { _ in 0 }
    let method = plan.capacities.method
    let needs = areas.byCouncil(need.needs)
    let apportionment: Apportionment
    do throws(ApportionmentError) {
      apportionment = try Apportionment(
        of: total, by: needs, method: method, floors: floors, ceilings: ceilings)
    } catch {
      throw Self.refusal(error, areas, year)
    }
    (councils, unplaced) = (apportionment.seats, apportionment.unplaced)
    let own = need.needs
    municipalities = zip(areas.councils, apportionment.seats).flatMap { council, number in
      Self.shared(number, by: council.municipalities.map { own[$0] }, method)
    }
  }

  /// Shares a number out by need alone.
  static func shared(_ number: Int, by needs: [Int], _ method: ApportionmentMethod) -> [Int] {
    guard needs.contains(where: { $0 > 0 }) else { return needs.map { _ in 0 } }
    do throws(ApportionmentError) {
      return try Apportionment(
        of: number, by: needs, method: method, floors: needs.map { _ in 0 },
        ceilings: needs.map { _ in nil }
      ).seats
    } catch {
      preconditionFailure("there is need, and nothing bounds it: \(error)")
    }
  }

  /// The municipality of a health council that is furthest below its planned number.
  ///
  /// - Parameters:
  ///   - council: The health council.
  ///   - deployed: What municipalities have, by place.
  ///   - home: The one that has it of equals; otherwise the first of the council.
  /// - Returns: Its place; `nil` where the council has no municipality.
  func lacksMost(
    in council: Areas.Council, having deployed: [Int], ratherIn home: Int? = nil
  ) -> Int? {
    council.municipalities.max { a, b in
      let (first, second) = (municipalities[a] - deployed[a], municipalities[b] - deployed[b])
      return first != second ? first < second : b == home || (a != home && b < a)
    }
  }

  private static func refusal(_ error: ApportionmentError, _ areas: Areas, _ year: Int) -> Refusal {
    switch error {
    case .floorsExceedTotal(let floors, let total):
      Refusal(
        "the health councils are promised \(floors) capacities in \(year), and there are \(total)",
        help: "lower the floors of the table of ceilings, or raise 'capacities: number'")
    case .floorAboveCeiling(let index):
      Refusal(
        "the floor of \(areas.councils[index].title) is above its ceiling in \(year)",
        help: "mend the table of ceilings")
    case .noNeed:
      Refusal("nobody needs the capacities of \(year)", help: "mend the table of the population")
    }
  }
}
