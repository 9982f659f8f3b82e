import Ledger
import Practices
import Reports
import Scenarios
import Units

extension TableBuilder {
  /// What one more person on a list moves, for each kind of person.
  func onePerson(_ one: OnePerson) -> Table {
    let rows = one.rows.map { row -> [Cell] in
      let basis: Phrase =
        switch row.basis {
        case .yearOnPlace(let place): Phrase("basis-place", ["place": .count(place)])
        case .consultation: Phrase("basis-consultation")
        }
      return [
        .term(row.isInsured ? "insured" : "uninsured"), .term(row.payer.rawValue),
        .term(row.line.rawValue), .phrase(basis), .money(row.amount), .grant(row.grant),
      ]
    }
    return Table(
      .onePerson, stage: .immediate,
      columns: [
        .init("person"), .init("payer"), .init("line"), .init("per"), .init("amount", currency),
        .grant,
      ],
      rows: rows, notes: [Phrase("note-one-person", ["law": .day(one.day)])] + pinNotes)
  }

  /// Said where the fee of a consultation is that of another day.
  private var pinNotes: [Phrase] {
    scenario.consultations?.asOf.map { [Phrase("note-fee-as-of", ["day": .day($0)])] } ?? []
  }

  /// Persons who come, wait, change and leave.
  func enrolment() -> Table {
    let rows = scenario.municipalities.indices.flatMap { municipality in
      zip(scenario.calendar, comparison.reform.movements).map { month, all -> [Cell] in
        let moved = all[municipality]
        let counts = [
          moved.enrolled, moved.changed, moved.refusedChanges, moved.deregistered, moved.waiting,
          moved.present, moved.departed,
        ]
        return [.text(scenario.municipalities[municipality].name), .text(month.description)]
          + counts.map(Cell.count)
      }
    }
    let counts = [
      "enrolled", "changed", "refused-changes", "deregistered", "waiting", "present", "departed",
    ]
    return Table(
      .enrolment, stage: .afterListMovements,
      columns: [.init("municipality"), .init("month")] + counts.map { .init($0, "persons") },
      rows: rows, notes: standingNotes)
  }

  /// The lists the run starts from.
  func lists() -> Table {
    let rows = comparison.listSummaries.map { summary -> [Cell] in
      let share: Cell =
        summary.persons > 0
        ? .number(Ratio(summary.personsInFirstTier, over: summary.persons), decimals: 3) : .empty
      return [
        .text(summary.municipality.name), .count(summary.lists), .count(summary.persons),
        .count(summary.freePlaces), .count(summary.listsWithoutFreePlace),
        .count(summary.listsAboveFirstTier), share, .count(summary.freePlacesInFirstTier),
      ]
    }
    return Table(
      .lists, stage: .immediate,
      columns: [
        .init("municipality"), .init("lists", "lists"), .init("listed", "persons"),
        .init("free-places", "places"), .init("full-lists", "lists"),
        .init("lists-above-first-tier", "lists"), .init("share-in-first-tier", "share"),
        .init("free-in-first-tier", "places"),
      ], rows: rows, notes: [Phrase("note-lists"), Phrase("note-persons-of-start")])
  }
}
