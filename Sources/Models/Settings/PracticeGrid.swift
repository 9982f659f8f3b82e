import Diagnostics
import Documents
import Rules
import Scenarios
import Units

/// The practices that are paid: every list length with every visit rate, and some by name.
struct PracticeGrid: Sendable {
  var lengths: [Int]
  var visits: [Ratio]
  var named: [Named<NamedPractice>]

  /// A practice with numbers of its own.
  struct NamedPractice: Sendable {
    var persons: Estimate
    /// Over all groups; what the groups say together where the practice says nothing.
    var visits: Estimate?
    /// Of its own list; the scenario's groups where it says nothing.
    var groups: Located<[Named<GroupSetting>]>?
    var counts: [Named<Estimate>]
    var position: SourcePosition
  }

  /// More rows than this are no table any more.
  private static let mostPractices = 1_000

  private enum Keys {
    static let lengths = Key(
      "list-lengths", Grammar<[Int]>.list(of: .whole(in: 1...10_000_000)).rising(),
      "persons on a list, each with every visit rate")
    static let visits = Key(
      "visits-per-person-year", Grammar<[Ratio]>.list(of: .number(in: 0...1_000)).rising(),
      "visits per person and year, each with every list length")
    static let named = Key(
      "named", Grammar<[Named<NamedPractice>]>.names(of: NamedPractice.grammar),
      "practices with groups and counts of their own")
  }

  static let grammar = Grammar<PracticeGrid>.record(
    "practices", keys: [Keys.lengths.optional, Keys.visits.optional, Keys.named.optional]
  ) { record, log in
    let grid = PracticeGrid(
      lengths: record[maybe: Keys.lengths] ?? [], visits: record[maybe: Keys.visits] ?? [],
      named: record[maybe: Keys.named] ?? [])
    guard grid.lengths.isEmpty == grid.visits.isEmpty else {
      let missing = grid.lengths.isEmpty ? "list-lengths" : "visits-per-person-year"
      log.add(
        "'\(missing)' is missing from the grid of practices", at: record.position,
        help: "write both 'list-lengths' and 'visits-per-person-year', or neither")
      return nil
    }
    let count = grid.lengths.count * grid.visits.count + grid.named.count
    guard count > 0 else {
      log.add(
        "there are no practices", at: record.position,
        help: "write 'list-lengths' and 'visits-per-person-year', or practices under 'named'")
      return nil
    }
    guard count <= mostPractices else {
      log.add(
        "there are \(count) practices; a comparison takes at most \(mostPractices)",
        at: record.position, help: "write fewer list lengths or visit rates")
      return nil
    }
    return grid
  }
}

extension PracticeGrid.NamedPractice {
  private enum Keys {
    static let persons = Key(
      "persons", Estimate.grammar(of: Grammar<Int>.whole(in: 1...10_000_000).map { Ratio($0) }),
      "persons on the list")
    static let visits = Key(
      ModelNames.visits, Estimate.grammar(of: .number(in: 0...1_000)),
      "visits per person and year, over all groups; what the groups come to unless said")
    static let groups = Key(
      "groups", Grammar<[Named<GroupSetting>]>.names(of: GroupSetting.ofPractice).located,
      "the share of each group on this list; as elsewhere unless said")
    static let counts = Key(
      "counts", Grammar<[Named<Estimate>]>.names(of: CountSetting.number),
      "numbers of this practice instead of those under 'counts'")
  }

  static let grammar = Grammar<Self>.record(
    "a practice",
    keys: [
      Keys.persons.required, Keys.visits.optional, Keys.groups.optional, Keys.counts.optional,
    ]
  ) { record, _ in
    .init(
      persons: record[Keys.persons], visits: record[maybe: Keys.visits],
      groups: record[maybe: Keys.groups], counts: record[maybe: Keys.counts] ?? [],
      position: record.position)
  }

  /// The practice's year; what does not fit the scenario's names goes into the log.
  fileprivate func year(in names: ModelNames, _ log: inout FaultLog) -> PracticeYear? {
    guard let groups = ownGroups(in: names, &log) else { return nil }
    guard visits != nil || names.statesVisits else {
      log.add(
        "nothing says how often persons come to the practice", at: position,
        help: "add '\(ModelNames.visits)', here or in every group")
      return nil
    }
    let ofGroups = groups.reduce(Ratio.zero) { $0 + $1.share * $1.use }
    var counts = names.counts.map(\.value)
    for count in self.counts {
      guard let place = names.counts.firstIndex(where: { $0.name.value == count.name.value })
      else {
        log.addUnknownName(count.name, among: names.counts.map(\.name.value), in: "counts")
        return nil
      }
      counts[place].numbers = [count.value.central]
    }
    return PracticeYear(
      persons: persons.central, visitsPerPerson: visits?.central ?? ofGroups, groups: groups,
      counts: counts)
  }

  private func ownGroups(in names: ModelNames, _ log: inout FaultLog) -> [PracticeYear.Group]? {
    guard let own = self.groups else { return names.year }
    for name in own.value.map(\.name) where !names.groups.contains(name.value) {
      log.addUnknownName(name, among: names.groups, in: "groups")
      return nil
    }
    guard let shares = Portion.shares(own.value.map(\.value.share), at: own.position, &log)
    else { return nil }
    var groups = names.year
    for (place, group) in names.groups.enumerated() {
      // A group that is not named has nobody on this list.
      let written = own.value.firstIndex { $0.name.value == group }
      groups[place].share = written.map { shares[$0] } ?? .zero
      guard let visits = written.flatMap({ own.value[$0].value.visits }) else { continue }
      groups[place].use = visits.central
    }
    return groups
  }
}

extension PracticeGrid {
  /// Every practice: the grid list by list, then those with names.
  func practices(in names: ModelNames, _ log: inout FaultLog) -> [ModelScenario.Practice]? {
    let counts = names.counts.map(\.value)
    var practices = lengths.flatMap { length in
      visits.map { visits in
        ModelScenario.Practice(
          name: nil,
          year: PracticeYear(
            persons: Ratio(length), visitsPerPerson: visits, groups: names.year, counts: counts))
      }
    }
    for practice in named {
      guard let year = practice.value.year(in: names, &log) else { return nil }
      practices.append(.init(name: practice.name.value, year: year))
    }
    return practices
  }
}

extension Grammar {
  /// Numbers that rise, so that none is written twice.
  fileprivate func rising<Item: Comparable>() -> Grammar where Value == [Item] {
    checked { numbers, position in
      guard zip(numbers, numbers.dropFirst()).contains(where: { $0 >= $1 }) else { return nil }
      return Diagnostic(
        "the numbers do not rise", at: position, help: "write each once, the smallest first")
    }
  }
}
