import Arrivals
import Ledger
import Practices
import Rules
import Scenarios
import Simulation
import TestSupport
import Testing
import Units

@Suite("Grants, list by list and year by year, beside a reference")
struct GrantReferenceTests {
  @Test("every list of a random world is paid the exact sum of its months, rounded once a year")
  func randomWorlds() throws {
    try forEverySeed(in: 0..<150) { random in
      let run = try SmallWorld.random(&random).run(.reform)
      let years = Set(run.scenario.calendar.map(\.year))
      return run.lists.indices.allSatisfy { list in
        years.allSatisfy { year in
          [AccountLine.baseGrant, .startUpGrant].allSatisfy { line in
            run.paid(list, year, line) == reference(list, year, line, in: run)
          }
        }
      }
    }
  }

  @Test(
    "a year with a change of rate is paid at both rates",
    arguments: [
      // 181 of 365 days at 577 and 499, 184 days at 642 and 526.
      (2021, 1_200, "712289.32"),
      // 181 of 365 days at 653 and 526, then six twelfths at 675 and 544.
      (2022, 1_200, "767884.11"),
      (2022, 900, "595184.79"),
    ])
  func changeOfRate(year: Int, length: Int, amount: String) throws {
    let world = try SmallWorld([.of(length)], ["from": "\(year)-01", "consultations": "null"])
    #expect(try world.run(.baseline).total(.baseGrant).description == amount)
  }

  /// Exact months of exact amounts, and one rounding.
  private func reference(_ list: Int, _ year: Int, _ line: AccountLine, in run: Run) -> Money {
    let own = run.lists[list]
    guard own.form == .selfEmployed else { return .zero }
    var sum = Ratio.zero
    for (index, month) in run.scenario.calendar.enumerated()
    where month.year == year && own.opened ?? month.firstDay <= month.firstDay {
      let persons = run.lengths[index][list]
      let (scale, rule) = published(in: month)
      let isNew = isStartUp(own, persons, month)
      guard isNew == (line == .startUpGrant) else { continue }
      let annual = scale.annualAmount(persons: isNew ? 500 : persons)
      sum = sum + Ratio(annual.ore) * rule.fraction(of: month)
    }
    return Money(ore: sum.rounded)
  }

  /// The start-up grant as the tariff words it, known from May 2020.
  private func isStartUp(_ list: PatientList, _ persons: Int, _ month: Month) -> Bool {
    guard let opened = list.opened, month >= Month(year: 2020, number: 5) else { return false }
    let last = opened.inMonth.advanced(by: 23)
    return opened.inMonth <= month && month <= last && persons < 500 && list.cap >= 500
  }

  /// Rates and month rules as published, apart from the rate book.
  private func published(in month: Month) -> (PerCapitaScale, MonthRule) {
    func tiers(_ first: Int, _ second: Int) -> PerCapitaScale {
      PerCapitaScale(
        tiers: [.init(above: 0, rate: .kroner(first)), .init(above: 1_000, rate: .kroner(second))],
        paidUpTo: 2_500)
    }
    return switch (month.year, month.number) {
    case (..<2020, _), (2020, ..<5):
      (PerCapitaScale(tiers: [.init(above: 0, rate: .kroner(499))]), .days)
    case (2020, _), (2021, ..<7): (tiers(577, 499), .days)
    case (2021, _): (tiers(642, 526), .days)
    case (2022, ..<7): (tiers(653, 526), .days)
    default: (tiers(675, 544), .twelfths)
    }
  }
}

extension Run {
  fileprivate func paid(_ list: Int, _ year: Int, _ line: AccountLine) -> Money {
    ledger.total {
      $0.list == list && $0.line == line && scenario.calendar[$0.month ?? -1].year == year
    }
  }
}
