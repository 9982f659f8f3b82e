import Diagnostics
import Documents
import Ledger
import Practices
import RateBooks
import Reports
import Scenarios
import Units

extension TableBuilder {
  /// One paragraph for a hearing note, in each language, and the source of each of its numbers.
  func paragraph(_ range: CostRange, _ audit: AuditedNote?) -> Table {
    var citations = Citations()
    let common = gaps(range, audit).merging(marks(&citations, audit)) { number, _ in number }
    let rows = Language.allCases.map { language -> [Cell] in
      let wording = Wording(language)
      var sentences = ["paragraph-cost", "paragraph-split"]
      if comparison.placed.waiting > 0 { sentences.insert("paragraph-waiting", at: 1) }
      if scenario.consultations != nil { sentences.append("paragraph-fees") }
      sentences.append("paragraph-handling")
      switch scenario.standbyContracts {
      case .number: sentences.append("paragraph-standby")
      case .notPublished: sentences.append("paragraph-break-even")
      case nil: break
      }
      if comparison.cost.stateGrants != .zero {
        sentences.insert("paragraph-state-grants", at: 1)
      }
      if audit != nil { sentences.append("paragraph-audit") }
      let text = sentences.map { wording.sentence(Phrase($0, gaps(in: wording, common))) }
      return [.term(language.rawValue), .text(text.joined(separator: " "))]
    }
    let lines = citations.sources.enumerated().map { index, source in
      Phrase("source-line", ["number": .count(index + 1), "text": .text(source)])
    }
    // Notes are not in every format, and a paragraph without its sources is worth little.
    let sources = Cell.joined(lines.map(Cell.phrase), by: "; ")
    return Table(
      .paragraph, stage: .afterListMovements,
      columns: [.init("language"), .init("text"), .init("sources")],
      rows: rows.map { $0 + [sources] }, notes: lines)
  }

  /// Gaps that hold numbers in words are filled in each language by itself.
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
    let handling = comparison.difference { $0.line == .enrolmentHandling }
    var gaps: [String: Cell] = [
      "persons": .count(comparison.placed.present), "waiting": .count(comparison.placed.waiting),
      "from": .month(scenario.from), "to": .month(last), "grants": millions(grants),
      "last": .month(comparison.monthOfPlaced ?? last), "rates": .phrase(rates),
      "fee-day": feeDay.map(Cell.phrase) ?? .text(""), "handling": millions(handling),
      "low": millions(range.lowest.grants), "high": millions(range.highest.grants),
      "state": millions(cost.state - cost.stateGrants - handling),
      "state-grants": millions(cost.stateGrants),
      "net-low": millions(range.lowest.municipality),
      "net-high": millions(range.highest.municipality), "patient": millions(cost.patient),
      "break-even": millions(comparison.yearly(grants)),
      "municipal": millions(cost.municipality), "currency": .term(currency),
    ]
    if let audit {
      let own = audit.rows[0]
      gaps["words"] = .text(audit.note.words)
      gaps["own-rate"] = .number(own.rate, decimals: own.rate.wholeNumber == nil ? 2 : 0)
      gaps["own"] = .money(own.amount)
      gaps["legal"] = audit.legal
      gaps["audit-persons"] = .count(audit.simulated[0].persons.rounded)
      gaps["law"] = .day(audit.note.lawAt.value)
      gaps["computed"] = millions(audit.simulated[0].yearly)
    }
    return gaps
  }

  /// Which day's rates the grants are reckoned with.
  private var rates: Phrase {
    scenario.lawAt.map { Phrase("rates-of-day", ["law": .day($0)]) } ?? Phrase("rates-of-months")
  }

  /// The day whose fee a consultation has, where it is one of its own.
  private var feeDay: Phrase? {
    scenario.consultations?.asOf.map { Phrase("fee-of-day", ["day": .day($0)]) }
  }

  /// Millions with two decimals, or four where two would say nothing.
  private func millions(_ money: Money) -> Cell {
    let isSmall = abs(money.ore) < 1_000_000 && money != .zero
    return .number(Ratio(money.ore, over: 100_000_000), decimals: isSmall ? 4 : 2)
  }

  /// Marks that lead from each number to its sources.
  private func marks(_ citations: inout Citations, _ audit: AuditedNote?) -> [String: Cell] {
    func written(_ paths: [String]) -> [String] {
      paths.map { file.document.value(at: $0)?.sourceInWords ?? "" }
    }
    let groups = scenario.arrivals.filter { $0.standing == nil }.map { "arrivals.\($0.key)" }
    let persons = groups.flatMap { group in
      ["persons", "family-size", "uptake"].map { "\(group).\($0).source" }
    }
    let means = scenario.municipalities.map { "municipalities.\($0.key).mean-list.source" }
    let lists = ["lists.size-class-source", "lists.occupancy.source"]
    let residence = groups.map { "\($0).residence.source" }
    let sources: KeyValuePairs = [
      "r-persons": written(persons), "r-lists": written(means + lists),
      "r-law": postedSources { $0.line.isGrant }, "r-split": written(residence),
      "r-fees": postedSources {
        !$0.line.isGrant && ![.standbyContract, .enrolmentHandling].contains($0.line)
      },
      "r-handling": postedSources { $0.line == .enrolmentHandling },
      "r-standby": written(["standby-contracts.source"]),
      "r-note": audit.map { [$0.note.source.description] } ?? [],
      "r-note-law": audit.map(legalSources) ?? [],
    ]
    var marks: [String: Cell] = [:]
    for (key, cited) in sources {
      // The space belongs to the mark: without a source neither is there.
      let mark = citations.mark(cited)
      marks[key] = .text(mark.isEmpty ? "" : " " + mark)
    }
    return marks
  }

  /// The sources of the rates of the law on the note's day, which need not be those of the run.
  private func legalSources(_ audit: AuditedNote) -> [String] {
    scenario.law.perCapitaGrants.rules.compactMap {
      $0.series.inForce(on: audit.note.lawAt.value)?.period.reference.description
    }
  }

  /// The sources of the origins of the chosen postings.
  private func postedSources(where isCited: (Posting) -> Bool) -> [String] {
    let ledger = comparison.reform.ledger
    return Set(ledger.postings.lazy.filter(isCited).map(\.origin)).sorted().map {
      ledger.origins[$0].source
    }
  }
}

extension AuditedNote {
  /// The rates of the law on the note's day, one per tier.
  var legalRates: [Money] { firstPlaces.map(rateOfPlace) }

  /// The same in words.
  var legal: Cell {
    .joined(legalRates.map { .shortest(Ratio($0.ore, over: 100)) }, by: " / ")
  }
}
