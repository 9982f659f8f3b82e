import Arrivals
import Ledger
import Practices
import Simulation
import Testing
import Units

@Suite("The start-up grant")
struct StartUpGrantTests {
  private static let law: KeyValuePairs = [
    "from": "2023-01", "law-at": "2022-07-01", "placement": "shortest-first",
  ]

  @Test("a new list is paid as if it had 500 persons, every month")
  func paidAs500() throws {
    let world = try SmallWorld([.of(300, cap: 900, opened: "2023-01-01")], Self.law)
    let run = try world.run(.baseline)
    #expect(run.monthly(.startUpGrant) == Array(repeating: .kroner(28_125), count: 12))
    #expect(run.total(.baseGrant) == .zero)
  }

  @Test("the need of the list does not change it")
  func averageNeed() throws {
    let list = PatientList.of(300, cap: 900, needIndex: Ratio(2), opened: "2023-07-01")
    let run = try SmallWorld([list], ["from": "2023-07", "months": "1"]).run(.baseline)
    #expect(run.total(.startUpGrant) == .kroner(35_075))
  }

  @Test("it stops at 500 persons, when the base grant takes over")
  func stopsAt500() throws {
    let world = try SmallWorld(
      [.of(480, cap: 900, opened: "2023-01-01")], quiet: 40,
      [
        "from": "2023-01", "law-at": "2022-07-01", "months": "4",
        "arrivals.diplomats.enrolment-months": "4",
      ])
    let run = try world.run(.reform)
    #expect(run.lengths.map { $0[0] } == [490, 500, 510, 520])
    #expect(run.monthly(.startUpGrant).map(\.ore) == [2_812_500, 0, 0, 0])
    #expect(run.monthly(.baseGrant).map(\.ore) == [0, 2_812_500, 2_868_750, 2_925_000])
  }

  @Test("it lasts 24 months from the month the list opened")
  func stopsAfterTwoYears() throws {
    let world = try SmallWorld([.of(300, cap: 900, opened: "2021-03-15")], Self.law)
    let run = try world.run(.baseline)
    let months = run.monthly(.startUpGrant)
    #expect(months.prefix(2) == [.kroner(28_125), .kroner(28_125)])
    #expect(months.dropFirst(2).allSatisfy { $0 == .zero })
    #expect(run.monthly(.baseGrant).dropFirst(2).allSatisfy { $0 == .kroner(16_875) })
  }

  @Test(
    "an old list, a full one and one whose cap is below 500 do not have it",
    arguments: [
      PatientList.of(300, cap: 900), .of(500, cap: 900, opened: "2023-01-01"),
      .of(300, cap: 499, opened: "2023-01-01"), .of(300, cap: 900, opened: "2020-12-31"),
    ])
  func notDue(list: PatientList) throws {
    let run = try SmallWorld([list], Self.law).run(.baseline)
    #expect(run.total(.startUpGrant) == .zero)
    #expect(run.total(.baseGrant) == list.length * .kroner(675))
  }

  @Test("it is the municipality that pays")
  func payer() throws {
    let world = try SmallWorld([.of(300, cap: 900, opened: "2023-01-01")], Self.law)
    let ledger = try world.run(.baseline).ledger
    #expect(ledger.postings.allSatisfy { $0.payer == .municipality && $0.payee == .practice })
    #expect(ledger.balance(of: .municipality) == -.kroner(337_500))
  }
}
