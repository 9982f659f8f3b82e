import Practices
import Scenarios
public import Simulation

/// Which lists of a reform's year are lists of the baseline's.
///
/// A list is the same when it has the same identifier in the same municipality. Its form may be another,
/// since who holds a list is what proposals change: companies, salaried posts, vacancies. Where it lies
/// is not.
///
/// Where both years name all the same lists, each is beside itself. Where some differ, it depends on who
/// named them. Lists of the users' own tables keep their names, so those in both tables are compared and
/// the others are not. A made list's name is only its number among lists drawn by lot; with another
/// number of them all are made anew, and none is any of the others.
public struct ListMatch: Sendable {
  /// The places of each list that is in both years, in the order of the baseline.
  public let pairs: [(baseline: Int, reform: Int)]
  /// How many lists each year has.
  public let before: Int
  public let after: Int

  /// Whether each list of either year is in the other.
  public var isComplete: Bool { pairs.count == before && pairs.count == after }
  /// Whether no list can be compared with one of the other year.
  public var isEmpty: Bool { pairs.isEmpty && before + after > 0 }

  public init(of reform: NationalRun, against baseline: NationalRun) {
    let (old, new) = (baseline.year.nation, reform.year.nation)
    (before, after) = (old.lists.count, new.lists.count)
    func isSame(_ a: Int, _ b: Int) -> Bool {
      let (one, other) = (old.lists[a], new.lists[b])
      return one.id == other.id
        && old.municipalities[one.municipality].key == new.municipalities[other.municipality].key
    }
    if before == after, old.lists.indices.allSatisfy({ isSame($0, $0) }) {
      pairs = old.lists.indices.map { ($0, $0) }
      return
    }
    let places = Dictionary(new.lists.indices.map { (new.lists[$0].id, $0) }) { first, _ in first }
    let common = old.lists.indices.compactMap { place -> (baseline: Int, reform: Int)? in
      places[old.lists[place].id].flatMap { isSame(place, $0) ? (place, $0) : nil }
    }
    let isAll = common.count == before && common.count == after
    let isNamedByUsers = baseline.scenario.lists.isFromTable && reform.scenario.lists.isFromTable
    pairs = isAll || isNamedByUsers ? common : []
  }

  /// The place in the baseline of a list of the reform; `nil` for one that is not in it.
  public func place(inBaselineOf list: Int) -> Int? {
    pairs.first { $0.reform == list }?.baseline
  }
}

extension ListSetting {
  fileprivate var isFromTable: Bool {
    if case .file = self { true } else { false }
  }
}
