import Arrivals
import Diagnostics
import Ledger
import Practices
import Rules
import Scenarios
import Simulation
import Testing
import Units

@Suite("The base grant")
struct BaseGrantTests {
  @Test(
    "a year at 675 and 544 is paid to the øre",
    arguments: [
      (0, "0.00"), (1, "675.00"), (1_000, "675000.00"), (1_001, "675544.00"),
      (1_200, "783800.00"), (2_500, "1491000.00"), (2_501, "1491000.00"),
    ])
  func knownAnswers(length: Int, year: String) throws {
    let world = try SmallWorld(
      [.of(length)], ["from": "2023-01", "law-at": "2022-07-01", "consultations": "null"])
    let run = try world.run(.baseline)
    #expect(run.total(.baseGrant).description == year)
    #expect(run.ledger.balance(of: .municipality) == -run.total(.baseGrant))
  }

  @Test("the months of 1,001 persons differ by an øre, and the year by none")
  func monthsAreRounded() throws {
    let world = try SmallWorld(
      [.of(1_001)], ["from": "2023-01", "law-at": "2022-07-01", "consultations": "null"])
    let months = try world.run(.baseline).monthly(.baseGrant)
    #expect(Set(months.map(\.ore)) == [5_629_533, 5_629_534])
  }

  @Test("February is paid less than March while months are counted in days, and as much since")
  func monthRule() throws {
    let days = try SmallWorld([.of(1_000)], ["from": "2022-02", "months": "2"])
    #expect(
      try days.run(.baseline).monthly(.baseGrant).map(\.description) == ["50093.15", "55460.27"])
    let twelfths = try SmallWorld([.of(1_000)], ["from": "2023-02", "months": "2"])
    #expect(
      try twelfths.run(.baseline).monthly(.baseGrant).map(\.description) == [
        "56250.00", "56250.00",
      ])
  }

  @Test("a salaried practitioner's list is paid no grant")
  func salaried() throws {
    let world = try SmallWorld(
      [.of(900, form: .salaried), .of(300, cap: 900, form: .salaried, opened: "2021-05-01")])
    #expect(try world.run(.baseline).ledger.postings.isEmpty)
  }

  @Test("the need index means nothing while the rate depends on the place")
  func needIndexBefore() throws {
    let lists: [PatientList] = [.of(900), .of(900, needIndex: Ratio(13, over: 10))]
    let run = try SmallWorld(lists, ["from": "2022-05", "months": "12"]).run(.baseline)
    #expect(run.ledger.total { $0.list == 0 } == run.ledger.total { $0.list == 1 })
  }

  @Test("the need index multiplies the grant from July 2023")
  func needIndexAfter() throws {
    let lists: [PatientList] = [.of(1_000), .of(1_000, needIndex: Ratio(13, over: 10))]
    let run = try SmallWorld(lists, ["from": "2023-07", "months": "12"]).run(.baseline)
    #expect(run.ledger.total { $0.list == 0 } == .kroner(841_800))
    #expect(run.ledger.total { $0.list == 1 } == .kroner(1_094_340))
  }
}

@Suite("Months without a known law")
struct UnknownLawTests {
  @Test("a month between the two regimes is refused, and the message says what is known")
  func gap() throws {
    let message = try refusal(from: "2023-05", months: 1)
    #expect(
      message == """
        refused: no per-capita grant is known for 2023-05-01: 'base-grant' ended on 2023-05-01; \
        'patient-adjusted-base-grant' is known from 2023-07-01
          help: choose other months, set 'law-at', or state the rate under 'law: per-capita-grants:'
        """)
  }

  @Test("a run that reaches the end of what is known is refused")
  func end() throws {
    let message = try refusal(from: "2024-06", months: 2)
    #expect(
      message == """
        refused: no per-capita grant is known for 2024-07-01: 'base-grant' ended on 2023-05-01; \
        'patient-adjusted-base-grant' is known until 2024-06-30
          help: choose other months, set 'law-at', or state the rate under 'law: per-capita-grants:'
        """)
  }

  @Test("a month before the scheme is refused for want of a month rule")
  func beforeTheScheme() throws {
    let message = try refusal(from: "2001-05", months: 1)
    #expect(
      message == """
        refused: no month rule is known for 2001-05-01, so a yearly grant cannot be paid by the month
          help: choose other months or another 'law-at', or add a rule under 'month-rules'
        """)
  }

  @Test("a day whose law holds throughout makes the same months possible")
  func lawAt() throws {
    let world = try SmallWorld(
      [.of(1_000)], ["from": "2023-05", "months": "1", "law-at": "2023-04-30"])
    #expect(try world.run(.baseline).total(.baseGrant) == .kroner(56_250))
  }

  private func refusal(from month: String, months: Int) throws -> String? {
    var world = try SmallWorld([.of(1_000)], ["months": "\(months)"])
    // Set on the scenario: a file with such months is a fault, and is never run.
    world.scenario.from = try #require(CalendarDate(iso: month + "-01")).inMonth
    return #expect(throws: Refusal.self) { try world.run(.baseline) }?.description
  }
}
