import Diagnostics
public import Documents
import Practices
public import RateBooks
import Rules
import Scenarios
import Units

extension Scenario {
  private enum Keys {
    static let title = Key("scenario", Grammar<String>.text, "the question, as a title")
    static let jurisdiction = Key(
      "jurisdiction", Grammar<String>.text.located, "norway, or a rate book file of your own")
    static let from = Key("from", Grammar<Month>.month.located, "the first month")
    static let months = Key("months", Grammar.whole(in: 1...120), "how many months")
    static let lawAt = Key(
      "law-at", Grammar<CalendarDate>.date.located,
      "the day whose rates hold in every month; rights to a list follow the calendar")
    static let seed = Key(
      "seed", Grammar.whole(in: 0...1_000_000_000), "names the random numbers; 1 unless said")
    static let law = Key("law", RateBook.fragment, "what the scenario adds to the law")
    static let municipalities = Key(
      "municipalities",
      Grammar<[Named<MunicipalitySetting>]>.names(of: MunicipalitySetting.grammar),
      "the municipalities of the run")
    static let lists = Key("lists", ListSetting.grammar, "where the lists come from")
    static let arrivals = Key(
      "arrivals", Grammar<[Named<Arrival.Draft>]>.names(of: Arrival.grammar),
      "groups of persons who gain a right to a list")
    static let placement = Key(
      "placement", Grammar<PlacementRule>.choice, "which lists new persons are placed on")
    static let enrolment = Key("enrolment", Enrolment.grammar, "how persons come on lists and off")
    static let consultations = Key(
      "consultations", ConsultationSetting.grammar, "consultations that follow from a list")
    static let standby = Key(
      "standby-contracts", Published.grammar(of: .number(in: 0...1_000_000_000)),
      "what municipalities pay in a year for capacity that becomes needless")
    static let audit = Key(
      "note-audit", NoteAudit.grammar, "a hearing note's figure, held to account")
    static let grid = Key(
      "cost-by-uptake", UptakeGrid.grammar, "the rows and columns of that table")
    static let tables = Key(
      "tables", Grammar<[TableName]>.tables(among: TableName.ofArrivals),
      "which tables to show; all unless said")
  }

  /// The grammar of a scenario file.
  ///
  /// - Parameters:
  ///   - book: The rate book the file names, to look rules up in; `nil` when it could not be read, or
  ///     when only the schema is wanted.
  ///   - layers: The files the document is made of.
  /// - Returns: The grammar. Names are looked up even when other keys have faults.
  public static func grammar(
    reading book: RateBook?, layers: [String] = []
  ) -> Grammar<Scenario> {
    .record(
      "a scenario",
      keys: [
        Keys.title.required, Keys.jurisdiction.required, Keys.from.required, Keys.months.required,
        Keys.lawAt.optional, Keys.seed.optional, Keys.law.optional, Keys.municipalities.required,
        Keys.lists.required, Keys.arrivals.required, Keys.placement.required,
        Keys.enrolment.required, Keys.consultations.optional, Keys.standby.optional,
        Keys.audit.optional, Keys.grid.optional, Keys.tables.optional,
      ],
      always: { record, log in Names(of: record, in: book).check(record, &log) },
      build: { record, log in
        let names = Names(of: record, in: book)
        guard let law = names.law, let arrivals = names.arrivals(of: record, &log) else {
          return nil
        }
        let scenario = Scenario(
          title: record[Keys.title], law: law, addedLaw: record[maybe: Keys.law],
          from: record[Keys.from].value,
          months: record[Keys.months], lawAt: record[maybe: Keys.lawAt]?.value,
          seed: UInt64(record[maybe: Keys.seed] ?? 1),
          municipalities: record[Keys.municipalities].map {
            $0.value.municipality(key: $0.name.value)
          },
          lists: record[Keys.lists], arrivals: arrivals, placement: record[Keys.placement],
          enrolment: record[Keys.enrolment], consultations: record[maybe: Keys.consultations],
          standbyContracts: record[maybe: Keys.standby], noteAudit: record[maybe: Keys.audit],
          uptakeGrid: record[maybe: Keys.grid].flatMap { $0.make(names.groups, &log) },
          tables: record[maybe: Keys.tables] ?? TableName.ofArrivals)
        return scenario
      })
  }

  /// The names one part of a scenario gives and another uses.
  private struct Names {
    /// `nil` when the book could not be read, or what the scenario adds to it has faults.
    let law: RateBook?
    /// The law without what the scenario adds to it.
    private let book: RateBook?
    let municipalities: [String]
    let groups: [String]

    init(of record: Record, in book: RateBook?) {
      let added = record[maybe: Keys.law]
      self.book = book
      law =
        record.isUnsound(Keys.law) ? nil : book.map { book in added.map(book.overlaid) ?? book }
      municipalities = (record[maybe: Keys.municipalities] ?? []).map(\.name.value)
      groups = (record[maybe: Keys.arrivals] ?? []).map(\.name.value)
    }

    func check(_ record: Record, _ log: inout FaultLog) {
      _ = arrivals(of: record, &log)
      if record[maybe: Keys.law] != nil { _ = law?.isConsistent(&log) }
      if !groups.isEmpty { _ = record[maybe: Keys.grid]?.make(groups, &log) }
      if let law, let fee = record[maybe: Keys.consultations]?.fee, law.fees[fee.value] == nil {
        log.addUnknownName(fee, among: law.fees.rules.map(\.name), in: "fees of the law")
      }
      checkLaw(record, &log)
    }

    private func checkLaw(_ record: Record, _ log: inout FaultLog) {
      guard let book, let law, let from = record[maybe: Keys.from],
        let months = record[maybe: Keys.months], !record.isUnsound(Keys.lawAt)
      else { return }
      let check = LawCheck(
        law: law, from: from, months: months, lawAt: record[maybe: Keys.lawAt])
      check.checkRates(record[maybe: Keys.consultations], &log)
      if let audit = record[maybe: Keys.audit] { check.check(audit, &log) }
      let arrivals = arrivals(of: record, &log) ?? []
      for arrival in arrivals { check.check(arrival, &log) }
      if let enrolment = record[maybe: Keys.enrolment], !arrivals.isEmpty {
        let own = (record[maybe: Keys.arrivals] ?? []).filter(\.value.hasOwnConsent)
        check.check(enrolment, arrivals, withOwnConsent: own.map(\.name.value), &log)
      }
      if let added = record[maybe: Keys.law], !record.isUnsound(Keys.consultations) {
        let lines = AddedLaw(
          added: added, book: book, run: check, consultations: record[maybe: Keys.consultations],
          auditDay: record[maybe: Keys.audit]?.lawAt.value, rights: arrivals.map(\.right.value))
        lines.tell(&log)
      }
    }

    func arrivals(of record: Record, _ log: inout FaultLog) -> [Arrival]? {
      guard let drafts = record[maybe: Keys.arrivals], !municipalities.isEmpty else { return nil }
      let consent = record[maybe: Keys.enrolment]?.consent
      let eve = record[maybe: Keys.from]?.value.firstDay.advanced(byDays: -1)
      let arrivals = drafts.map { draft -> Arrival? in
        guard
          var arrival = draft.value.make(draft.name.value, municipalities, consent, &log)
        else { return nil }
        if let eve { arrival.standing = book?.standingRight(of: arrival, on: eve) }
        return arrival
      }
      let rights = law?.listRights.rules.map(\.name)
      for arrival in arrivals.compactMap(\.self) {
        if let rights, !rights.contains(arrival.right.value) {
          log.addUnknownName(arrival.right, among: rights, in: "list rights of the law")
        }
      }
      return arrivals.contains { $0 == nil } ? nil : arrivals.compactMap(\.self)
    }
  }
}
