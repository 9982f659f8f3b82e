import Diagnostics
import Practices
import RateBooks
import Rules
import Scenarios
import Units

/// Step: arrivals come on lists, change lists, leave, and are taken off.
struct MovementStep {
  private let scenario: Scenario
  private let lists: [PatientList]
  /// The lists of each municipality.
  private let members: [[Int]]
  /// `nil` until the group's right begins.
  private var groups: [GroupMovements?]
  /// Whether any group has its right in the month last moved to.
  private(set) var isRightInForce = false

  init(scenario: Scenario, lists: [PatientList]) {
    (self.scenario, self.lists) = (scenario, lists)
    let byMunicipality = Dictionary(grouping: lists.indices) { lists[$0].municipality }
    members = scenario.municipalities.indices.map { byMunicipality[$0] ?? [] }
    groups = scenario.arrivals.map { _ in nil }
  }

  /// Arrivals who live here, on each list.
  var present: [Int] {
    var counts = lists.map { _ in 0 }
    for group in groups { group?.addPresent(to: &counts) }
    return counts
  }

  /// Arrivals gone but still paid for, on each list.
  var departed: [Int] {
    var counts = lists.map { _ in 0 }
    for group in groups { group?.addDeparted(to: &counts) }
    return counts
  }

  /// Persons on each list at the start of the month, arrivals included.
  var lengths: [Int] {
    var counts = lists.map(\.length)
    for group in groups {
      group?.addPresent(to: &counts)
      group?.addDeparted(to: &counts)
    }
    return counts
  }

  /// Persons of a group who live in a municipality and stand on a list there.
  func present(of group: Int, in municipality: Int) -> Int {
    groups[group]?.present(on: members[municipality]) ?? 0
  }

  /// Moves persons up to the start of a month.
  ///
  /// - Parameter index: The place of the month in the run.
  /// - Returns: What happened, by municipality.
  mutating func move(to index: Int) -> [Movements] {
    let month = scenario.from.advanced(by: index)
    var happened = scenario.municipalities.map { _ in Movements() }
    isRightInForce = false
    let delay = self.delay
    for group in groups.indices {
      let right = right(of: group, in: month)
      if let right { begin(group, right, in: month) }
      guard groups[group] != nil else { continue }
      if month.number == 1, index > 0 { groups[group]?.beginYear() }
      if right == nil { groups[group]?.endRight(month: index, delay: delay) }
      isRightInForce = isRightInForce || right != nil
      move(group, index, &happened)
    }
    return happened
  }

  /// The right that a group gains in a month: it is in force, the group fulfils it, and had none before.
  private func right(of group: Int, in month: Month) -> ListRight? {
    let arrival = scenario.arrivals[group]
    guard arrival.standing == nil else { return nil }
    let series = scenario.law.listRights[arrival.right.value]?.series
    guard let right = series?.inForce(on: month.firstDay)?.value,
      right.isHeld(fulfilling: arrival.fulfils)
    else { return nil }
    return right
  }

  /// Opens a group's movements in the first month its right holds.
  private mutating func begin(_ group: Int, _ right: ListRight, in month: Month) {
    guard groups[group] == nil else { return }
    groups[group] = GroupMovements(
      group: scenario.arrivals[group], right: right, municipalities: members.count,
      lists: lists.count, mostChanges: scenario.mostChanges(on: month.firstDay),
      firstMonth: scenario.place(of: month))
  }

  /// Whole months a person is still paid for after leaving.
  private var delay: Int { scenario.enrolment.deregistrationDelay.central.rounded }

  private mutating func move(_ group: Int, _ index: Int, _ happened: inout [Movements]) {
    let (month, delay) = (scenario.from.advanced(by: index), self.delay)
    for municipality in members.indices {
      groups[group]?.turnOver(
        municipality, lists: members[municipality], month: index, delay: delay)
    }
    let gone = groups[group]?.deregister(month: index) ?? []
    for municipality in members.indices {
      let lists = members[municipality]
      var event = Movements()
      event.deregistered = lists.reduce(0) { $0 + (gone.isEmpty ? 0 : gone[$1]) }
      groups[group]?.apply(municipality, month: index)
      event.enrolled = place(group, municipality, in: month)
      (event.changed, event.refusedChanges) = change(group, municipality, in: month)
      event.waiting = groups[group]?.waiting[municipality] ?? 0
      event.present = present(of: group, in: municipality)
      event.departed = groups[group]?.departed(from: lists) ?? 0
      happened[municipality] += event
    }
  }

  private mutating func place(_ group: Int, _ municipality: Int, in month: Month) -> Int {
    guard let waiting = groups[group]?.waiting[municipality], waiting > 0 else { return 0 }
    let (lengths, free) = room(in: municipality, month)
    return groups[group]?.place(
      municipality, lists: members[municipality], by: scenario.placement, lengths: lengths,
      free: free) ?? 0
  }

  private mutating func change(
    _ group: Int, _ municipality: Int, in month: Month
  ) -> (changed: Int, refused: Int) {
    let lists = members[municipality]
    let rate = scenario.enrolment.changesPerYear.central
    // Another list must have room; the place one leaves does not count.
    let free = room(in: municipality, month).free
    guard rate > .zero, lists.count > 1,
      let (movers, refused) = groups[group]?.leaveForChange(
        municipality, lists: lists, rate: rate, atMost: free.reduce(0, +))
    else { return (0, 0) }
    var left = free
    for (used, count) in movers.enumerated() where count > 0 {
      let lengths = room(in: municipality, month).lengths
      // Whoever changes list chooses, however the first place was found.
      let placed = PlacementRule.patientsChoice.placed(count, lengths: lengths, free: left)
      left = zip(left, placed).map { $0 - $1 }
      groups[group]?.settle(placed, on: lists, having: used)
    }
    return (movers.reduce(0, +), refused)
  }

  /// Persons on the lists of a municipality, and places nobody stands on. A list that has not
  /// opened has none.
  private func room(in municipality: Int, _ month: Month) -> (lengths: [Int], free: [Int]) {
    let own = members[municipality]
    var lengths = own.map { lists[$0].length }
    for group in groups { group?.addListed(to: &lengths, on: own) }
    let free = zip(own, lengths).map { list, length in
      lists[list].isOpen(in: month) ? max(0, lists[list].cap - length) : 0
    }
    return (lengths, free)
  }
}

extension Scenario {
  /// The most changes of list a person may make in a year.
  ///
  /// Nobody asks for fifty, so a law without a limit is one with that.
  fileprivate func mostChanges(on day: CalendarDate) -> Int {
    law.listLimits.rules.compactMap { $0.series.inForce(on: day)?.value }.min().map { min($0, 50) }
      ?? 50
  }

  /// The place of a month in the run.
  fileprivate func place(of month: Month) -> Int {
    (month.year - from.year) * 12 + month.number - from.number
  }
}
