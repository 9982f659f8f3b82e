public import Diagnostics
import Statistics
import Units

/// Lists made from what is published: size classes, mean lists, inhabitants and occupancy.
///
/// ```
/// lists of a municipality = inhabitants / mean list
/// lengths = evenly spaced quantiles of the size classes, scaled so that they sum to mean × lists
/// cap = length / (1 − share of free places)
/// ```
///
/// Which length meets which occupancy is not published. They are paired at random by a named
/// stream, so the seed tells how much that matters.
public struct SyntheticLists: Hashable, Sendable {
  /// Rising and without gaps.
  public var classes: [SizeClass]
  public var occupancy: Occupancy

  /// - Precondition: The classes rise without gaps, and none is empty.
  public init(classes: [SizeClass], occupancy: Occupancy) {
    precondition(
      zip(classes, classes.dropFirst()).allSatisfy { $0.to + 1 == $1.from },
      "the classes rise without gaps")
    (self.classes, self.occupancy) = (classes, occupancy)
  }

  /// The lists of all municipalities, municipality by municipality, shortest first.
  ///
  /// - Parameters:
  ///   - municipalities: In the order of the run's table.
  ///   - seed: The seed of the run.
  /// - Returns: Lists whose lengths sum to each municipality's mean list times its lists.
  /// - Throws: ``Refusal`` when the published figures contradict each other.
  public func lists(
    in municipalities: [Municipality], seed: UInt64
  ) throws(Refusal) -> [PatientList] {
    try occupancy.checkEnds()
    let pairing = NamedStream(seed: seed, decision: "list.occupancy")
    var lists: [PatientList] = []
    let most = PatientList.mostOfRun
    for (index, municipality) in municipalities.enumerated() {
      let count = max(1, (Ratio(municipality.inhabitants) / municipality.meanList).rounded)
      guard lists.count + count <= most else {
        throw Refusal(
          "'\(municipality.key)' alone would have \(count) lists, and the run more than \(most)",
          help: "check 'inhabitants' and 'mean-list'")
      }
      do throws(NumericalError) {
        let lengths = try self.lengths(count: count, mean: municipality.meanList)
        let vacancies = try occupancy.vacancies(count: count)
        let first = lists.count
        let draws = (0..<count).map { pairing.bits(for: first + $0) }
        let order = draws.indices.sorted { (draws[$0], $0) < (draws[$1], $1) }
        for (rank, length) in lengths.enumerated() {
          lists.append(
            PatientList(
              id: "\(municipality.key)-\(padded(rank + 1, to: count))", municipality: index,
              length: length, cap: cap(of: length, vacancy: vacancies[order[rank]])))
        }
      } catch {
        throw Refusal(
          "no lists fit the published figures for '\(municipality.key)': \(error)",
          help:
            "check 'size-classes' and 'occupancy': the mean must lie between what the shares allow")
      }
    }
    return lists
  }

  private func lengths(count: Int, mean: Ratio) throws(NumericalError) -> [Int] {
    let limits = classes.map { Double($0.from) } + [Double((classes.last?.to ?? 0) + 1)]
    let classes = GroupedDistribution(limits: limits, counts: classes.map(\.lists))
    let shares = (0..<count).map { (Double($0) + 0.5) / Double(count) }
    let weights = try classes.quantiles(at: shares).map { Int(($0 * 1_000).rounded()) }
    return largestRemainder((mean * Ratio(count)).rounded, by: weights)
  }

  private func cap(of length: Int, vacancy: Double) -> Int {
    guard vacancy > 0 else { return length }
    // A list that is not among the full ones has at least one free place.
    return max(length + 1, Int((Double(length) / (1 - vacancy)).rounded()))
  }
}

/// A number with leading zeros, so that names sort as numbers do.
private func padded(_ number: Int, to largest: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: String(largest).count - digits.count) + digits
}
