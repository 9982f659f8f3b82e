/// Whole seats shared out among areas in proportion to their needs, between a floor and a ceiling each.
///
/// The seats of the Danish model are *lægekapaciteter* (doctors' capacities), the areas
/// *sundhedsråd* (health councils), and the need is their inhabitants' need of treatment.
///
/// - Unit: whole seats; needs in any unit, the same for all.
/// - Shape: one number per area, in the order of the needs.
/// - Edge cases: floors and ceilings always hold. An area without need has its floor and no more. What
///   the areas with need have no room for under their ceilings is ``unplaced``.
/// - Source: that capacity follows need is the act on health, § 206 b (hearing letter on the national
///   distribution model). Neither method is prescribed: an assumption of this model.
public struct Apportionment: Hashable, Sendable {
  /// Per area. With ``unplaced``, the total.
  public let seats: [Int]
  /// Nobody's: above 0 only when every area with need is at its ceiling.
  public let unplaced: Int

  /// - Parameters:
  ///   - total: Seats to share out.
  ///   - needs: Per area, 0 or more; up to 10¹² each is safe.
  ///   - method: Decides who has the seats that do not come out even.
  ///   - floors: The least each area has.
  ///   - ceilings: The most each area may have; `nil` for no ceiling.
  /// - Precondition: No number is negative, and there is a floor and a ceiling per area.
  /// - Throws: When floors and ceilings contradict each other, or nobody needs what is left.
  public init(
    of total: Int, by needs: [Int], method: ApportionmentMethod, floors: [Int], ceilings: [Int?]
  ) throws(ApportionmentError) {
    precondition(
      needs.count == floors.count && needs.count == ceilings.count,
      "\(needs.count) needs, \(floors.count) floors and \(ceilings.count) ceilings")
    precondition(
      total >= 0 && (needs + floors + ceilings.compactMap(\.self)).allSatisfy { $0 >= 0 },
      "a negative number of seats or need")
    for (index, ceiling) in ceilings.enumerated() where floors[index] > ceiling ?? .max {
      throw .floorAboveCeiling(index: index)
    }
    let promised = floors.reduce(0, +)
    guard promised <= total else { throw .floorsExceedTotal(floors: promised, total: total) }
    guard promised == total || needs.contains(where: { $0 > 0 }) else { throw .noNeed }
    // A ceiling above the total is none, and the products below stay small.
    let ceilings = ceilings.map { min($0 ?? total, total) }
    seats =
      switch method {
      case .largestRemainder:
        Self.largestRemainder(of: total, by: needs, floors: floors, ceilings: ceilings)
      case .sainteLague: Self.sainteLague(of: total, by: needs, floors: floors, ceilings: ceilings)
      }
    unplaced = total - seats.reduce(0, +)
  }
}
