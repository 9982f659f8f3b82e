import Diagnostics
import Populations
import RateBooks
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
    /// Persons paid for on each list.
    let lengths: [Int]
    /// By month.
    let laws: [GrantLaw]
  }

  /// - Parameters:
  ///   - year: Whose grants.
  ///   - before: Grants of another year, to be taken over where they follow from the same.
  /// - Throws: `Refusal` when the law of a month has a gap.
  init(of year: NationalYear, before: NationalGrants? = nil) throws(Refusal) {
    let (scenario, nation) = (year.scenario, year.nation)
    let january = Month(year: scenario.year, number: 1)
    let cap = scenario.law.listCaps.inForce(on: january.firstDay)
    var laws: [GrantLaw] = []
    for number in 0..<12 {
      let month = january.advanced(by: number)
      laws.append(
        try GrantLaw(
          of: month, on: month.firstDay, in: scenario.law, adjustedBy: scenario.adjustments))
    }
    let basis = Basis(
      lists: nation.lists, municipalities: nation.municipalities,
      lengths: cap?.paidLengths(of: nation.lists) ?? nation.lists.map(\.length), laws: laws)
    self.basis = basis
    ledger = before.flatMap { $0.basis == basis ? $0.ledger : nil } ?? Self.ledger(from: basis)
  }

  private static func ledger(from basis: Basis) -> Ledger {
    var ledger = Ledger(expecting: basis.lists.count * 40)
    var step = GrantStep(
      lists: basis.lists, municipalities: basis.municipalities, bookkeeping: .accounts)
    for (month, law) in basis.laws.enumerated() {
      step.pay(lengths: basis.lengths, under: law, month: month, to: &ledger)
    }
    return ledger
  }
}
