extension Apportionment {
  /// Seats one by one, each to the area with the largest need / (2 × seats + 1) that is below its
  /// ceiling; of equal quotients the earlier area wins.
  ///
  /// - Parameters:
  ///   - total: Seats to share out, at least the sum of the floors.
  ///   - needs: Per area.
  ///   - floors: What each starts with.
  ///   - ceilings: The most each may have, no less than its floor.
  /// - Returns: Seats per area.
  /// - Complexity: O(*s* log *n*) comparisons for *s* seats above the floors and *n* areas.
  static func sainteLague(
    of total: Int, by needs: [Int], floors: [Int], ceilings: [Int]
  ) -> [Int] {
    var seats = floors
    func isBefore(_ a: Int, _ b: Int) -> Bool {
      let (first, second) = (
        Int128(needs[a]) * Int128(2 * seats[b] + 1), Int128(needs[b]) * Int128(2 * seats[a] + 1)
      )
      return first == second ? a < b : first > second
    }
    // Who is next stands last, where taking is cheap.
    var queue = needs.indices.filter { needs[$0] > 0 && floors[$0] < ceilings[$0] }
    queue.sort { isBefore($1, $0) }
    for _ in 0..<total - floors.reduce(0, +) {
      guard let area = queue.popLast() else { break }
      seats[area] += 1
      guard seats[area] < ceilings[area] else { continue }
      var (low, high) = (0, queue.count)
      while low < high {
        let middle = (low + high) / 2
        if isBefore(area, queue[middle]) { low = middle + 1 } else { high = middle }
      }
      queue.insert(area, at: low)
    }
    return seats
  }
}
