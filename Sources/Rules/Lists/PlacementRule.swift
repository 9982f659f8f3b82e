import Units

/// Which lists new persons are placed on. Nobody is placed on a list without a free place.
///
/// The result is the expected placement in whole persons; no dice are thrown.
public enum PlacementRule: String, CaseIterable, Sendable {
  /// In proportion to the free places of each list.
  case freePlaces = "free-places"
  /// Always the shortest list that has room.
  case shortestFirst = "shortest-first"
  /// Persons choose, and lists are chosen in proportion to their length.
  case patientsChoice = "patients-choice"

  /// Places persons on lists.
  ///
  /// - Parameters:
  ///   - persons: How many look for a place. Zero or more.
  ///   - lengths: Persons on each list.
  ///   - free: Free places on each list, in the same order; zero or more.
  /// - Returns: How many each list receives, never more than it has room for. The sum is `persons`,
  ///   or all free places when there are fewer.
  public func placed(_ persons: Int, lengths: [Int], free: [Int]) -> [Int] {
    precondition(lengths.count == free.count, "one length and one number of free places per list")
    precondition(persons >= 0 && free.allSatisfy { $0 >= 0 }, "no count is negative")
    guard persons < free.reduce(0, +) else { return free }
    switch self {
    case .freePlaces: return largestRemainder(persons, by: free)
    case .shortestFirst: return filled(persons, lengths, free)
    case .patientsChoice: return chosen(persons, lengths, free)
    }
  }

  /// Raises the shortest lists to a common length.
  private func filled(_ persons: Int, _ lengths: [Int], _ free: [Int]) -> [Int] {
    func needed(_ level: Int) -> [Int] {
      zip(lengths, free).map { length, free in min(free, max(0, level - length)) }
    }
    // The highest common length that does not need more persons than there are.
    var (low, high) = (0, (lengths.max() ?? 0) + persons + 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if needed(middle).reduce(0, +) <= persons { low = middle } else { high = middle }
    }
    var placed = needed(low)
    var left = persons - placed.reduce(0, +)
    let next = needed(high)
    for list in lengths.indices where left > 0 && next[list] > placed[list] {
      placed[list] += 1
      left -= 1
    }
    return placed
  }

  /// Shares persons out by list length, and those who met a full list again among the others.
  private func chosen(_ persons: Int, _ lengths: [Int], _ free: [Int]) -> [Int] {
    var placed = free.map { _ in 0 }
    var left = persons
    while left > 0 {
      // An empty list with room can still be chosen, if only by few.
      let weights = lengths.indices.map { placed[$0] < free[$0] ? max(1, lengths[$0]) : 0 }
      for (list, wish) in largestRemainder(left, by: weights).enumerated() {
        let given = min(wish, free[list] - placed[list])
        placed[list] += given
        left -= given
      }
    }
    return placed
  }
}
