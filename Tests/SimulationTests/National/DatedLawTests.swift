import Diagnostics
import Ledger
import Practices
import Rules
import ScenarioSupport
import Scenarios
import TestSupport
import Testing
import Units

@testable import Simulation

/// A small nation's year under a reform.
private func run(_ change: String) throws -> NationalRun {
  let file = try ReformFile.of(change)
  let scenario = try file.nationalScenario()
  return try NationalYear(scenario, of: file.nation(of: scenario)).run()
}

/// The same nation without one.
private let before = Result { try run("  seed: 1") }

extension NationalRun {
  fileprivate func paid(_ lines: AccountLine...) -> Money {
    ledger.total { lines.contains($0.line) }
  }

  /// What the contacts of some lists are paid, by the reference pricer, person by person.
  fileprivate func reference(of lists: Range<Int>) throws -> [PaymentVector] {
    try lists.map { list in
      try (0..<year.nation.lists[list].length).reduce(PaymentVector.zero) { sum, place in
        try year.person(place, onList: list).contacts.filter { $0.type.service != .outOfHours }
          .reduce(sum) { $0 &+ PaymentVector($1.payment) }
      }
    }
  }
}

private func ceiling(_ periods: (from: String, value: String)...) -> String {
  periods.map { ReformFile.law("copay-ceilings.copay-ceiling", unit: "NOK/person/year", $0) }[0]
}

@Suite("Law takes effect on its day in a nation's year")
struct DatedLawTests {
  @Test(
    "a rule that begins on 1 January is the rule of the whole year, one from the next year is none",
    arguments: [
      (path: "copay-ceilings.copay-ceiling", unit: "NOK/person/year", value: "1000"),
      ("copay-exemptions.children", "years-of-age", "{ from-age: 0, to-age: 30 }"),
      (
        "daily-fee-caps.cap", "fees/patient/day",
        "{ codes: [2ad, 2ak, 2ae, 2aek], most: 0, order: dearest-first }"
      ),
      ("list-caps.cap", "persons", "{ per-practitioner: 700 }"),
      ("fees.2ad", "NOK/contact", "{ honorarium: 375, refund: 215, copay: 160 }"),
    ])
  func ends(path: String, unit: String, value: String) throws {
    let before = try before.get()
    func run(from day: String) throws -> NationalRun {
      try SimulationTests.run(ReformFile.law(path, unit: unit, (day, value)))
    }
    let (year, half) = (try run(from: "2023-01-01"), try run(from: "2023-07-01"))
    let (last, next) = (try run(from: "2023-12-31"), try run(from: "2024-01-01"))
    #expect(next.ledger.postings == before.ledger.postings)
    func moved(_ run: NationalRun) -> Int {
      zip(run.byList, before.byList).reduce(0) { sum, pair in
        sum + (0..<7).reduce(0) { $0 + abs(pair.0[$1] - pair.1[$1]) }
      } + abs((run.paid(.baseGrant) - before.paid(.baseGrant)).ore)
    }
    #expect(0 <= moved(last) && moved(last) < moved(half) && moved(half) < moved(year))
    #expect(moved(half) * 4 > moved(year), "half a year is more than a quarter of the effect")
  }

  @Test("the compiled year is the reference's, whatever changes within it")
  func reference() throws {
    let law = [
      ceiling(("2023-07-01", "1500")),
      ReformFile.law(
        "copay-exemptions.children", unit: "years-of-age",
        ("2023-04-15", "{ from-age: 0, to-age: 25 }")),
      ReformFile.law(
        "daily-fee-caps.cap", unit: "fees/patient/day",
        ("2023-10-10", "{ codes: [2ad, 701a], most: 1, order: dearest-first }")),
      """
        adjustments.fees: { of: fees, from: 2023-09-09, factor: { central: 0.9, source: "assumption: a test" } }
        staff.nurse:
          from: 2023-05-05
          profession: nurse
          of: [physical]
          share: &half { central: 0.5, source: "assumption: a test" }
          claims: delegated
          factor: *half
          minutes: &ten { central: 10, source: "assumption: a test" }
          doctor-minutes: *ten
          hour-cost: *ten
        practices.companies:
          from: 2023-08-01
          share: *half
          lists: { central: 2, source: "assumption: a test" }
          ownership-share: *half
        adjustments.companies: { of: fees, forms: [company], factor: { central: 1.5, source: "assumption: a test" } }
      """,
    ]
    for change in law + [law.joined(separator: "\n"), law.dropLast().joined(separator: "\n")] {
      let run = try run(change)
      let lists = 0..<20
      #expect(lists.map { run.byList[$0 * 2] } == (try run.reference(of: lists)), "\(change)")
      // Whom staff see is drawn anew; what is kept serves prices alone.
      guard try run.year.draws(like: before.get().year) else { continue }
      let again = try DrawnNation(before.get().year).repriced(as: run.year)
      #expect(again.byList == run.byList && again.byClass == run.byClass, "\(change)")
      #expect(again.atCeiling == run.atCeiling)
    }
  }

  @Test("half a year of a dearer fee is its contacts from that day on, to the øre")
  func dearerFee() throws {
    let dearer = try run(
      ReformFile.law(
        "fees.2ad", unit: "NOK/contact",
        ("2023-07-01", "{ honorarium: 185, refund: 25, copay: 160 }")))
    let before = try before.get()
    let july = try #require(CalendarDate(year: 2023, month: 7, day: 1))
    var counted = 0
    for list in 0..<60 {
      let persons = 0..<before.year.nation.lists[list].length
      let contacts = try persons.flatMap { try before.year.person($0, onList: list).contacts }
      let own = contacts.count { contact in
        contact.day >= july && contact.lines.contains { $0.code == "2ad" }
      }
      let refunds = [before, dearer].map { $0.byList[list * 2][0] + $0.byList[list * 2 + 1][0] }
      #expect(refunds[1] - refunds[0] == own * 10_00)
      counted += own
    }
    #expect(counted > 100)
  }

  @Test("who has passed the ceiling of before keeps the card")
  func card() throws {
    let raised = try run(ceiling(("2023-10-01", "30000")))
    let anew = try run(
      ceiling(("2023-10-01", "30000")) + "\n"
        + ReformFile.law(
          "copay-cards.exemption-card", unit: "rule", ("2023-01-01", "{ held: while-above }")))
    let before = try before.get()
    #expect(raised.paid(.ceilingCopay) < before.paid(.ceilingCopay))
    #expect(anew.paid(.ceilingCopay) < raised.paid(.ceilingCopay))
    #expect(raised.paid(.copay, .ceilingCopay) == before.paid(.copay, .ceilingCopay))
  }

  @Test("an excess below 200 kroner was borne by the patient before 2022")
  func leastRepaid() throws {
    let borne = try run(
      ReformFile.law(
        "copay-cards.exemption-card", unit: "rule",
        ("2023-01-01", "{ held: rest-of-year, least-repaid: 200 }")))
    let before = try before.get()
    #expect(borne.atCeiling < before.atCeiling)
    let difference = before.paid(.ceilingCopay) - borne.paid(.ceilingCopay)
    let persons = before.atCeiling - borne.atCeiling
    #expect(difference > .zero && difference < persons * .kroner(200))
  }

  @Test("a factor on grants from a day counts for the months that begin on it or later")
  func grants() throws {
    func run(from day: String) throws -> Money {
      try SimulationTests.run(
        "  adjustments.grants: { of: grants, from: \(day), "
          + "factor: { central: 2, source: \"assumption: a test\" } }"
      ).paid(.baseGrant)
    }
    let (before, july) = (try before.get(), try run(from: "2023-07-01"))
    let months = before.ledger.total { $0.line == .baseGrant && ($0.month ?? 0) >= 6 }
    #expect(abs((july - before.paid(.baseGrant) - months).ore) < before.year.nation.lists.count)
    #expect(try run(from: "2023-06-02") == july, "a month is paid for its start")
    #expect(try run(from: "2023-06-01") > july)
  }

  @Test(
    "factors on the same grant multiply: two halves leave a quarter, whoever pays what they add")
  func factorsOnGrants() throws {
    let lists = try before.get().year.nation.lists.count
    let before = try before.get().paid(.baseGrant)
    func adjusted(_ adjustments: String...) throws -> NationalRun {
      try SimulationTests.run(
        adjustments.enumerated().map { place, words in
          "  adjustments.a\(place): { of: grants, \(words) }"
        }.joined(separator: "\n"))
    }
    func factor(_ number: String) -> String {
      "factor: { central: \(number), source: \"assumption: a test\" }"
    }
    // Each list, month and factor is rounded for itself.
    for (factors, part) in [
      (["0.5", "0.5"], 0.25), (["0.5", "0.5", "0.5"], 0.125), (["2", "3"], 6), (["0.5", "2"], 1),
      (["0", "5"], 0),
    ] {
      let run = try adjusted(
        factor(factors[0]), factor(factors[1]), factor(factors.count > 2 ? factors[2] : "1"))
      let wanted = Double(before.ore) * part
      #expect(abs(Double(run.paid(.baseGrant).ore) - wanted) < Double(12 * lists), "\(factors)")
    }
    // Factors of different practices do not meet.
    let apart = try adjusted(
      "specialists: true, \(factor("0.5"))", "specialists: false, \(factor("0.5"))")
    #expect(
      abs(Double(apart.paid(.baseGrant).ore) - Double(before.ore) / 2) < Double(12 * lists))
    // The second pays what it adds to what the first leaves.
    let state = try adjusted(factor("0.5"), "paid-by: state, \(factor("3"))")
    let paid = state.ledger.total { $0.line == .baseGrant && $0.payer == .state }
    #expect(abs(Double(paid.ore - before.ore)) < Double(12 * lists))
  }

  @Test("where grants are earned by days, they count from their own day")
  func days() throws {
    let days = ReformFile.law(
      "month-rules.base-grant-payment", unit: "rule", ("2023-01-01", "days"))
    func run(from day: String) throws -> Money {
      try SimulationTests.run(
        days + "\n  adjustments.grants: { of: grants, from: \(day), "
          + "factor: { central: 2, source: \"assumption: a test\" } }"
      ).paid(.baseGrant)
    }
    let all = try SimulationTests.run(days)
    let december = all.ledger.total { $0.line == .baseGrant && $0.month == 11 }
    let extra = try run(from: "2023-12-02") - all.paid(.baseGrant)
    let expected = december.scaled(by: Ratio(30, over: 31))
    #expect(abs((extra - expected).ore) <= all.year.nation.lists.count)
  }

  @Test("a cap on lists from a day leaves the months before it alone")
  func listCap() throws {
    let capped = try run(
      ReformFile.law("list-caps.cap", unit: "persons", ("2023-07-01", "{ per-practitioner: 700 }")))
    let before = try before.get()
    for month in 0..<12 {
      let own = capped.ledger.total { $0.line == .baseGrant && $0.month == month }
      let old = before.ledger.total { $0.line == .baseGrant && $0.month == month }
      #expect(month < 6 ? own == old : own < old)
    }
  }

  @Test("what staff took before it begins, the doctor took")
  func staff() throws {
    func contacts(from day: String) throws -> (staff: Int, doctor: Int, all: Int) {
      let run = try SimulationTests.run(
        """
          staff.nurse:
            from: \(day)
            profession: nurse
            of: [physical]
            share: &half { central: 0.5, source: "assumption: a test" }
            claims: own
            minutes: &ten { central: 10, source: "assumption: a test" }
            doctor-minutes: *ten
            hour-cost: *ten
        """)
      let own = [0, nil].map { run.sums(ofType: 0, takenBy: $0) { _ in true }.contacts }
      return (own[0], own[1], run.sums(ofType: 0).contacts)
    }
    let (year, half) = (try contacts(from: "2023-01-01"), try contacts(from: "2023-07-01"))
    let none = try contacts(from: "2024-01-01")
    #expect(none.staff == 0 && none.doctor == none.all)
    #expect(half.staff + half.doctor == half.all && year.staff + year.doctor == year.all)
    let part = Double(half.staff) / Double(year.staff)
    #expect(abs(part - 184.0 / 365) < 0.02)
  }

  @Test("posts from a day count for their part of the year, by days")
  func posts() throws {
    func pay(_ from: String) throws -> Money {
      try SimulationTests.run(
        """
          out-of-hours-pay:
            fixed-share: &half { central: 0.5, source: "assumption: a test" }
            hours: { central: 73000, source: "assumption: a test" }
            pay-per-hour: { central: 100, source: "assumption: a test" }
            social-costs: { central: 0, source: "assumption: a test" }
            fees-to: nobody\(from)
        """
      ).paid(.dutyPay)
    }
    #expect(try pay("") == .kroner(3_650_000))
    #expect(try pay("\n    from: 2023-01-01") == .kroner(3_650_000))
    #expect(try pay("\n    from: 2023-12-31") == .kroner(10_000))
    #expect(try pay("\n    from: 2024-01-01") == .zero)
  }

  @Test("a fee that the law ends within the year is not paid from that day on")
  func ended() throws {
    let ended = try run(ReformFile.law("fees.701a", unit: "NOK/contact", ("2023-07-01", "null")))
    let never = try run(ReformFile.law("fees.701a", unit: "NOK/contact", ("2023-01-01", "null")))
    let before = try before.get()
    #expect(never.paid(.feeRefund) < ended.paid(.feeRefund))
    #expect(ended.paid(.feeRefund) < before.paid(.feeRefund))
  }
}
