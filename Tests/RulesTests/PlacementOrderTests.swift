import Rules
import TestSupport
import Testing

@Suite("Which list a person comes to")
struct PlacementOrderTests {
  @Test("by free places every list is within one person of its exact share")
  func freePlaces() {
    #expect(
      PlacementRule.freePlaces.placed(10, lengths: [5, 5, 5], free: [10, 30, 60]) == [1, 3, 6])
    forEverySeed { random in
      let world = random.placement()
      let places = world.free.reduce(0, +)
      guard world.persons < places else { return true }
      return zip(world.placed(by: .freePlaces), world.free).allSatisfy { placed, free in
        abs(placed * places - world.persons * free) < places
      }
    }
  }

  @Test("shortest first, nobody comes to a list longer by two than another with room")
  func shortestFirst() {
    #expect(
      PlacementRule.shortestFirst.placed(10, lengths: [9, 3, 20], free: [9, 9, 9]) == [2, 8, 0])
    forEverySeed { random in
      let world = random.placement()
      let placed = world.placed(by: .shortestFirst)
      let after = zip(world.lengths, placed).map(+)
      let taken = after.indices.filter { placed[$0] > 0 }
      let open = after.indices.filter { placed[$0] < world.free[$0] }
      return taken.allSatisfy { list in open.allSatisfy { after[list] <= after[$0] + 1 } }
    }
  }

  @Test("shortest first is the same as placing one person after another")
  func oneByOne() {
    forEverySeed { random in
      let world = random.placement()
      var placed = world.free.map { _ in 0 }
      for _ in 0..<min(world.persons, world.free.reduce(0, +)) {
        let open = placed.indices.filter { placed[$0] < world.free[$0] }
        let length = { (list: Int) in world.lengths[list] + placed[list] }
        guard let shortest = open.min(by: { (length($0), $0) < (length($1), $1) }) else {
          return false
        }
        placed[shortest] += 1
      }
      return world.placed(by: .shortestFirst) == placed
    }
  }

  @Test("where there is room for all, lists are chosen in proportion to their length")
  func patientsChoice() {
    #expect(
      PlacementRule.patientsChoice.placed(10, lengths: [100, 300, 600], free: [99, 99, 99])
        == [1, 3, 6])
    forEverySeed { random in
      let lengths = random.wholes(count: 1...9, in: 1...60)
      let (persons, whole) = (random.whole(in: 0...200), lengths.reduce(0, +))
      let placed = PlacementRule.patientsChoice.placed(
        persons, lengths: lengths, free: lengths.map { _ in 201 })
      return zip(placed, lengths).allSatisfy { abs($0 * whole - persons * $1) < whole }
    }
  }

  @Test("who meets a full list chooses again among the others")
  func secondChoice() {
    let placed = PlacementRule.patientsChoice.placed(
      10, lengths: [600, 300, 100], free: [2, 99, 99])
    // Six wish for the first list and four of them choose again, three to one.
    #expect(placed == [2, 6, 2])
  }
}
