import Arrivals
import Practices
import Scenarios
import Simulation
import TestSupport
import Testing
import Units

@Suite("Coming on lists")
struct PlacementTests {
  @Test("nobody stands beyond the cap of a list, unless the list began there")
  func caps() throws {
    try forEverySeed(in: 0..<150) { random in
      let run = try SmallWorld.random(&random).run(.reform)
      return run.lengths.allSatisfy { lengths in
        zip(lengths, run.lists).allSatisfy { $0 <= max($1.cap, $1.length) }
      }
    }
  }

  @Test("nobody who stood on a list at the start is pushed off it")
  func nobodyIsPushedOff() throws {
    try forEverySeed(in: 0..<150) { random in
      let run = try SmallWorld.random(&random).run(.reform)
      return run.lengths.indices.allSatisfy { month in
        run.lists.indices.allSatisfy { list in
          run.lengths[month][list]
            == run.lists[list].length + run.arrivals[month][list] + run.departed[month][list]
        }
      }
    }
  }

  @Test("whoever has come on a list is there, has left and is paid for, or has been taken off")
  func personsAreConserved() throws {
    try forEverySeed(in: 0..<150) { random in
      let run = try SmallWorld.random(&random).run(.reform)
      return run.scenario.municipalities.indices.allSatisfy { municipality in
        var (enrolled, deregistered) = (0, 0)
        return run.movements.allSatisfy { month in
          let moved = month[municipality]
          enrolled += moved.enrolled
          deregistered += moved.deregistered
          return enrolled == moved.present + moved.departed + deregistered
        }
      }
    }
  }

  @Test("the counts by municipality are those of its lists")
  func countsAgree() throws {
    try forEverySeed(in: 0..<150) { random in
      let run = try SmallWorld.random(&random).run(.reform)
      return run.movements.indices.allSatisfy { month in
        run.scenario.municipalities.indices.allSatisfy { municipality in
          let members = run.lists.indices.filter { run.lists[$0].municipality == municipality }
          let moved = run.movements[month][municipality]
          return moved.present == members.reduce(0) { $0 + run.arrivals[month][$1] }
            && moved.departed == members.reduce(0) { $0 + run.departed[month][$1] }
        }
      }
    }
  }

  @Test("in a baseline nobody comes and no list changes")
  func baseline() throws {
    try forEverySeed(in: 0..<50) { random in
      let run = try SmallWorld.random(&random).run(.baseline)
      return run.movements.allSatisfy(\.isEmpty)
        && run.lengths.allSatisfy { $0 == run.lists.map(\.length) }
    }
  }

  @Test("whoever finds every list full waits")
  func waiting() throws {
    let world = try SmallWorld([.of(90, cap: 102), .of(50, cap: 50)], quiet: 20)
    let run = try world.run(.reform)
    #expect(run.inOslo.map(\.waiting) == Array(repeating: 8, count: 12))
    #expect(run.inOslo.map(\.enrolled) == [12] + Array(repeating: 0, count: 11))
    #expect(run.lengths.allSatisfy { $0 == [102, 50] })
  }

  @Test("whoever waits is placed when somebody has been taken off")
  func roomAppears() throws {
    let world = try SmallWorld(
      [.of(90, cap: 102)], quiet: 20,
      [
        "arrivals.diplomats.stay-years": "1",
        "enrolment.channels.embassy-list.deregistration-delay": "3",
      ])
    let months = try world.run(.reform).inOslo
    #expect(months.map(\.enrolled).prefix(7) == [12, 0, 0, 0, 1, 1, 1])
    #expect(months.map(\.deregistered).prefix(7) == [0, 0, 0, 0, 1, 1, 1])
    #expect(months.map(\.waiting).prefix(7) == [8, 9, 10, 11, 11, 10, 10])
  }

  @Test("the first enrolment is spread over the months the scenario says")
  func spread() throws {
    let world = try SmallWorld(
      [.of(90, cap: 200)], quiet: 20, ["arrivals.diplomats.enrolment-months": "3"])
    #expect(try world.run(.reform).inOslo.map(\.enrolled).prefix(5) == [7, 6, 7, 0, 0])
  }

  @Test("persons come on lists of the municipality they live in")
  func residence() throws {
    let lists: [PatientList] = [.of(90, cap: 200), .of(90, cap: 200, in: 1), .of(90, in: 2)]
    let world = try SmallWorld(
      lists, quiet: 20,
      [
        "arrivals.diplomats.residence.shares": "{ oslo: 0.5, baerum: 0.25, tromso: 0.25 }",
        "months": "1",
      ])
    let run = try world.run(.reform)
    #expect(run.arrivals == [[10, 5, 0]])
    #expect(run.movements[0].map(\.waiting) == [0, 0, 5])
  }

  @Test(
    "each placement rule fills the lists it says",
    arguments: [
      ("free-places", [4, 16, 0]), ("shortest-first", [20, 0, 0]), ("patients-choice", [2, 18, 0]),
    ])
  func rules(name: String, placed: [Int]) throws {
    let world = try SmallWorld(
      [.of(100, cap: 150), .of(900, cap: 1_100), .of(500)], quiet: 20,
      ["placement": name, "months": "1"])
    #expect(try world.run(.reform).arrivals == [placed])
  }
}
