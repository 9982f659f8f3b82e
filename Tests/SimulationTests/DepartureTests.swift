import Arrivals
import Ledger
import Practices
import RateBooks
import Rules
import Scenarios
import Simulation
import TestSupport
import Testing
import Units

@Suite("Leaving the country")
struct DepartureTests {
  @Test("without a delay nobody who has left is paid for")
  func noDelay() throws {
    let months = try run(delay: 0).inOslo
    #expect(months.allSatisfy { $0.departed == 0 })
    #expect(months.map(\.deregistered) == [0] + Array(repeating: 1, count: 11))
  }

  @Test("a person is paid for exactly as many months as the delay says", arguments: 0...6)
  func delay(months: Int) throws {
    let run = try run(delay: months)
    // From the second month one of twelve persons leaves every month.
    #expect(run.departed.map { $0[0] } == (0..<12).map { min($0, months) })
    let extra = try run.total(.baseGrant) - self.run(delay: 0).total(.baseGrant)
    let personMonths = (0..<12).reduce(0) { $0 + min($1, months) }
    #expect(extra == personMonths * Money(ore: 5_625))
  }

  @Test("others come for those who leave, so the corps is as large as before")
  func turnover() throws {
    try forEverySeed(in: 0..<100) { random in
      let run = try SmallWorld.random(&random).run(.reform)
      let sizes = run.movements.map { month in
        month.reduce(0) { $0 + $1.present + $1.waiting }
      }
      let wanted = run.scenario.arrivals.reduce(0) { sum, group in
        let right = run.scenario.law.listRights["posted-diplomats"]?.series.periods[0].value
        return sum + (right.map { group.applicants(under: $0) } ?? 0)
      }
      let isOpen = run.scenario.from >= Month(year: 2021, number: 5)
      let afterFirst = sizes.dropFirst(4)
      return !isOpen || afterFirst.allSatisfy { $0 == wanted }
    }
  }

  @Test("the individual channel pays for persons longer than the embassy's list")
  func channels() throws {
    let embassy = try SmallWorld([.of(900, cap: 2_000)], ["months": "24"])
    let individual = try SmallWorld(
      [.of(900, cap: 2_000)], ["months": "24", "enrolment.channel": "individual"])
    let (short, long) = (try embassy.run(.reform), try individual.run(.reform))
    #expect(short.inOslo[20].departed < long.inOslo[20].departed)
    #expect(short.total(.enrolmentHandling) < long.total(.enrolmentHandling))
  }

  private func run(delay: Int) throws -> Run { try world(delay: "\(delay)").run(.reform) }

  /// Twelve persons who stay a year, on a list with room, at 56.25 a month.
  private func world(delay: String) throws -> SmallWorld {
    try SmallWorld(
      [.of(500, cap: 900)], quiet: 12,
      [
        "from": "2023-01", "law-at": "2022-07-01", "arrivals.diplomats.stay-years": "1",
        "enrolment.channels.embassy-list.deregistration-delay": delay,
      ])
  }
}
