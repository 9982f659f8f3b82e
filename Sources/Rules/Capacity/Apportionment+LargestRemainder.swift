import Units

extension Apportionment {
  /// Seats by largest remainder, each area held between its bounds.
  ///
  /// ```
  /// quota = λ × need, no less than the floor and no more than the ceiling, and λ such that the quotas
  ///         sum to the total
  /// ```
  ///
  /// λ is found by fixing areas at the bound they are beyond, those of the bound that is passed by more
  /// in all first, and sharing what is left anew. The areas that are never fixed share their seats by
  /// largest remainder; of equal remainders the earlier wins. As bounds are whole, a quota below its
  /// ceiling has room for the seat of its remainder.
  ///
  /// - Parameters:
  ///   - total: Seats to share out, at least the sum of the floors.
  ///   - needs: Per area.
  ///   - floors: The least each has.
  ///   - ceilings: The most each may have, no less than its floor and no more than the total.
  /// - Returns: Seats per area.
  static func largestRemainder(
    of total: Int, by needs: [Int], floors: [Int], ceilings: [Int]
  ) -> [Int] {
    var (seats, left) = (floors, total)
    var free = needs.indices.filter { needs[$0] > 0 }
    for area in needs.indices where needs[area] == 0 { left -= floors[area] }
    func fix(_ areas: [Int], at bounds: [Int]) {
      for area in areas { (seats[area], left) = (bounds[area], left - bounds[area]) }
      let fixed = Set(areas)
      free.removeAll(where: fixed.contains)
    }
    while !free.isEmpty {
      // How far a quota is above a bound, times the sum of needs, which makes it whole.
      let whole = free.reduce(Int128(0)) { $0 + Int128(needs[$1]) }
      func excess(_ area: Int, _ bounds: [Int]) -> Int128 {
        Int128(left) * Int128(needs[area]) - Int128(bounds[area]) * whole
      }
      let low = free.filter { excess($0, floors) < 0 }
      let high = free.filter { excess($0, ceilings) > 0 }
      if low.isEmpty && high.isEmpty {
        let parts = Units.largestRemainder(left, by: free.map { needs[$0] })
        for (area, part) in zip(free, parts) { seats[area] = part }
        return seats
      }
      let missing = low.reduce(Int128(0)) { $0 - excess($1, floors) }
      let spare = high.reduce(Int128(0)) { $0 + excess($1, ceilings) }
      if missing >= spare { fix(low, at: floors) }
      if spare >= missing { fix(high, at: ceilings) }
    }
    return seats
  }
}
