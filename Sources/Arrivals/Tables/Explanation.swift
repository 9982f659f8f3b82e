import Diagnostics
import Foundation
import Ledger
import Practices
import RateBooks
import Reports
import Rules
public import Scenarios
import Units

/// One list's krone, from the scenario's line to the cell of the report.
public struct Explanation: Sendable {
  private let comparison: Comparison
  private let list: Int
  private let wording = Wording(.english)

  /// - Parameters:
  ///   - file: The scenario or reform.
  ///   - id: The list, for example `oslo-017`.
  /// - Throws: `Faults` and `Refusal` as a run; ``Refusal`` when there is no such list.
  public init(of file: ScenarioFile, list id: String) throws {
    comparison = try Comparison(of: file)
    let ids = comparison.reform.lists.map(\.id)
    guard let list = ids.firstIndex(of: id) else {
      let near = nearName(to: id, among: ids)
      throw Refusal(
        "there is no list '\(id)'",
        help: near.map { "did you mean '\($0)'?" }
          ?? "the lists are \(ids.first ?? "none") to \(ids.last ?? "none")")
    }
    self.list = list
  }

  public func text() -> String {
    ([title] + [scenarioPart, placementPart, lawPart, monthPart, ledgerPart, reportPart])
      .joined(separator: "\n\n") + "\n"
  }

  private var own: PatientList { comparison.reform.lists[list] }
  private var scenario: Scenario { comparison.scenario }
  private var municipality: Municipality { scenario.municipalities[own.municipality] }

  private var title: String {
    "\(own.id), \(municipality.name): \(count(own.length, "person")), cap \(count(own.cap)), "
      + count(own.free, "free place")
  }

  private var scenarioPart: String {
    let lines = scenario.arrivals.map { arrival in
      let parts = [arrival.persons, arrival.familySize, arrival.uptake].map { estimate in
        "    \(estimate.path) = \(estimate.central)  [\(estimate.position)]\n"
          + "      \(estimate.source)"
      }
      return (["  \(arrival.title)"] + parts + right(of: arrival)).joined(separator: "\n")
    }
    return (["1. The scenario says how many persons gain a right"] + lines).joined(separator: "\n")
  }

  /// The right a group gains, as it first has it, or why it gains none.
  private func right(of arrival: Arrival) -> [String] {
    if let standing = arrival.standing {
      return [
        "    right '\(standing.name)' from \(standing.since), before the run: nothing is counted"
          + "  [\(standing.position)]"
      ]
    }
    let series = scenario.law.listRights[arrival.right.value]?.series
    let first = scenario.calendar.lazy.compactMap { series?.inForce(on: $0.firstDay) }.first
    return first.map {
      [
        "    right '\(arrival.right.value)' from \($0.period.from): \($0.value.words)"
          + "  [\($0.period.position)]"
      ]
    } ?? []
  }

  private var placementPart: String {
    let run = comparison.reform
    guard let month = run.monthsWithRight.first else { return "2. Nobody has the right" }
    let members = run.lists.indices.filter { run.lists[$0].municipality == own.municipality }
    let open = members.filter { run.lists[$0].free > 0 }
    let placed = members.reduce(0) { $0 + run.arrivals[month][$1] }
    let why =
      switch scenario.placement {
      case .freePlaces:
        "for \(count(own.free)) of the municipality's "
          + count(members.reduce(0) { $0 + run.lists[$1].free }, "free place")
      case .patientsChoice:
        "for \(count(own.length)) of the "
          + "\(count(open.reduce(0) { $0 + run.lists[$1].length }, "person")) on lists with room, "
          + "as far as there are free places"
      case .shortestFirst: "the shortest lists with room are filled first"
      }
    return """
      2. They are placed where lists have room
        rule '\(scenario.placement.rawValue)': \(count(run.arrivals[month][list])) of \
      \(count(placed, "person")) placed in \(municipality.name) in the first month,
        \(why)
      """
  }

  private var lawPart: String {
    let law = scenario.law
    let paid = Set(
      comparison.reform.ledger.postings.lazy.filter { $0.list == list }
        .map { comparison.reform.ledger.origins[$0.origin].name })
    let grants =
      law.perCapitaGrants.rules.flatMap { periods(of: $0, \.words) }
      + law.startUpGrants.rules.filter { paid.contains($0.name) }
      .flatMap { periods(of: $0, \.words) }
      + law.equalisationGrants.rules.filter { paid.contains($0.name) }
      .flatMap { periods(of: $0, \.words) }
      + law.lumpSums.rules.filter { paid.contains($0.name) }.flatMap { periods(of: $0, \.words) }
    let payment = law.monthRules.rules.flatMap { periods(of: $0, \.rawValue) }
    return (["3. The law sets the rate of each place"] + grants + payment).joined(separator: "\n")
  }

  /// Each value of a rule that is in force in some month of the run, once.
  private func periods<Value>(of rule: Rule<Value>, _ words: (Value) -> String) -> [String] {
    var lines: [String] = []
    for day in scenario.calendar.map(scenario.lawDay) {
      guard let (value, period) = rule.series.inForce(on: day) else { continue }
      let line =
        "  \(rule.name) from \(period.from): \(words(value)) \(rule.series.unit.value)"
        + "  [\(period.position)]\n    \(period.reference)"
      if lines.last != line { lines.append(line) }
    }
    return lines
  }

  private var monthPart: String {
    let currency = scenario.law.currency
    let grid = TextGrid(
      header: [
        "month", "persons without", "persons with", "paid without (\(currency))",
        "paid with (\(currency))", "difference (\(currency))",
      ],
      rows: scenario.calendar.indices.map { month in
        let (before, after) = (paid(comparison.baseline, month), paid(comparison.reform, month))
        return [
          scenario.from.advanced(by: month).description,
          count(comparison.baseline.lengths[month][list]),
          count(comparison.reform.lengths[month][list]),
          money(before), money(after), money(after - before),
        ]
      }, isText: [true, false, false, false, false, false])
    let rule =
      "  each payment: everything earned this year, rounded to 0.01 \(currency), less what was "
      + "paid before"
    let title = "4. Each month is paid for persons on the list at its start"
    return ([title, grid.text, rule] + [firstPayment].compactMap(\.self)).joined(separator: "\n")
  }

  /// The arithmetic of the first month, so that a reader can do it again; `nil` when something else
  /// than the per-capita grant is paid in it.
  private var firstPayment: String? {
    let runs = [comparison.baseline, comparison.reform]
    let isPerCapita = runs.allSatisfy { run in
      let first = run.ledger.postings.filter { $0.list == list && $0.month == 0 }
      return !first.isEmpty && first.allSatisfy { [.baseGrant, .perCapitaGrant].contains($0.line) }
    }
    let day = scenario.lawDay(of: scenario.from)
    guard isPerCapita, let scales = try? scenario.law.perCapitaScales(on: day) else { return nil }
    func annual(_ run: Run) -> String {
      money(
        scales.reduce(.zero) {
          $0 + $1.annualAmount(persons: run.lengths[0][list], needIndex: own.needIndex)
        })
    }
    let part = comparison.reform.fractions[0]
    return "  \(scenario.from): \(annual(comparison.baseline)) a year without, "
      + "\(annual(comparison.reform)) with, times \(part.numerator)/\(part.denominator)"
  }

  private var ledgerPart: String {
    let postings = comparison.reform.ledger.postings.filter { $0.list == list }
    let lines = Set(postings.map(\.origin)).sorted().map { origin in
      let own = postings.filter { $0.origin == origin }
      let (first, sum) = (own[0], own.reduce(Money.zero) { $0 + $1.amount })
      let why = comparison.reform.ledger.origins[origin]
      let grant = why.grant.map { " \($0)" } ?? ""
      return "  \(first.payer.rawValue) → \(first.payee.rawValue)  \(first.line.rawValue)\(grant)  "
        + "\(money(sum)) in \(counted(own.count, "posting"))  [\(why.position)]"
    }
    return (["5. The payments, with the arrivals, stand in the ledger"] + lines).joined(
      separator: "\n")
  }

  private var reportPart: String {
    // What that table counts: grants from the municipality. The state's grants are in the ledger.
    let part = comparison.difference {
      $0.list == list && $0.payer == .municipality && $0.line.isGrant
    }
    let stateGrants = comparison.difference {
      $0.list == list && $0.payer == .state && $0.line.isGrant
    }
    let beside =
      stateGrants == .zero
      ? "" : "\n  the state's grants are not in that table: \(money(stateGrants)) more"
    return """
      6. The report adds it up
        marginal-cost, \(municipality.name), all months: this list's part is \(money(part)) \
      \(scenario.law.currency)\(beside)
      """
  }

  private func paid(_ run: Run, _ month: Int) -> Money {
    run.ledger.total { $0.list == list && $0.month == month }
  }

  private func count(_ number: Int) -> String { wording.text(.count(number)) }
  private func count(_ number: Int, _ noun: String) -> String {
    counted(number, noun, as: count(number))
  }

  private func money(_ amount: Money) -> String {
    wording.number(Ratio(amount.ore, over: 100), decimals: 2)
  }
}
