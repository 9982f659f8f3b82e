import Arrivals
import Diagnostics
import Ledger
import Rules
import Scenarios
import Simulation
import Testing
import Units

@Suite("Who comes on a list, and from when")
struct RightTests {
  @Test("nobody has the right before the day it takes effect")
  func effectiveDay() throws {
    let world = try SmallWorld(
      [.of(900, cap: 1_000)], quiet: 10,
      ["law.list-rights.posted-diplomats.periods": Self.from("2021-08-02")])
    let (baseline, reform) = (try world.run(.baseline), try world.run(.reform))
    #expect(reform.inOslo.map(\.present) == [0, 0, 0, 0] + Array(repeating: 10, count: 8))
    let (before, after) = (baseline.monthly(.baseGrant), reform.monthly(.baseGrant))
    #expect(before.prefix(4) == after.prefix(4))
    #expect(zip(before, after).dropFirst(4).allSatisfy { $0 < $1 })
  }

  @Test("a right that ends takes everybody off the lists once the delay is over")
  func end() throws {
    let world = try SmallWorld(
      [.of(900, cap: 1_000)], quiet: 10,
      [
        "enrolment.channels.embassy-list.deregistration-delay": "2",
        "law.list-rights.posted-diplomats.periods": """
        - from: 2021-05-01
          value: { requires: [accredited] }
          reference: { title: A test, document: none }
        - from: 2021-09-01
          value: null
          reference: { title: A test, document: none }
        """,
      ])
    let run = try world.run(.reform)
    #expect(run.inOslo.map(\.present) == [10, 10, 10, 10] + Array(repeating: 0, count: 8))
    #expect(run.inOslo.map(\.departed) == [0, 0, 0, 0, 10, 10, 0, 0, 0, 0, 0, 0])
    #expect(run.lengths.map { $0[0] }.suffix(6) == Array(repeating: 900, count: 6))
    #expect(run.monthsWithRight == [0, 1, 2, 3])
  }

  @Test("the day itself is in the right")
  func firstDay() throws {
    let world = try SmallWorld(
      [.of(900, cap: 1_000)], quiet: 10,
      ["law.list-rights.posted-diplomats.periods": Self.from("2021-08-01")])
    #expect(try world.run(.reform).inOslo.map(\.enrolled).prefix(5) == [0, 0, 0, 10, 0])
  }

  @Test("a right that begins after the run moves nothing at all")
  func afterTheRun() throws {
    var world = try SmallWorld([.of(900, cap: 1_000)], quiet: 10)
    world.scenario.from = Month(year: 2020, number: 5)
    #expect(try world.run(.reform).ledger.postings == world.run(.baseline).ledger.postings)
  }

  @Test(
    "locally employed staff come on a list only when they are registered as resident",
    arguments: [
      ("accredited", 0), ("national-insurance", 0), ("registered-as-resident", 10),
      ("accredited, registered-as-resident", 10),
    ])
  func locallyEmployed(conditions: String, persons: Int) throws {
    #expect(try enrolled(by: "locally-employed", fulfilling: conditions) == persons)
  }

  @Test(
    "asylum seekers come on a list when they are members of the national insurance",
    arguments: [("accredited", 0), ("registered-as-resident", 0), ("national-insurance", 10)])
  func asylumSeekers(conditions: String, persons: Int) throws {
    #expect(try enrolled(by: "asylum-seekers", fulfilling: conditions) == persons)
  }

  @Test("diplomats need to be accredited")
  func diplomats() throws {
    #expect(try enrolled(by: "posted-diplomats", fulfilling: "registered-as-resident") == 0)
    #expect(try enrolled(by: "posted-diplomats", fulfilling: "accredited") == 10)
  }

  @Test(
    "members of the household who must consent and do not are left out",
    arguments: [("1", 30), ("0.5", 25), ("0", 20)])
  func consent(share: String, persons: Int) throws {
    let world = try SmallWorld(
      [.of(900, cap: 1_000)], quiet: 10,
      [
        "arrivals.diplomats.family-size": "3", "enrolment.channels.embassy-list.consent": share,
      ])
    #expect(try world.run(.reform).inOslo[0].enrolled == persons)
  }

  @Test("consent does not matter under a right that does not ask for it")
  func noConsentNeeded() throws {
    let world = try SmallWorld(
      [.of(900, cap: 1_000)], quiet: 10,
      [
        "law.list-rights.posted-diplomats.periods": Self.from("2021-05-01"),
        "arrivals.diplomats.family-size": "3", "enrolment.channels.embassy-list.consent": "0",
      ])
    #expect(try world.run(.reform).inOslo[0].enrolled == 30)
  }

  private func enrolled(by right: String, fulfilling conditions: String) throws -> Int {
    var world = try SmallWorld([.of(900, cap: 1_000)], quiet: 10, ["months": "1"])
    // Set on the scenario, because a file in which nobody has the right they rely on is a fault.
    world.scenario.arrivals[0].right.value = right
    world.scenario.arrivals[0].fulfils = conditions.split(separator: ", ").compactMap {
      ListRight.Condition(rawValue: String($0))
    }
    let run = try world.run(.reform)
    #expect(run.lengths[0][0] == 900 + run.inOslo[0].enrolled)
    return run.inOslo[0].enrolled
  }

  private static func from(_ day: String) -> String {
    """
    - from: \(day)
      value: { requires: [accredited] }
      reference: { title: A test, document: none }
    """
  }
}
