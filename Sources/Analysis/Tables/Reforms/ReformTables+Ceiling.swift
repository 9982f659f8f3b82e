import RateBooks
import Reports
import Scenarios
import Simulation
import Units

extension ReformTables {
  /// Said of a reform of the copay ceiling: what else fills it moves too, and is not counted.
  var otherCopayNotes: [Phrase] {
    guard baseline.scenario.otherCopay.mean.central > .zero else { return [] }
    let old = baseline.scenario.law.copayCeilings
    return alternatives.compactMap { alternative in
      let new = alternative.run.scenario.law.copayCeilings
      let year = baseline.scenario.year
      let days =
        [Month(year: year, number: 1).firstDay]
        + (old.daysOfChange + new.daysOfChange).filter { $0.year == year }.sorted()
      guard
        let day = days.first(where: { old.inForce(on: $0) != new.inForce(on: $0) })
      else { return nil }
      let ceilings = Phrase(
        "ceiling-of-day",
        [
          "before": ceiling(old.inForce(on: day)), "after": ceiling(new.inForce(on: day)),
          "day": .day(day),
        ])
      return Phrase(
        "note-other-copay",
        ["proposal": .text(alternative.name), "ceilings": .phrase(ceilings)])
    }
  }

  private func ceiling(_ amount: Money?) -> Cell { amount.map(Cell.money) ?? .empty }
}
