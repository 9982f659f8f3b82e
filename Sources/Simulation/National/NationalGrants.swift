import Diagnostics
import Ledger
import Practices
import RateBooks
import Rules
import Scenarios
import Units

/// The grants of a national year, by list and month, and what they follow from.
struct NationalGrants: Sendable {
  private let basis: Basis
  let ledger: Ledger

  /// Everything that grants depend on.
  private struct Basis: Hashable {
    let lists: [PatientList]
    let municipalities: [Municipality]
    /// What holds in each month, or in each part of one.
    let parts: [Part]
  }

  /// A month or a part of it, in which nothing changes.
  private struct Part: Hashable {
    /// From 0.
    let month: Int
    let law: GrantLaw
    /// Persons paid for on each list.
    let lengths: [Int]
  }

  /// - Parameters:
  ///   - year: Whose grants.
  ///   - before: Grants of another year, to be taken over where they follow from the same.
  /// - Throws: `Refusal` when the law of a month has a gap, or the grants cannot be summed up.
  init(of year: NationalYear, before: NationalGrants? = nil) throws(Refusal) {
    let (scenario, nation) = (year.scenario, year.nation)
    let january = Month(year: scenario.year, number: 1)
    let lengths = nation.lists.map(\.length)
    let changes = scenario.daysOfGrantChange
    var parts: [Part] = []
    for number in 0..<12 {
      let month = january.advanced(by: number)
      for (day, days) in try scenario.grantPeriods(of: month, startingOn: changes) {
        let cap = scenario.law.listCaps.inForce(on: day)
        parts.append(
          Part(
            month: number,
            law: try GrantLaw(
              of: month, on: day, days: days, in: scenario.law, adjustedBy: scenario.adjustments),
            lengths: cap?.paidLengths(of: nation.lists, on: day) ?? lengths))
      }
    }
    let basis = Basis(
      lists: nation.lists, municipalities: nation.municipalities, parts: parts)
    self.basis = basis
    if let before, before.basis == basis {
      ledger = before.ledger
      return
    }
    ledger = Self.ledger(from: basis)
    let together = ledger.postings.reduce(0) { $0 + abs(Double($1.amount.ore)) }
    guard together <= Self.mostOre else {
      throw Refusal(
        "the grants of the year come to more than can be summed up",
        help: "look at 'adjustments' of grants, and at rates per person")
    }
  }

  /// Less than half of what money can count, so that what is paid for contacts finds room beside it.
  private static let mostOre = 4e18

  private static func ledger(from basis: Basis) -> Ledger {
    var ledger = Ledger(expecting: basis.lists.count * 40)
    var step = GrantStep(
      lists: basis.lists, municipalities: basis.municipalities, bookkeeping: .accounts)
    for part in basis.parts {
      step.pay(lengths: part.lengths, under: part.law, month: part.month, to: &ledger)
    }
    return ledger
  }
}

extension NationalScenario {
  /// The parts of a month that are paid for apart.
  ///
  /// In twelfths, a month is paid by the law of its first day, for whoever is on the list at its start: what
  /// begins inside it counts from the next. By days, it counts from its own day.
  ///
  /// - Parameters:
  ///   - month: A month of the year.
  ///   - changes: Days on which what lists are granted may change.
  /// - Throws: ``Refusal`` when the law has a grant of the year and no month rule.
  /// - Returns: The first day of each part, and its number of days where the month is not paid whole.
  fileprivate func grantPeriods(
    of month: Month, startingOn changes: [CalendarDate]
  ) throws(Refusal) -> [(day: CalendarDate, days: Int?)] {
    let first = month.firstDay
    let starts = Set(changes.filter { $0.inMonth == month && $0 != first }).sorted()
    guard !starts.isEmpty, try law.monthRule(on: first).rule == .days else {
      return [(first, nil)]
    }
    let ends = starts + [first.advanced(byDays: month.days)]
    return zip([first] + starts, ends).map { ($0, $0.days(until: $1)) }
  }

  /// Days on which what lists are granted may change, in any year.
  fileprivate var daysOfGrantChange: [CalendarDate] {
    let ofLaw =
      law.perCapitaGrants.daysOfChange + law.startUpGrants.daysOfChange
      + law.equalisationGrants.daysOfChange + law.lumpSums.daysOfChange + law.listCaps.daysOfChange
    let ofProposals = adjustments.filter { $0.ofFees == nil }.compactMap(\.from?.value)
    return ofLaw + ofProposals + [practices.companies?.from?.value].compactMap(\.self)
  }
}
