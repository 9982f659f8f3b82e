import Scenarios
public import Units

/// How far the difference between two models reaches when the author gives intervals.
///
/// Every number is first taken to either end of its interval, all others central; then all of them
/// to the ends that alone lower the difference, and to those that alone raise it. Numbers that decide
/// only together are not searched for: the corners are not the furthest possible.
public struct ModelDifferenceRange: Sendable {
  /// Practice by practice, and for each of them model by model.
  public let lowest: [[Money]]
  public let highest: [[Money]]

  /// - Returns: `nil` when no number has an interval.
  /// - Throws: As ``ModelComparison``, also for numbers at the ends of their intervals.
  public init?(around comparison: ModelComparison) throws {
    let file = comparison.file
    let paths = file.ranges
    guard !paths.isEmpty else { return nil }
    var ends: [(low: Differences, high: Differences)] = []
    for path in paths {
      ends.append(
        (
          try Differences(of: ModelComparison(of: file.taking(.low, of: path))),
          try Differences(of: ModelComparison(of: file.taking(.high, of: path)))
        ))
    }
    // Most practices and models agree on the ends, so that few corners are computed.
    var corners: [[End]: Differences] = [:]
    func corner(_ choice: [End]) throws -> Differences {
      if let known = corners[choice] { return known }
      var changed = file
      for (path, end) in zip(paths, choice) { changed = try changed.taking(end, of: path) }
      let made = try Differences(of: ModelComparison(of: changed))
      corners[choice] = made
      return made
    }
    func reach(_ practice: Int, _ model: Int, lowering: Bool) throws -> Money {
      let choice = ends.map { low, high in
        let isLowLower = low.all[practice][model] <= high.all[practice][model]
        return isLowLower == lowering ? End.low : .high
      }
      return try corner(choice).all[practice][model]
    }
    let places = comparison.results.indices
    let models = comparison.scenario.models.indices
    lowest = try places.map { practice in
      try models.map { try reach(practice, $0, lowering: true) }
    }
    highest = try places.map { practice in
      try models.map { try reach(practice, $0, lowering: false) }
    }
  }

  /// What every model pays every practice more than the first.
  private struct Differences {
    var all: [[Money]]

    init(of comparison: ModelComparison) {
      all = comparison.results.indices.map { practice in
        comparison.scenario.models.indices.map {
          comparison.difference(practice: practice, model: $0)
        }
      }
    }
  }
}
