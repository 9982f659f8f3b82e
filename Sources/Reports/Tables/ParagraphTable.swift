import Populations
import Analysis
import Scenarios
import Simulation
import Units

extension TableBuilder {
  /// One paragraph for a hearing note, in each language, and the source of each of its numbers.
  func paragraph(_ range: CostRange, _ audit: AuditedNote?) -> Table {
    let common = self.gaps(range, audit)
    let rows = Language.allCases.map { language -> [Cell] in
      let wording = Wording(language)
      var sentences = ["paragraph-cost", "paragraph-split", "paragraph-fees"]
      sentences.append(
        scenario.standbyContracts?.estimate == nil ? "paragraph-break-even" : "paragraph-standby")
      if audit != nil { sentences.append("paragraph-audit") }
      let text = sentences.map { wording.sentence(Phrase($0, gaps(in: wording, common))) }
      return [.term(language.rawValue), .text(text.joined(separator: " "))]
    }
    return Table(
      .paragraph, stage: .afterListMovements, columns: [.init("language"), .init("text")],
      rows: rows, notes: paragraphSources(audit))
  }

  /// Gaps that are lists of sentences are filled in each language by itself.
  private func gaps(in wording: Wording, _ gaps: [String: Cell]) -> [String: Cell] {
    var gaps = gaps
    let split = scenario.municipalities.indices.map { municipality in
      let cost = comparison.difference {
        $0.payer == .municipality && $0.municipality == municipality && $0.line.isGrant
      }
      return "\(scenario.municipalities[municipality].name) \(wording.text(millions(cost)))"
    }
    gaps["split"] = .text(split.joined(separator: ", "))
    return gaps
  }

  private func gaps(_ range: CostRange, _ audit: AuditedNote?) -> [String: Cell] {
    let cost = comparison.cost
    let grants = comparison.difference { $0.payer == .municipality && $0.line.isGrant }
    let last = scenario.from.advanced(by: scenario.months - 1)
    var gaps: [String: Cell] = [
      "persons": .count(comparison.applicants), "from": .text(scenario.from.description),
      "to": .text(last.description), "grants": millions(grants),
      "low": millions(range.lowest.municipality), "high": millions(range.highest.municipality),
      "state": millions(cost.state), "patient": millions(cost.patient),
      "break-even": millions(grants.scaled(by: Ratio(12, over: scenario.months))),
      "municipal": millions(cost.municipality), "currency": .text(currency),
    ]
    if let audit {
      let own = audit.rows[0]
      gaps["words"] = .text(audit.note.words)
      gaps["own-rate"] = .number(own.rate, decimals: own.rate.wholeNumber == nil ? 2 : 0)
      gaps["own"] = .money(own.amount)
      let legal = audit.legalRates.map { Ratio($0.ore, over: 100).description }
      gaps["legal"] = .text(legal.joined(separator: " / "))
      gaps["law"] = .text(audit.note.lawAt.description)
      gaps["computed"] = millions(audit.simulated[0].yearly)
    }
    return gaps
  }

  /// Millions with two decimals.
  private func millions(_ money: Money) -> Cell {
    .number(Ratio(money.ore, over: 100_000_000), decimals: 2)
  }

  private func paragraphSources(_ audit: AuditedNote?) -> [Phrase] {
    var sources: [String] = []
    func add(_ text: String) {
      if !sources.contains(text) { sources.append(text) }
    }
    for origin in comparison.reform.ledger.origins { add("\(origin.name): \(origin.source)") }
    for path in ["persons", "family-size", "uptake", "insured-share"] {
      for arrival in scenario.arrivals {
        let estimate =
          switch path {
          case "persons": arrival.persons
          case "family-size": arrival.familySize
          case "uptake": arrival.uptake
          default: arrival.insuredShare
          }
        add("\(estimate.path): \(estimate.source)")
      }
    }
    if let audit { add("note-audit: \(audit.note.source)") }
    return sources.enumerated().map { index, text in
      Phrase("source-line", ["number": .count(index + 1), "text": .text(text)])
    }
  }
}

extension AuditedNote {
  /// The rates of the law on the note's day, one per tier.
  var legalRates: [Money] { firstPlaces.map(rateOfPlace) }
}
