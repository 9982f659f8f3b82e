import Rules
import TestSupport
import Testing

@Suite("Placing persons on lists")
struct PlacementRuleTests {
  @Test("no list receives more than it has room for", arguments: PlacementRule.allCases)
  func roomIsKept(rule: PlacementRule) {
    forEverySeed { random in
      let world = random.placement()
      let placed = world.placed(by: rule)
      return placed.count == world.free.count
        && zip(placed, world.free).allSatisfy { $0 >= 0 && $0 <= $1 }
    }
  }

  @Test("everybody is placed while there are free places", arguments: PlacementRule.allCases)
  func nobodyIsLost(rule: PlacementRule) {
    forEverySeed { random in
      let world = random.placement()
      return world.placed(by: rule).reduce(0, +) == min(world.persons, world.free.reduce(0, +))
    }
  }

  @Test("the same lists and persons give the same placement", arguments: PlacementRule.allCases)
  func isDeterministic(rule: PlacementRule) {
    forEverySeed { random in
      let world = random.placement()
      return world.placed(by: rule) == world.placed(by: rule)
    }
  }

  @Test("nobody to place leaves every list as it was", arguments: PlacementRule.allCases)
  func zeroPersons(rule: PlacementRule) {
    forEverySeed { random in
      var world = random.placement()
      world.persons = 0
      return world.placed(by: rule).allSatisfy { $0 == 0 }
    }
  }

  @Test("one more person takes no more than one more place", arguments: PlacementRule.allCases)
  func oneMorePerson(rule: PlacementRule) {
    forEverySeed { random in
      var world = random.placement()
      let before = world.placed(by: rule).reduce(0, +)
      world.persons += 1
      return (0...1).contains(world.placed(by: rule).reduce(0, +) - before)
    }
  }

  @Test("empty lists take persons like any others", arguments: PlacementRule.allCases)
  func emptyLists(rule: PlacementRule) {
    #expect(rule.placed(4, lengths: [0, 0], free: [5, 5]) == [2, 2])
    #expect(rule.placed(8, lengths: [0, 0], free: [1, 9]).reduce(0, +) == 8)
  }

  @Test(
    "one list takes all it has room for, and no list takes none", arguments: PlacementRule.allCases)
  func fewLists(rule: PlacementRule) {
    #expect(rule.placed(3, lengths: [900], free: [7]) == [3])
    #expect(rule.placed(8, lengths: [900], free: [7]) == [7])
    #expect(rule.placed(8, lengths: [900], free: [0]) == [0])
    #expect(rule.placed(8, lengths: [], free: []) == [])
  }

  @Test("numbers beyond any country are placed as well", arguments: PlacementRule.allCases)
  func hugeNumbers(rule: PlacementRule) {
    let huge = 1_000_000_000_000_000_000
    let placed = rule.placed(huge, lengths: [huge, 1, 0], free: [huge, huge, huge])
    #expect(placed.reduce(0, +) == huge)
    #expect(placed.allSatisfy { (0...huge).contains($0) })
  }
}
