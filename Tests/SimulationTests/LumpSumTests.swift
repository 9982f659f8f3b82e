import Arrivals
import Ledger
import Practices
import Rules
import Scenarios
import Simulation
import Testing
import Units

@Suite("Lump sums")
struct LumpSumTests {
  @Test("a lump sum the scenario adds to the law is paid beside the base grant")
  func added() throws {
    let world = try SmallWorld(
      [.of(1_000), .of(1_200, in: 1)],
      [
        "from": "2023-01", "months": "4",
        "law.lump-sums": Self.law("amount: 60000, payable: yearly"),
      ])
    let run = try world.run(.baseline)
    #expect(run.monthly(.lumpSum) == Array(repeating: .kroner(10_000), count: 4))
    #expect(run.ledger.balance(of: .state) == -.kroner(40_000))
  }

  @Test("a sum payable once is paid in the first month only")
  func once() throws {
    let world = try SmallWorld(
      [.of(1_000)],
      [
        "from": "2022-11", "months": "4",
        "law.lump-sums": Self.law("amount: 60000, payable: once"),
      ])
    #expect(try world.run(.baseline).monthly(.lumpSum) == [.kroner(60_000), .zero, .zero, .zero])
  }

  @Test("a list is never paid more than the cap, over the turn of the year as well")
  func cap() throws {
    let world = try SmallWorld(
      [.of(1_000)],
      [
        "from": "2022-11", "months": "5",
        "law.lump-sums": Self.law("amount: 120000, payable: yearly, cap: 35000"),
      ])
    #expect(
      try world.run(.baseline).monthly(.lumpSum).map(\.ore)
        == [1_000_000, 1_000_000, 1_000_000, 500_000, 0])
  }

  @Test(
    "only lists that fulfil every condition have it",
    arguments: [
      ("list-below: 1000", [1]), ("list-below: 1001", [0, 1]),
      ("municipality-below: 700000", [1]), ("longest: 12", [1]), ("longest: 1", []),
      ("only-named-lists: true", [0]),
    ])
  func conditions(condition: String, expected: [Int]) throws {
    let lists: [PatientList] = [
      .of(1_000, grants: ["test-grant"]), .of(999, in: 1, opened: "2022-12-01"),
      .of(100, in: 1, form: .salaried, opened: "2022-12-01", grants: ["test-grant"]),
    ]
    let world = try SmallWorld(
      lists,
      [
        "from": "2023-01", "months": "1", "municipalities.oslo.inhabitants.central": "700000",
        "law.lump-sums": Self.law("amount: 1200, payable: yearly, \(condition)"),
      ])
    let posted = try world.run(.baseline).ledger.postings.filter { $0.line == .lumpSum }
    #expect(posted.compactMap(\.list) == expected)
  }

  @Test("a closed scheme of the rate book reaches the list whose own data name it")
  func closedScheme() throws {
    let lists: [PatientList] = [.of(1_000), .of(1_000, grants: ["rent-supplement-high"])]
    let run = try SmallWorld(lists, ["from": "2023-07", "months": "12"]).run(.baseline)
    #expect(run.ledger.total { $0.line == .lumpSum && $0.list == 1 } == .kroner(25_000))
    #expect(run.total(.lumpSum) == .kroner(25_000))
  }

  private static func law(_ value: String) -> String {
    """
    test-grant:
      title: A grant of the test
      unit: NOK
      payer: state
      periods:
        - from: 2020-01-01
          value: { \(value) }
          reference: { title: A test, document: none }
    """
  }
}
