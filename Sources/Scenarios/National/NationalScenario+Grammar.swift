import Diagnostics
public import Documents
public import RateBooks
import Units

extension NationalScenario {
  private enum Keys {
    static let title = Key("scenario", Grammar<String>.text, "the question, as a title")
    static let jurisdiction = Key(
      "jurisdiction", Grammar<String>.text.located, "norway, or a rate book file of your own")
    static let year = Key("year", Grammar.whole(in: 1...9_998).located, "the calendar year")
    static let seed = Key(
      "seed", Grammar.whole(in: 0...1_000_000_000), "names the random numbers; 1 unless said")
    static let law = Key("law", RateBook.fragment, "what the scenario adds to the law")
    static let gaps = Key("law-gaps", LawGap.grammar, "what the law at hand does not state")
    static let population = Key("population", PopulationSetting.grammar, "who is on the lists")
    static let groups = Key(
      "municipality-groups", MunicipalityGroup.groups, "municipalities by size, smallest first")
    static let lists = Key("lists", ListSetting.grammar, "where the lists come from")
    static let practices = Key("practices", PracticeSetting.grammar, "who holds the lists")
    static let use = Key("use", UseSetting.grammar, "how much persons of each age use services")
    static let contacts = Key("contacts", ContactSetting.grammar, "which contacts there are")
    static let other = Key(
      "other-copay", OtherCopay.grammar, "copay for other services that fills the ceiling")
    static let adjustments = Key(
      "adjustments", Adjustment.grammar, "factors on grants and fees, by name")
    static let staff = Key(
      "staff", StaffSetting.grammar, "contacts that staff takes instead of the doctor, by name")
    static let controls = Key("controls", ControlSetting.grammar, "caps, as numbers with a range")
    static let lumpSums = Key(
      "lump-sums", LumpSumSetting.grammar, "grants of an amount nobody has put into law, by name")
    static let work = Key("work", WorkSetting.grammar, "what contacts take and practices cost")
    static let behaviour = Key(
      "behaviour", BehaviourSetting.grammar, "how patients and practices answer to what is paid")
    static let solve = Key("solve", Goal.grammar, "numbers to be found, by name")
    static let phaseIn = Key(
      "phase-in",
      Grammar<Estimate>.record("a phasing in", keys: [phaseInYears.required]) { record, _ in
        record[phaseInYears]
      }, "over how many years adjustments come into force, in equal steps")
    private static let phaseInYears = Key(
      "years", Estimate.grammar(of: Grammar<Int>.whole(in: 1...50).map { Ratio($0) }),
      "the year in which they are in force in full")
    static let official = Key(
      "official", OfficialAccounts.grammar,
      "the year's accounts: 'year', 'persons', and their lines")
    static let calibration = Key(
      "calibration", Grammar<[FreeNumber]>.list(of: FreeNumber.grammar),
      "numbers that are fitted to the accounts")
    static let tables = Key(
      "tables", Grammar<[TableName]>.tables(among: TableName.ofNations).located,
      "which tables to show; all unless said")
  }

  /// The grammar of a national scenario.
  ///
  /// - Parameters:
  ///   - book: The rate book the file names; `nil` when it could not be read, or when only the schema
  ///     is wanted.
  ///   - layers: The files the document is made of, each after those it changes.
  /// - Returns: The grammar.
  public static func grammar(
    reading book: RateBook?, layers: [String] = []
  ) -> Grammar<NationalScenario> {
    .record(
      "a national scenario",
      keys: [
        Keys.title.required, Keys.jurisdiction.required, Keys.year.required, Keys.seed.optional,
        Keys.law.optional, Keys.gaps.optional, Keys.population.required, Keys.groups.required,
        Keys.lists.required, Keys.practices.required, Keys.use.required, Keys.contacts.required,
        Keys.other.required, Keys.adjustments.optional, Keys.staff.optional,
        Keys.controls.optional, Keys.lumpSums.optional, Keys.work.optional, Keys.behaviour.optional,
        Keys.solve.optional,
        Keys.phaseIn.optional,
        Keys.official.optional, Keys.calibration.optional,
        Keys.tables.optional,
      ] + PostSettings.keys
    ) { record, log in
      guard let law = law(of: record, in: book, &log) else { return nil }
      let year = record[Keys.year]
      let posts = PostSettings(record, in: year.value)
      guard posts.canShow(record[maybe: Keys.tables], &log) else { return nil }
      let pins = FeePins(
        book: book ?? law, added: record[maybe: Keys.law], layers: layers, year: year.value)
      guard record[Keys.contacts].hasKnownFees(in: law, year: year.value, &log),
        let contacts = pins.pinned(record[Keys.contacts], &log)
      else { return nil }
      let adjustments = Adjustment.named(record[maybe: Keys.adjustments] ?? [])
      let staff = StaffSetting.named(record[maybe: Keys.staff] ?? [])
      let vocabulary = FeeVocabulary(contacts.types, in: law)
      guard contacts.stateMinutes(askedForBy: law, in: year.value, &log),
        adjustments.fit(vocabulary, &log), adjustments.areBounded(&log),
        staff.fit(vocabulary, &log),
        record[maybe: Keys.controls]?.fits(vocabulary, &log) ?? true,
        record[maybe: Keys.work]?.fits(contacts.types, &log) ?? true,
        let goals = Goal.goals(
          record[maybe: Keys.solve] ?? [], for: contacts.types,
          answering: record[maybe: Keys.behaviour], &log),
        let official = accounts(of: record, &log)
      else { return nil }
      return NationalScenario(
        title: record[Keys.title], law: law, year: year.value,
        seed: UInt64(record[maybe: Keys.seed] ?? 1), population: record[Keys.population],
        groups: record[Keys.groups], lists: record[Keys.lists],
        practices: record[Keys.practices], use: record[Keys.use], contacts: contacts,
        otherCopay: record[Keys.other], posts: posts,
        adjustments: adjustments, staff: staff, controls: record[maybe: Keys.controls],
        lumpSums: LumpSumSetting.named(record[maybe: Keys.lumpSums] ?? []),
        work: record[maybe: Keys.work], behaviour: record[maybe: Keys.behaviour],
        goals: goals,
        phaseInYears: record[maybe: Keys.phaseIn], accounts: official,
        calibration: record[maybe: Keys.calibration] ?? [],
        tables: record[maybe: Keys.tables]?.value ?? TableName.ofNations)
    }
  }

  /// Accounts without a line where the scenario has none.
  private static func accounts(of record: Record, _ log: inout FaultLog) -> OfficialAccounts? {
    record[maybe: Keys.official].map { OfficialAccounts($0, &log) }
      ?? OfficialAccounts(figures: [], year: nil, persons: nil, position: record.position)
  }

  private static func law(
    of record: Record, in book: RateBook?, _ log: inout FaultLog
  ) -> RateBook? {
    guard let book else { return nil }
    let law = record[maybe: Keys.law].map(book.overlaid) ?? book
    // A book is checked when it is read, and with a law that is as before it was checked then.
    let isChecked = record[maybe: Keys.law] == nil || record.isKnown(Keys.law)
    guard isChecked || law.isConsistent(&log) else { return nil }
    let words = LawVocabulary(of: law, adding: book, record[Keys.contacts])
    guard record[maybe: Keys.law].map({ words.knows($0, &log) }) ?? true else { return nil }
    let year = record[Keys.year]
    guard let filled = law.filling(record[maybe: Keys.gaps] ?? [], &log) else { return nil }
    let controlled = filled.controlled(
      by: record[maybe: Keys.controls], record[Keys.practices].companies, from: year.value)
    guard controlled.isOfWholeYears(year.value, &log) else { return nil }
    let lumpSums = LumpSumSetting.named(record[maybe: Keys.lumpSums] ?? [])
    guard let granted = controlled.granting(lumpSums, from: year.value, &log),
      granted.isKnown(in: year, adding: record[maybe: Keys.law], &log)
    else { return nil }
    return granted
  }
}

extension RateBook {
  /// Whether grants are known in every month, and a ceiling where the law has any; what is not goes
  /// into the log. A year without a ceiling nobody knows would cost patients more than it did.
  /// What `added`, the scenario's own law, ends is told at its line.
  fileprivate func isKnown(
    in year: Located<Int>, adding added: RateBook?, _ log: inout FaultLog
  ) -> Bool {
    let days = (1...12).map { Month(year: year.value, number: $0).firstDay }
    for day in days {
      do {
        _ = try fraction(of: day.inMonth, on: day)
        _ = try perCapitaScales(on: day)
      } catch {
        let ended = added?.monthRules.rules.flatMap(\.series.periods).last {
          $0.value == nil && $0.from <= day
        }
        let isEnded = ended != nil && monthRules.inForce(on: day) == nil
        log.add(
          error.what, at: isEnded ? ended?.position ?? year.position : year.position,
          help: isEnded
            ? "keep the month rule while the law has grants"
            : "choose another year, or fill 'law-gaps'")
        return false
      }
    }
    return hasGrantBases(on: days, &log) && hasKnownCeiling(on: days, year, &log)
  }

  private func hasKnownCeiling(
    on months: [CalendarDate], _ year: Located<Int>, _ log: inout FaultLog
  ) -> Bool {
    let changes = copayCeilings.daysOfChange.filter { $0.year == year.value }
    for day in [months[0]] + (months.dropFirst() + changes).sorted() {
      let standings = copayCeilings.rules.map { $0.series.standing(on: day) }
      let isKnown = standings.contains { if case .inForce = $0 { true } else { false } }
      // A ceiling may be abolished, or be the first one within the year; but not be forgotten.
      let isForgotten = standings.contains { if case .unknown = $0 { true } else { false } }
      let isAbolished = standings.allSatisfy { if case .ended = $0 { true } else { false } }
      guard isKnown || isAbolished || (day != months[0] && !isForgotten) else {
        log.add(
          "no copay ceiling is known for \(day)", at: year.position,
          help: "choose another year, or say under 'law-gaps' what it is taken to be")
        return false
      }
    }
    return true
  }

  /// Whether ceilings of refunds and what follows above a copay ceiling, both of a calendar year, hold
  /// for the whole of one; which does not goes into the log.
  fileprivate func isOfWholeYears(_ year: Int, _ log: inout FaultLog) -> Bool {
    let first = Month(year: year, number: 1).firstDay
    func check<Value>(_ section: Section<Value>, _ words: String) -> Bool {
      let inside = section.rules.flatMap { rule in
        rule.series.periods.filter { $0.from > first && $0.from.year == year }
          .map { (rule.name, $0) }
      }
      for (name, period) in inside {
        log.add(
          "'\(name)' \(words) and begins on \(period.from), within the year \(year)",
          at: period.position,
          help: "let it begin on \(first) or on \(Month(year: year + 1, number: 1).firstDay)")
      }
      return inside.isEmpty
    }
    let ceilings = check(practiceCeilings, "bounds the refunds of a calendar year")
    return check(copayCards, "is about the copay of a calendar year") && ceilings
  }
}

extension ContactSetting {
  /// Whether every fee is in the law on the days it is used, where no day of its own is said; what is
  /// not goes into the log. A fee that the law has ended is known: nobody is paid it.
  fileprivate func hasKnownFees(in law: RateBook, year: Int, _ log: inout FaultLog) -> Bool {
    var isKnown = true
    for type in types {
      for use in type.fees {
        guard law.fees[use.fee.value] != nil else {
          log.addUnknownName(use.fee, among: law.fees.rules.map(\.name), in: "fees of the law")
          isKnown = false
          continue
        }
        let months = (1...12).map { Month(year: year, number: $0).firstDay }
        for day in use.asOf == nil ? months : [] {
          do {
            _ = try use.period(on: day, in: law)
          } catch {
            log.add(
              error.what, at: use.fee.position,
              help: "write 'as-of' with a day for which 'takst rates --history' shows it")
            isKnown = false
            break
          }
        }
      }
    }
    return isKnown
  }
}
