/// Walks on a grid of the unit cube that move one group of dimensions at a time (Morris, 1991;
/// Campolongo, Cariboni and Saltelli, 2007).
///
/// The grid has the values 0, 1 ∕ (levels − 1), …, 1 in every dimension. A step moves every dimension
/// of a group by Δ = levels ∕ (2(levels − 1)), each up or down as drawn. A dimension in no group stays
/// where the walk began.
public struct MorrisDesign: Hashable, Sendable {
  public let groups: [[Int]]
  public let dimensions: Int
  public let levels: Int
  public let trajectories: Int
  private let stream: DesignStream

  /// - Parameters:
  ///   - groups: The dimensions that move together; each dimension in one group at most.
  ///   - dimensions: The number of coordinates of a point.
  ///   - levels: The values of a dimension: even, 4 as a rule.
  ///   - trajectories: How many walks there are.
  ///   - seed: Another seed gives unrelated walks; more walks never change those already given.
  public init(groups: [[Int]], dimensions: Int, levels: Int, trajectories: Int, seed: UInt64) {
    precondition(levels >= 2 && levels.isMultiple(of: 2), "the levels of a grid are even in number")
    let moved = groups.flatMap { $0 }
    precondition(
      Set(moved).count == moved.count && moved.allSatisfy((0..<dimensions).contains)
        && groups.allSatisfy { !$0.isEmpty },
      "a group has dimensions of its own")
    (self.groups, self.dimensions, self.levels) = (groups, dimensions, levels)
    self.trajectories = trajectories
    stream = DesignStream(seed: seed, design: "design.morris")
  }

  /// The length of a step in the unit cube: Δ.
  public var step: Double { Double(levels) / Double(2 * (levels - 1)) }

  /// One walk: where it begins, then one point per group, in an order that is drawn.
  ///
  /// - Parameter number: From 0 to below ``trajectories``.
  /// - Returns: The points, and the group that moved to get there: `nil` for the first.
  public func trajectory(_ number: Int) -> [(point: [Double], moved: Int?)] {
    precondition((0..<trajectories).contains(number), "there is no such trajectory")
    var place = (0..<dimensions).map { dimension in
      stream.whole(below: levels / 2, number, dimension, 0)
        + (rises(dimension, in: number) ? 0 : levels / 2)
    }
    var walk: [(point: [Double], moved: Int?)] = [(point(at: place), nil)]
    for group in stream.permutation(of: groups.count, number, 2) {
      for dimension in groups[group] {
        place[dimension] += rises(dimension, in: number) ? levels / 2 : -levels / 2
      }
      walk.append((point(at: place), group))
    }
    return walk
  }

  /// Whether a dimension moves up in a trajectory, and not down.
  func rises(_ dimension: Int, in trajectory: Int) -> Bool {
    stream.block(trajectory, dimension, 1)[0] & 1 == 1
  }

  private func point(at place: [Int]) -> [Double] {
    place.map { Double($0) / Double(levels - 1) }
  }
}
