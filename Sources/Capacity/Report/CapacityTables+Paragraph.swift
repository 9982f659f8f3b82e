import Diagnostics
import Ledger
import RateBooks
import Reports
import Rules
import Scenarios
import Statistics
import Units

extension CapacityTables {
  /// One paragraph for a note on the distribution, in each language, and the source of its numbers.
  func paragraph() -> Table {
    var citations = Citations()
    let gaps = numbers.merging(marks(&citations)) { number, _ in number }
    let rows = Language.allCases.map { language -> [Cell] in
      let wording = Wording(language)
      let text = sentences.map { wording.sentence(Phrase($0, gaps)) }
      return [.term(language.rawValue), .text(text.joined(separator: " "))]
    }
    return Table(
      .paragraph, stage: .afterBehaviour, columns: [.init("language"), .init("text")], rows: rows,
      notes: citations.sources.enumerated().map { index, source in
        Phrase("source-line", ["number": .count(index + 1), "text": .text(source)])
      })
  }

  private var sentences: [String] {
    var sentences = ["paragraph-capacities", "paragraph-deployed"]
    if plan.distribution.unplaced > 0 { sentences.insert("paragraph-unplaced", at: 1) }
    if plan.states.contains(where: { $0.beyond > 0 }) { sentences.append("paragraph-beyond") }
    if plan.plan.years.count > 1 {
      sentences.append(plan.spread == nil ? "paragraph-path" : "paragraph-path-range")
    }
    if plan.ledger.postings.isEmpty == false { sentences.append("paragraph-region") }
    return sentences
  }

  private var numbers: [String: Cell] {
    let states = plan.states
    func sum(_ value: (CouncilState) -> Int) -> Cell { .count(states.reduce(0) { $0 + value($1) }) }
    let needs = states.indices.map { council in
      let people = states[council].persons
      return Ratio(people, over: max(1, plan.distribution.councils[council]))
    }
    var gaps: [String: Cell] = [
      "total": .count(plan.distribution.total), "year": .text("\(plan.distribution.year)"),
      "method": .term(plan.plan.capacities.method.rawValue), "councils": .count(states.count),
      "fewest": .count(needs.min()?.rounded ?? 0), "most": .count(needs.max()?.rounded ?? 0),
      "day": .day(plan.plan.day.value), "deployed": sum(\.deployed), "vacant": sum(\.vacant),
      "room": sum(\.room), "without": sum(\.withoutClinic), "beyond": sum(\.beyond),
      "beyond-councils": .count(states.count { $0.beyond > 0 }),
      "currency": .term(currency), "unplaced": .count(plan.distribution.unplaced),
    ]
    let paid = plan.ledger.total { $0.payer == .region }
    gaps["paid"] = .number(Ratio(paid.ore, over: 100_000_000), decimals: 0)
    if let last = plan.path.nation.last {
      gaps["last"] = .text("\(last.year)")
      gaps["target"] = .count(last.target)
      gaps["filled"] = .count(last.filled)
      gaps["shortfall"] = .count(last.shortfall)
    }
    if let shortfall = plan.spread?.shortfall.last {
      gaps["low"] = .count(Int(shortfall.quantile(0.05).rounded()))
      gaps["high"] = .count(Int(shortfall.quantile(0.95).rounded()))
    }
    return gaps
  }

  /// The marks of the sources, in the order in which the paragraph names their numbers.
  private func marks(_ citations: inout Citations) -> [String: Cell] {
    let plan = self.plan.plan
    func mark(_ sources: [Source?]) -> Cell {
      let mark = citations.mark(sources.compactMap { $0?.description })
      return .text(mark.isEmpty ? "" : " " + mark)
    }
    let numbers = mark(plan.capacities.numbers.map(\.number.source))
    let needs = mark([plan.population.source] + plan.needWeights.map(\.source))
    let clinics = mark([plan.clinics.source, plan.doctors?.source])
    let isBeyond = sentences.contains("paragraph-beyond")
    let ceilings = mark(isBeyond ? [plan.capacities.ceilings?.source] : [])
    let supply = mark([
      plan.supply.newDoctors.source, plan.supply.leaving.source, plan.supply.deployed.source,
    ])
    let paid = citations.mark(self.plan.ledger.origins.map(\.source))
    return [
      "r-numbers": numbers, "r-needs": needs, "r-ceilings": ceilings, "r-clinics": clinics,
      "r-supply": supply, "r-paid": .text(" " + paid),
    ]
  }
}
