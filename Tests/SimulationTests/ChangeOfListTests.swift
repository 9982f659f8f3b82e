import Arrivals
import Practices
import Scenarios
import Simulation
import TestSupport
import Testing
import Units

@Suite("Changing list")
struct ChangeOfListTests {
  @Test("a person changes list twice in a calendar year; further wishes are refused and counted")
  func twiceAYear() throws {
    let world = try SmallWorld(
      [.of(900, cap: 2_000), .of(900, cap: 2_000)], quiet: 10,
      ["enrolment.changes-per-year": "12"])
    let months = try world.run(.reform).inOslo
    // From May: two changes each, six months of refusals, and two more from January.
    #expect(months.map(\.changed) == [10, 10, 0, 0, 0, 0, 0, 0, 10, 10, 0, 0])
    #expect(months.map(\.refusedChanges) == [0, 0, 10, 10, 10, 10, 10, 10, 0, 0, 10, 10])
  }

  @Test("a scenario may set another limit in its law")
  func otherLimit() throws {
    let world = try SmallWorld(
      [.of(900, cap: 2_000), .of(900, cap: 2_000)], quiet: 10,
      [
        "enrolment.changes-per-year": "12", "months": "6",
        "law.list-limits": """
        changes-per-year:
          title: Changes of GP a person may make
          unit: changes/person/year
          periods: [{ from: 2021-01-01, value: 3, reference: { title: A test, document: none } }]
        """,
      ])
    #expect(try world.run(.reform).inOslo.map(\.changed) == [10, 10, 10, 0, 0, 0])
  }

  @Test("whoever never asks never changes")
  func never() throws {
    let world = try SmallWorld([.of(900, cap: 2_000), .of(900, cap: 2_000)], quiet: 10)
    let run = try world.run(.reform)
    #expect(run.inOslo.allSatisfy { $0.changed == 0 && $0.refusedChanges == 0 })
    #expect(Set(run.arrivals).count == 1)
  }

  @Test("a person who changes list chooses, so longer lists gain")
  func towardsLongLists() throws {
    let world = try SmallWorld(
      [.of(100, cap: 500), .of(1_900, cap: 2_500)], quiet: 20,
      ["placement": "shortest-first", "enrolment.changes-per-year": "6"])
    let arrivals = try world.run(.reform).arrivals
    #expect(arrivals[0] == [11, 9])
    #expect(arrivals[1][0] < arrivals[0][0])
    #expect(arrivals.allSatisfy { $0.reduce(0, +) == 20 })
  }

  @Test("changes refused and made are never more than what was asked for")
  func neverMoreThanAsked() throws {
    try forEverySeed(in: 0..<100) { random in
      let run = try SmallWorld.random(&random).run(.reform)
      let rate = run.scenario.enrolment.changesPerYear.central
      return run.movements.indices.dropFirst().allSatisfy { month in
        run.movements[month].allSatisfy { moved in
          // Two groups, each in whole persons.
          let wishes = Ratio(moved.present) * rate / Ratio(12) + Ratio(2)
          return Ratio(moved.changed + moved.refusedChanges) <= wishes
        }
      }
    }
  }
}
