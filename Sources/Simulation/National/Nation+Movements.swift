public import Practices
import RateBooks
public import Rules
import Scenarios
import Units

/// Lists after persons beyond a cap have looked for another one.
public struct ListMovements: Sendable {
  public let nation: Nation
  /// Persons who found another list in their municipality.
  public let moved: Int
  /// Persons beyond a cap who found none; they stay where nobody is paid for them.
  public let unplaced: Int

  /// Lets persons beyond the cap move to lists of the same municipality with room, in proportion to
  /// the room.
  ///
  /// Room is what a practitioner takes, by the list's own cap and by the law's, and what an enterprise
  /// may still be paid for. Lists without a practitioner take nobody. Who moves is drawn anew on the
  /// new list.
  ///
  /// - Parameters:
  ///   - nation: The lists before.
  ///   - cap: The most persons who are paid for.
  public init(of nation: Nation, under cap: ListCap) {
    var lists = nation.lists
    let paid = cap.paidLengths(of: lists)
    var (moved, unplaced) = (0, 0)
    let towns = Dictionary(grouping: lists.indices) { lists[$0].municipality }
    for (_, members) in towns.sorted(by: { $0.key < $1.key }) {
      let over = members.map { lists[$0].length - paid[$0] }
      let room = Self.room(on: members, of: lists, under: cap)
      let (leaving, places) = (over.reduce(0, +), room.reduce(0, +))
      let moving = min(leaving, places)
      unplaced += leaving - moving
      guard moving > 0 else { continue }
      moved += moving
      for (place, count) in zip(members, largestRemainder(moving, by: over)) {
        lists[place].length -= count
      }
      for (place, count) in zip(members, largestRemainder(moving, by: room)) {
        lists[place].length += count
      }
    }
    var settled = nation
    settled.lists = lists
    (self.nation, self.moved, self.unplaced) = (settled, moved, unplaced)
  }

  /// What each of some lists may take, in their order; no enterprise takes more than it is paid for.
  private static func room(
    on members: [Int], of lists: [PatientList], under cap: ListCap
  ) -> [Int] {
    var left: [Int: Int] = [:]
    if let most = cap.perEnterprise {
      for list in lists {
        guard let enterprise = list.enterprise else { continue }
        left[enterprise, default: most] -= list.length
      }
    }
    return members.map { place in
      let list = lists[place]
      guard list.form != .vacant else { return 0 }
      var room = min(list.cap, cap.perPractitioner ?? .max) - list.length
      if let enterprise = list.enterprise, let most = left[enterprise] {
        room = min(room, most)
        left[enterprise] = most - max(0, room)
      } else if let most = cap.perEnterprise {
        room = min(room, most - list.length)
      }
      return max(0, room)
    }
  }
}

extension ListCap {
  /// Persons paid for on each list on a day, at the end of the year unless said. A list without an
  /// enterprise is one of its own.
  func paidLengths(of lists: [PatientList], on day: CalendarDate? = nil) -> [Int] {
    var lengths = lists.map(\.length)
    let groups = Dictionary(grouping: lists.indices) { list in
      (day.map { lists[list].enterprise(on: $0) } ?? lists[list].enterprise) ?? -1 - list
    }
    for members in groups.values {
      for (list, paid) in zip(members, paid(members.map { lengths[$0] })) {
        lengths[list] = paid
      }
    }
    return lengths
  }
}

extension NationalRun {
  /// What the law's cap on persons does to the lists; `nil` where nobody is beyond one.
  ///
  /// A cap that begins within the year moves persons as though it had held all along: a year after
  /// movements is one in which everybody has found a place.
  public func listMovements() -> ListMovements? {
    let december = Month(year: scenario.year, number: 12)
    let day = december.firstDay.advanced(byDays: december.days - 1)
    guard let cap = scenario.law.listCaps.inForce(on: day) else { return nil }
    let movements = ListMovements(of: year.nation, under: cap)
    return movements.moved + movements.unplaced > 0 ? movements : nil
  }
}
