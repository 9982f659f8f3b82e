import Arrivals
import Ledger
import Practices
import Scenarios
import Simulation
import Testing
import Units

@Suite("Contracts for free capacity")
struct StandbyTests {
  private static let lists: [PatientList] = [
    .of(900, cap: 990), .of(900, cap: 990, in: 1), .of(900, cap: 990, in: 2),
  ]

  @Test("they are paid without the right, shared by where the persons live")
  func baseline() throws {
    let run = try world().run(.baseline)
    let shares = run.scenario.municipalities.indices.map { municipality in
      run.ledger.total { $0.line == .standbyContract && $0.municipality == municipality }
    }
    #expect(shares == [.kroner(984_000), .kroner(180_000), .kroner(36_000)])
    #expect(run.monthly(.standbyContract) == Array(repeating: .kroner(100_000), count: 12))
    #expect(run.ledger.balance(of: .state) == .zero)
  }

  @Test("they fall away when the right takes effect")
  func reform() throws {
    #expect(try world().run(.reform).total(.standbyContract) == .zero)
  }

  @Test("they fall away with the right, even when nobody uses it")
  func nobodyComes() throws {
    #expect(try world(uptake: "0").run(.reform).total(.standbyContract) == .zero)
  }

  @Test("they are paid until the month the right takes effect")
  func laterRight() throws {
    var world = try world()
    world.scenario.from = Month(year: 2021, number: 3)
    let months = try world.run(.reform).monthly(.standbyContract)
    #expect(months.prefix(2) == [.kroner(100_000), .kroner(100_000)])
    #expect(months.dropFirst(2).allSatisfy { $0 == .zero })
  }

  @Test("contracts nobody has published are not posted")
  func notPublished() throws {
    let world = try SmallWorld(Self.lists)
    #expect(try world.run(.baseline).total(.standbyContract) == .zero)
  }

  private func world(uptake: String = "1") throws -> SmallWorld {
    try SmallWorld(
      Self.lists,
      [
        "standby-contracts": "{ central: 1200000, source: a test }",
        "arrivals.diplomats.persons": "100", "arrivals.diplomats.uptake": uptake,
      ])
  }
}
