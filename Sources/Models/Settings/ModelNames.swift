import Diagnostics
import Documents
import Rules
import Scenarios
import Units

/// The names that components of payment models may use, and what stands behind them.
struct ModelNames {
  let payers: [String]
  /// One unnamed group where the author names none.
  let groups: [String]
  let year: [PracticeYear.Group]
  /// Whether the groups say how often their persons come.
  let statesVisits: Bool
  let counts: [Named<PracticeYear.Count>]

  /// - Returns: `nil` when a name cannot be used or shares do not add up; why is in the log.
  init?(
    payers: [Located<String>], groups: Located<[Named<GroupSetting>]>?,
    counts: [Named<CountSetting>], _ log: inout FaultLog
  ) {
    for (place, payer) in payers.enumerated() {
      let isTaken = payers[..<place].contains { $0.value == payer.value }
      guard payer.value.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }),
        !isTaken
      else {
        log.add(
          isTaken ? "'\(payer.text)' is named twice" : "'\(payer.text)' is not a name",
          at: payer.position,
          help: isTaken ? "name each payer once" : "use letters, digits and hyphens")
        return nil
      }
    }
    self.payers = payers.map(\.value)
    let named = groups?.value ?? []
    self.groups = named.map(\.name.value)
    statesVisits = named.contains { $0.value.visits != nil }
    if let groups {
      if statesVisits, let silent = named.first(where: { $0.value.visits == nil }) {
        log.add(
          "'\(silent.name.text)' does not say how often its persons come, and others do",
          at: silent.name.position, help: "write '\(Self.visits)' for every group, or for none")
        return nil
      }
      guard let shares = Portion.shares(named.map(\.value.share), at: groups.position, &log)
      else { return nil }
      year = zip(named, shares).map { group, share in
        PracticeYear.Group(share: share, use: group.value.visits?.central ?? .one)
      }
    } else {
      year = [PracticeYear.Group(share: .one, use: .one)]
    }
    var read: [Named<PracticeYear.Count>] = []
    for count in counts {
      guard !Self.reserved.contains(count.name.value) else {
        log.add(
          "'\(count.name.text)' cannot be a count's name", at: count.name.position,
          help: "the word means something already; choose another, for example 'points'")
        return nil
      }
      guard let numbers = count.value.numbers(ofGroups: self.groups, &log) else { return nil }
      let value = PracticeYear.Count(per: count.value.per, numbers: numbers)
      read.append(Named(name: count.name, value: value))
    }
    self.counts = read
  }

  static let listLength = "list-length"
  static let visits = "visits-per-person-year"
  private static let reserved = PracticeYear.Base.allCases.map(\.rawValue) + [listLength, visits]

  /// What a word after `per` counts; what is not known goes into the log.
  func unit(_ word: Located<String>, _ log: inout FaultLog) -> CountedUnit? {
    switch PracticeYear.Base(rawValue: word.value) {
    case .person: return .person
    case .visit: return .visit
    case .practice: return .practice
    case nil: break
    }
    if let place = counts.firstIndex(where: { $0.name.value == word.value }) {
      return .count(place)
    }
    let names = PracticeYear.Base.allCases.map(\.rawValue) + counts.map(\.name.value)
    log.addUnknownName(word, among: names, in: "units and counts")
    return nil
  }

  /// Whether groups divide what is counted: a practice's points are not some person's.
  func isDivided(_ unit: CountedUnit) -> Bool {
    switch unit {
    case .person, .visit: true
    case .practice: false
    case .count(let place): counts[place].value.per != .practice
    }
  }

  /// One number per group, in the groups' order.
  ///
  /// - Parameters:
  ///   - values: The numbers by name.
  ///   - groups: All groups there are.
  ///   - chosen: The groups that need one; `nil` at the places of others.
  ///   - position: Where a missing one is told.
  ///   - what: The key, for messages.
  ///   - log: Told what is unknown or left out.
  /// - Returns: `nil` when the log was told something.
  static func byGroup(
    _ values: [Named<Estimate>], groups: [String], chosen: Set<String>,
    at position: SourcePosition, in what: String, _ log: inout FaultLog
  ) -> [Ratio?]? {
    for value in values where !chosen.contains(value.name.value) {
      log.addUnknownName(value.name, among: groups.filter(chosen.contains), in: "groups")
      return nil
    }
    let names = values.map(\.name.value)
    if let missing = groups.first(where: { chosen.contains($0) && !names.contains($0) }) {
      log.add(
        "'\(what)' says nothing of the group '\(missing)'", at: position,
        help: "add '\(missing)'")
      return nil
    }
    return groups.map { group in
      values.first { $0.name.value == group }?.value.central
    }
  }
}
