public import Units

/// A practice's year as payment models see it: who is on its list, how often they come, and what
/// else is counted there.
public struct PracticeYear: Hashable, Sendable {
  /// Persons on the list all year.
  public var persons: Ratio
  /// Visits per person and year, over all groups.
  public var visitsPerPerson: Ratio
  /// At least one; the shares sum to 1.
  public var groups: [Group]
  /// What else a component may be paid for, such as points, practitioners or telephone visits.
  public var counts: [Count]

  /// Persons who are alike to the models, such as an age group or a tier of risk.
  public struct Group: Hashable, Sendable {
    /// The share of the list.
    public var share: Ratio
    /// Visits relative to other groups; only the proportions matter.
    public var use: Ratio

    public init(share: Ratio, use: Ratio) {
      (self.share, self.use) = (share, use)
    }
  }

  /// A number the author counts by.
  public struct Count: Hashable, Sendable {
    public var per: Base
    /// How many per unit of the base: one number per group, or one for all.
    public var numbers: [Ratio]

    public init(per: Base, numbers: [Ratio]) {
      (self.per, self.numbers) = (per, numbers)
    }
  }

  /// What a count is stated per.
  public enum Base: String, CaseIterable, Sendable {
    case person, visit, practice
  }

  public init(persons: Ratio, visitsPerPerson: Ratio, groups: [Group], counts: [Count] = []) {
    (self.persons, self.visitsPerPerson) = (persons, visitsPerPerson)
    (self.groups, self.counts) = (groups, counts)
  }
}

/// What a component is paid for.
public enum CountedUnit: Hashable, Sendable {
  case person
  case visit
  case practice
  /// A count of the practice's year, by its place.
  case count(Int)
}

extension PracticeYear {
  /// How many of a unit there are in a year.
  ///
  /// ```
  /// persons of group g = persons × share g
  /// visits of group g = persons × visits per person × share g × use g / Σ (share × use)
  /// ```
  ///
  /// What is counted per practice is the same for every group. Where no group uses anything, visits
  /// are divided as persons are.
  ///
  /// - Parameters:
  ///   - unit: What is counted.
  ///   - group: The place of a group; `nil` for all of them.
  /// - Returns: A number that need not be whole.
  func number(of unit: CountedUnit, in group: Int?) -> Ratio {
    switch unit {
    case .person: base(.person, in: group)
    case .visit: base(.visit, in: group)
    case .practice: .one
    case .count(let place): number(of: counts[place], in: group)
    }
  }

  private func number(of count: Count, in group: Int?) -> Ratio {
    if count.numbers.count == 1 { return base(count.per, in: group) * count.numbers[0] }
    if let group { return base(count.per, in: group) * count.numbers[group] }
    return groups.indices.reduce(.zero) { $0 + number(of: count, in: $1) }
  }

  private func base(_ base: Base, in group: Int?) -> Ratio {
    switch base {
    case .practice: return .one
    case .person: return group.map { persons * groups[$0].share } ?? persons
    case .visit:
      let visits = persons * visitsPerPerson
      guard let group else { return visits }
      let all = groups.reduce(Ratio.zero) { $0 + $1.share * $1.use }
      let own = groups[group].share
      return all > .zero ? visits * (own * groups[group].use / all) : visits * own
    }
  }
}
