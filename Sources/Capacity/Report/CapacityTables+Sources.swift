import Diagnostics
import Documents
import Ledger
import RateBooks
import Reports
import Scenarios
import Units

extension CapacityTables {
  /// What the plan states with a source and is no number, the days its numbers are of, and the choices
  /// that need neither.
  var settings: [[Cell]] {
    let choices = [
      "capacities.method", "minimum.level", "minimum.capacities", "minimum.phase-in-steps",
      "events.withdraw-vacant", "events.islands-reported", "supply.runs",
    ]
    return statedRows(of: plan.file) + settingRows(of: plan.file, choices.map { ($0, nil) })
  }

  /// The law that the plan follows, who says what the ceilings are, and the sources behind the money.
  func references() -> Table {
    let day = plan.plan.day.value
    let used =
      CapacityLimit.ofPlans.map(\.rawValue) + CapacityRuleName.ofPlans.map(\.rawValue)
    let tolerance = plan.plan.money?.frame.map {
      rules([CapacityLimit.frameTolerance.rawValue], on: $0.asOf.value)
    }
    return referenceTable(
      of: rules(used, on: day) + (tolerance ?? []) + ceilings
        + referenceRows(of: plan.ledger.origins, in: plan.file))
  }

  private func rules(_ names: [String], on day: CalendarDate) -> [[Cell]] {
    plan.plan.law.entries.filter { names.contains($0.name) }.compactMap { entry -> [Cell]? in
      guard case .inForce(let value, let period) = entry.standing(on: day) else { return nil }
      return [
        .text(entry.name), .text(value), .reference(period.reference),
        .text(period.position.description),
      ]
    }
  }

  /// One row for each source of the table of ceilings, with the years it is of.
  private var ceilings: [[Cell]] {
    plan.inputs.ceilingSources.map { said in
      [
        .text("capacities.ceilings"), .text(said.years.map(String.init).joined(separator: ", ")),
        .text(said.source), .text(said.position.description),
      ]
    }
  }
}
