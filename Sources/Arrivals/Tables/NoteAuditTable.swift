import Diagnostics
import Practices
import Reports
import Scenarios
import Units

extension TableBuilder {
  /// The note's figure, every other reading of its own numbers, and the computed cost.
  func noteAudit(_ audit: AuditedNote) -> Table {
    let own = audit.rows[0].amount
    let readings = audit.rows.enumerated().map { index, row in
      auditRow(
        .text(row.reading.key.value), persons: row.persons, rate: row.rate, amount: row.amount,
        own: own,
        claim: audit.note.claim, cause: cause(of: row, isOwn: index == 0, in: audit))
    }
    let simulated = audit.simulated.map { row in
      let key = row.lawAt == nil ? "from-lists-monthly-law" : "from-lists"
      let gaps: [String: Cell] = [
        "rate": .number(row.rate, decimals: 2), "law": row.lawAt.map(Cell.day) ?? .text(""),
      ]
      return auditRow(
        .term(key), persons: row.persons, rate: row.rate, amount: row.yearly, own: own,
        claim: audit.note.claim, cause: Phrase("cause-\(key)", gaps))
    }
    return Table(
      .noteAudit, stage: .afterListMovements,
      columns: [
        .init("reading"), .init("persons", "persons"),
        .init("rate", "\(currency)/person/year"), .init("amount", "\(currency)/year"),
        .init("difference-from-own", currency), .init("difference-from-claim", currency),
        .init("cause"),
      ],
      rows: readings + simulated,
      notes: [
        Phrase("note-person-years"),
        Phrase(
          "note-audit",
          [
            "words": .text(audit.note.words), "claim": .money(audit.note.claim),
            "source": .text(audit.note.source.description),
            "law": .day(audit.note.lawAt.value),
          ]),
      ])
  }

  private func auditRow(
    _ reading: Cell, persons: Ratio, rate: Ratio, amount: Money, own: Money, claim: Money,
    cause: Phrase
  ) -> [Cell] {
    [
      reading, .number(persons, decimals: persons.wholeNumber == nil ? 1 : 0),
      .number(rate, decimals: 2), .money(amount), .money(amount - own), .money(amount - claim),
      .phrase(cause),
    ]
  }

  /// One sentence: where the rate comes from, and how persons were counted.
  private func cause(of row: AuditedNote.Row, isOwn: Bool, in audit: AuditedNote) -> Phrase {
    let reading = row.reading
    let counted = Phrase(
      reading.familySize == .one ? "cause-included" : "cause-families",
      [
        "persons": .count(reading.persons),
        "family": .number(
          reading.familySize, decimals: reading.familySize.wholeNumber == nil ? 1 : 0),
      ])
    return Phrase(
      "cause", ["rate": .phrase(rateCause(row, isOwn, audit)), "counted": .phrase(counted)])
  }

  private func rateCause(_ row: AuditedNote.Row, _ isOwn: Bool, _ audit: AuditedNote) -> Phrase {
    let law = Cell.day(audit.note.lawAt.value)
    let rate: Cell = .number(row.rate, decimals: row.rate.wholeNumber == nil ? 2 : 0)
    switch row.reading.rate {
    case .stated(let stated):
      let legal = audit.legalRates
      let isLegal = legal.contains(stated)
      return Phrase(
        isLegal ? "cause-stated-legal" : "cause-stated",
        ["rate": rate, "law": law, "legal": audit.legal])
    case .ofPlace(let place):
      return Phrase("cause-of-place", ["place": .count(place), "rate": rate, "law": law])
    case .mix(let parts):
      let words = parts.map { part in
        Cell.phrase(
          Phrase(
            "cause-mix-part",
            [
              "share": .shortest(part.share), "place": .count(part.place),
              "rate": .shortest(Ratio(audit.rateOfPlace(part.place).ore, over: 100)),
            ]))
      }
      return Phrase("cause-mix", ["parts": .joined(words, by: " + "), "rate": rate])
    case .meanOfList(let length):
      return Phrase("cause-mean-of-list", ["length": .count(length), "rate": rate])
    }
  }
}
