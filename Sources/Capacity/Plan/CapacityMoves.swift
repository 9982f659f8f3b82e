import Diagnostics
import RateBooks
import Rules
import Scenarios
import Units

/// Capacities that have been vacant for long enough, withdrawn and deployed where their health council
/// lacks most. They never leave the council.
///
/// A council with more capacities than it may have deploys none anew. A clinic keeps as many capacities
/// as its patients need at the highest closing limit: an assumption, for nobody says where patients of
/// a withdrawn capacity go.
///
/// - Source: FAQ on the national distribution model, no. 1 (a ceiling), 2 and 8 (the collective
///   agreement's rule).
public struct CapacityMoves: Sendable {
  /// A capacity that moves.
  public struct Move: Hashable, Sendable {
    /// The place of the clinic that loses it.
    public var clinic: Int
    /// The place of the municipality it goes to; `nil` where the council has too many already.
    public var municipality: Int?
  }

  public let moves: [Move]
  /// Vacant long enough, whether they are moved or not: places of clinics and how many capacities.
  public let withdrawable: [(clinic: Int, capacities: Int)]

  /// - Parameters:
  ///   - plan: The plan.
  ///   - inputs: Its tables.
  ///   - distribution: What municipalities should have.
  ///   - allowed: The most capacities of each health council, islands that are left out included.
  init(
    of plan: CapacityScenario, with inputs: PlanInputs, to distribution: Distribution,
    allowed: [Int]
  ) {
    withdrawable = Self.withdrawable(of: plan, with: inputs)
    guard plan.events.withdrawsVacant else {
      moves = []
      return
    }
    let areas = inputs.areas
    var deployed = areas.municipalities.map { _ in 0 }
    for clinic in inputs.clinics { deployed[clinic.municipality] += clinic.capacities }
    var beyond = zip(areas.byCouncil(deployed), allowed).map { max(0, $0 - $1) }
    var moves: [Move] = []
    for (place, capacities) in withdrawable {
      let home = inputs.clinics[place].municipality
      let council = areas.municipalities[home].council
      for _ in 0..<capacities {
        deployed[home] -= 1
        guard beyond[council] == 0 else {
          beyond[council] -= 1
          moves.append(Move(clinic: place, municipality: nil))
          continue
        }
        let lacking =
          distribution.lacksMost(
            in: areas.councils[council], having: deployed, ratherIn: home) ?? home
        deployed[lacking] += 1
        if lacking != home { moves.append(Move(clinic: place, municipality: lacking)) }
      }
    }
    self.moves = moves
  }

  private static func withdrawable(
    of plan: CapacityScenario, with inputs: PlanInputs
  ) -> [(clinic: Int, capacities: Int)] {
    let day = plan.day.value
    let months = plan.law.limit(.vacancyWithdrawal, on: day)?.rounded ?? .max
    let limit = max(1, plan.law.limit(.closingLimit, on: day)?.rounded ?? .max)
    return inputs.clinics.indices.compactMap { place in
      let clinic = inputs.clinics[place]
      guard let since = clinic.vacantSince,
        VacancyRule.mayBeWithdrawn(vacantSince: since, on: day, afterMonths: months)
      else { return nil }
      let capacities = min(
        inputs.holdings[place].vacant,
        clinic.capacities - kept(clinic.patients, closingLimit: limit))
      return capacities > 0 ? (place, capacities) : nil
    }
  }
}
