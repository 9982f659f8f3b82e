import Arrivals
import Ledger
import Practices
import Rules
import Scenarios
import Simulation
import Testing
import Units

@Suite("The equalisation grant")
struct EqualisationGrantTests {
  /// Two lists in Tromsø with 900 persons on average.
  private static let lists: [PatientList] = [
    .of(800, cap: 1_000, in: 2), .of(1_000, cap: 1_200, in: 2),
  ]

  @Test(
    "each list of a small municipality gets 841.80 for every person its mean is below 1,200",
    arguments: ["2023-07-01", "2024-01-15", "2024-06-30"])
  func knownAnswer(day: String) throws {
    let run = try run(inhabitants: 4_999, on: day)
    for list in Self.lists.indices {
      let paid = run.ledger.total { $0.list == list && $0.line == .equalisationGrant }
      #expect(paid == .kroner(252_540))
    }
  }

  @Test("the state pays it, and it alone")
  func payer() throws {
    let run = try run(inhabitants: 4_999, on: "2023-07-01")
    #expect(run.ledger.balance(of: .state) == -.kroner(505_080))
    #expect(run.ledger.balance(of: .municipality) == -run.total(.baseGrant))
  }

  @Test("a municipality of 5,000 inhabitants gets none")
  func atTheLimit() throws {
    #expect(try run(inhabitants: 5_000, on: "2023-07-01").total(.equalisationGrant) == .zero)
  }

  @Test("there was none before July 2023")
  func before() throws {
    #expect(try run(inhabitants: 100, on: "2022-07-01").total(.equalisationGrant) == .zero)
  }

  @Test("a municipality whose mean list is 1,200 gets none")
  func atTheReference() throws {
    let lists: [PatientList] = [.of(1_100, in: 2), .of(1_300, in: 2)]
    let run = try run(lists, inhabitants: 4_999, on: "2023-07-01")
    #expect(run.total(.equalisationGrant) == .zero)
  }

  @Test("salaried practitioners count in the mean and are not paid")
  func salaried() throws {
    let lists: [PatientList] = [.of(800, in: 2), .of(1_000, in: 2, form: .salaried)]
    let run = try run(lists, inhabitants: 4_999, on: "2023-07-01")
    #expect(run.total(.equalisationGrant) == .kroner(252_540))
  }

  @Test("a list counts in the mean from the month it opens")
  func opening() throws {
    var opening = PatientList.of(200, in: 2)
    opening.opened = CalendarDate(year: 2023, month: 4, day: 15)
    let run = try run([.of(800, in: 2), opening], inhabitants: 4_999, on: "2023-07-01")
    // 841.80 × (1,200 − 800) a year for one list, then 841.80 × (1,200 − 500) for each of two.
    func month(_ month: Int) -> Money {
      run.ledger.total { $0.month == month && $0.line == .equalisationGrant }
    }
    #expect(month(0) == .kroner(28_060) && month(3) == .kroner(28_060))
    #expect(month(4) == .kroner(2 * 49_105) && month(11) == .kroner(2 * 49_105))
  }

  @Test("persons who come on lists lower it")
  func arrivals() throws {
    var world = try SmallWorld(
      Self.lists, quiet: 20,
      [
        "from": "2023-07", "municipalities.tromso.inhabitants.central": "4000",
        "arrivals.diplomats.residence.shares": "{ tromso: 1 }",
      ])
    world.scenario.months = 12
    let (before, after) = (try world.run(.baseline), try world.run(.reform))
    // Twenty persons on two lists make the mean ten longer.
    #expect(
      before.total(.equalisationGrant) - after.total(.equalisationGrant) == .kroner(2 * 8_418))
  }

  private func run(
    _ lists: [PatientList] = lists, inhabitants: Int, on day: String
  ) throws -> Run {
    try SmallWorld(
      lists,
      [
        "from": "2023-01", "law-at": day, "consultations": "null",
        "municipalities.tromso.inhabitants.central": "\(inhabitants)",
      ]
    ).run(.baseline)
  }
}
