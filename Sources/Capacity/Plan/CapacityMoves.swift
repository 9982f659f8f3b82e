import Diagnostics
import Rules
import Scenarios
import Units

/// Capacities that have been vacant for long enough, withdrawn and deployed where their health council
/// lacks most. They never leave the council.
///
/// - Source: FAQ on the national distribution model, no. 2 and 8 (the collective agreement's rule).
public struct CapacityMoves: Sendable {
  /// A capacity that moves.
  public struct Move: Hashable, Sendable {
    /// The place of the clinic that loses it.
    public var clinic: Int
    /// The place of the municipality it goes to.
    public var municipality: Int
  }

  public let moves: [Move]
  /// Vacant long enough, whether they are moved or not: places of clinics and how many capacities.
  public let withdrawable: [(clinic: Int, capacities: Int)]

  init(
    of plan: CapacityScenario, with inputs: PlanInputs, to distribution: Distribution, months: Int
  ) {
    let day = plan.day.value
    withdrawable = inputs.clinics.indices.compactMap { place in
      let vacant = inputs.holdings[place].vacant
      guard vacant > 0, let since = inputs.clinics[place].vacantSince,
        VacancyRule.mayBeWithdrawn(vacantSince: since, on: day, afterMonths: months)
      else { return nil }
      return (place, vacant)
    }
    guard plan.events.withdrawsVacant else {
      moves = []
      return
    }
    var deployed = inputs.areas.municipalities.map { _ in 0 }
    for clinic in inputs.clinics { deployed[clinic.municipality] += clinic.capacities }
    var moves: [Move] = []
    for (place, capacities) in withdrawable {
      let home = inputs.clinics[place].municipality
      let council = inputs.areas.councils[inputs.areas.municipalities[home].council]
      for _ in 0..<capacities {
        deployed[home] -= 1
        guard
          let lacking = distribution.lacksMost(in: council, having: deployed, ratherIn: home)
        else { continue }
        deployed[lacking] += 1
        if lacking != home { moves.append(Move(clinic: place, municipality: lacking)) }
      }
    }
    self.moves = moves
  }
}
