import Practices
import Rules
import Scenarios
import Units

/// The persons of one group of arrivals: on which lists, waiting, and gone but still listed.
///
/// Persons are counted, not drawn: each month moves the expected number, in whole persons.
struct GroupMovements {
  let group: Arrival
  /// Persons with a right to a list who want one, by municipality.
  let target: [Int]
  /// Persons on each list, by how many times they have changed list this calendar year: list by
  /// list, ``levels`` numbers for each.
  private var present: [Int]
  /// No change, one change, … up to the most the law allows.
  private let levels: Int
  private let lists: Int
  /// Persons who wait for a free place, by municipality.
  private(set) var waiting: [Int]
  /// Persons who have left but are not yet taken off, by list and by the month they are taken off.
  private var departed: [Int: [Int]] = [:]
  private var arriving: [Flow]
  private var leaving: [Flow]
  private var changing: [Flow]
  /// The month of the run in which the right begins.
  private let firstMonth: Int
  private var hasEnded = false

  init(
    group: Arrival, right: ListRight, municipalities: Int, lists: Int, mostChanges: Int,
    firstMonth: Int
  ) {
    (self.group, self.firstMonth) = (group, firstMonth)
    target = largestRemainder(group.applicants(under: right), by: group.residence.weights)
    levels = mostChanges + 1
    self.lists = lists
    present = Array(repeating: 0, count: lists * levels)
    waiting = Array(repeating: 0, count: municipalities)
    arriving = Array(repeating: Flow(), count: municipalities)
    leaving = arriving
    changing = arriving
  }

  /// Adds the persons who live here and stand on a list, list by list.
  func addPresent(to counts: inout [Int]) {
    for list in 0..<lists { counts[list] += presentPersons(on: list) }
  }

  /// Adds everybody who is paid for on the lists of a municipality, list by list.
  func addListed(to counts: inout [Int], on members: [Int]) {
    for (place, list) in members.enumerated() { counts[place] += presentPersons(on: list) }
    for persons in departed.values {
      for (place, list) in members.enumerated() { counts[place] += persons[list] }
    }
  }

  private func presentPersons(on list: Int) -> Int {
    var sum = 0
    for cell in cells(of: list) { sum += present[cell] }
    return sum
  }

  /// Adds the persons who are gone but still paid for, list by list.
  func addDeparted(to counts: inout [Int]) {
    for persons in departed.values {
      for list in persons.indices { counts[list] += persons[list] }
    }
  }

  /// Persons who live in a municipality and stand on one of its lists.
  func present(on members: [Int]) -> Int {
    members.reduce(0) { $0 + presentPersons(on: $1) }
  }

  /// Persons gone from the lists of a municipality but still paid for.
  func departed(from members: [Int]) -> Int {
    departed.values.reduce(0) { sum, persons in members.reduce(sum) { $0 + persons[$1] } }
  }

  /// Forgets last year's changes of list.
  mutating func beginYear() {
    for list in 0..<lists {
      let all = presentPersons(on: list)
      for cell in cells(of: list) { present[cell] = 0 }
      present[list * levels] = all
    }
  }

  /// Takes off the lists those whose delay is over.
  ///
  /// - Returns: Persons taken off each list.
  mutating func deregister(month: Int) -> [Int] {
    departed.removeValue(forKey: month) ?? Array(repeating: 0, count: lists)
  }

  /// Lets the month's share of a municipality's persons leave and as many others arrive.
  ///
  /// - Parameters:
  ///   - municipality: The place of the municipality.
  ///   - members: Its lists.
  ///   - month: The place of the month in the run.
  ///   - delay: Months they are still paid for.
  mutating func turnOver(
    _ municipality: Int, lists members: [Int], month: Int, delay: Int
  ) {
    let onLists = present(on: members)
    guard onLists > 0 else { return }
    let monthly = Ratio(onLists) / (Ratio(12) * group.stayYears.central)
    let count = min(onLists, leaving[municipality].take(monthly))
    var gone = departed.removeValue(forKey: month + delay) ?? Array(repeating: 0, count: lists)
    for (cell, persons) in spread(count, over: members) {
      present[cell] -= persons
      gone[cell / levels] += persons
    }
    departed[month + delay] = gone
    waiting[municipality] += count
  }

  /// Ends the right: nobody waits or applies any more, and everybody on a list is gone once the
  /// delay is over. Should the right begin again, those persons do not come back.
  mutating func endRight(month: Int, delay: Int) {
    guard !hasEnded else { return }
    hasEnded = true
    waiting = waiting.map { _ in 0 }
    var gone = departed.removeValue(forKey: month + delay) ?? Array(repeating: 0, count: lists)
    for cell in present.indices { gone[cell / levels] += present[cell] }
    departed[month + delay] = gone
    present = present.map { _ in 0 }
  }

  /// Lets the first enrolment's share of the month ask for a place.
  mutating func apply(_ municipality: Int, month: Int) {
    guard !hasEnded, month - firstMonth < group.enrolmentMonths else { return }
    waiting[municipality] += arriving[municipality].take(
      Ratio(target[municipality], over: group.enrolmentMonths))
  }

  /// Places those who wait, as far as there is room.
  ///
  /// - Returns: Persons placed.
  mutating func place(
    _ municipality: Int, lists members: [Int], by rule: PlacementRule, lengths: [Int], free: [Int]
  ) -> Int {
    let placed = rule.placed(waiting[municipality], lengths: lengths, free: free)
    for (list, count) in zip(members, placed) { present[list * levels] += count }
    let sum = placed.reduce(0, +)
    waiting[municipality] -= sum
    return sum
  }

  /// Takes those who want another list, and may have one, off their lists.
  ///
  /// - Parameters:
  ///   - municipality: The place of the municipality.
  ///   - members: Its lists.
  ///   - rate: Changes a person asks for in a year.
  ///   - room: Places on other lists; who finds none stays.
  /// - Returns: Persons by how often they have changed before, and how many had to stay: they had
  ///   no change left, or no list had room.
  mutating func leaveForChange(
    _ municipality: Int, lists members: [Int], rate: Ratio, atMost room: Int
  ) -> (movers: [Int], refused: Int) {
    var movers = Array(repeating: 0, count: levels)
    let onLists = present(on: members)
    guard onLists > 0 else { return (movers, 0) }
    let wishes = min(onLists, changing[municipality].take(Ratio(onLists) * rate / Ratio(12)))
    var refused = 0
    var room = room
    for (cell, wishing) in spread(wishes, over: members) {
      let going = cell % levels == levels - 1 ? 0 : min(wishing, room)
      present[cell] -= going
      movers[cell % levels] += going
      room -= going
      refused += wishing - going
    }
    return (movers, refused)
  }

  /// Puts persons who changed onto their new lists.
  ///
  /// - Parameters:
  ///   - placed: Persons per list, in the order of `members`.
  ///   - members: The lists of the municipality.
  ///   - used: How often they had changed before, this calendar year.
  mutating func settle(_ placed: [Int], on members: [Int], having used: Int) {
    for (list, count) in zip(members, placed) { present[list * levels + used + 1] += count }
  }

  /// Picks persons evenly from everybody on the lists of a municipality.
  private func spread(
    _ count: Int, over members: [Int]
  ) -> [(cell: Int, persons: Int)] {
    guard count > 0 else { return [] }
    var taken: [Int] = []
    for list in members {
      for cell in cells(of: list) where present[cell] > 0 { taken.append(cell) }
    }
    let picked = largestRemainder(count, by: taken.map { present[$0] })
    return zip(taken, picked).filter { $1 > 0 }
  }

  /// The places of a list's persons in ``present``.
  private func cells(of list: Int) -> Range<Int> { list * levels..<(list + 1) * levels }
}
