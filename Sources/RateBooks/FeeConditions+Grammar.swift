import Diagnostics
import Documents
import Rules
import Units

extension FeeConditions {
  private enum Keys {
    static let codes = Grammar.set(of: Grammar<String>.text)

    static let perMinutes = Key(
      "per-started-minutes", Unit.grammar, "that the amounts are paid per started interval of time")
    static let times = Key(
      "times", Grammar.set(of: Grammar<TimeOfDay>.choice), "only at these times of the day")
    static let contactTypes = Key(
      "contact-types", codes, "only in contacts of these types, by the names of the scenario")
    static let forms = Key(
      "forms", Grammar.set(of: Grammar<PracticeForm>.choice), "only in practices of these forms")
    static let specialists = Key(
      "only-specialists", Grammar<Bool>.flag, "only specialists (spesialisttakst)")
    static let minutes = Key(
      "minimum-minutes", Grammar.whole(in: 1...1440), "the shortest contact (minimum_tidsbruk)")
    static let procedure = Key(
      "needs-procedure", Grammar<Bool>.flag, "the bill names a procedure (krever_prosedyre)")
    static let diagnosis = Key(
      "needs-diagnosis", Grammar<Bool>.flag, "the bill names a diagnosis (krever_diagnose)")
    static let invalidWith = Key(
      "invalid-with", codes, "not on a bill with any of these codes (ugyldig_kombinasjon)")
    static let families = Key(
      "invalid-with-families", Grammar.set(of: FeeFamily.grammar),
      "not on a bill with any code of these families: 11 is 11ad, 11e and every other 11")
    static let validWith = Key(
      "valid-with", codes, "the codes of these families it may stand beside (med unntak av)")
    static let onlyBeside = Key(
      "only-beside", codes, "on a bill with these codes and no others (kan kun kombineres med)")
    static let onlyBesideOutOfHours = Key(
      "only-beside-out-of-hours", codes, "the same in the out-of-hours service, where it differs")
    static let alone = Key(
      "stands-alone", Grammar<Bool>.flag, "not on a bill with any other code")
    static let requires = Key(
      "requires", codes, "only on a bill with one of these codes (krever_takst)")
    static let mostPerBill = Key(
      "most-per-bill", Grammar.whole(in: 1...1000),
      "the most times on one bill, the first included (maks_repetisjoner)")
    static let repeatedShare = Key(
      "repeated-share", Grammar<Ratio>.share,
      "the part of the amounts paid from the second time on (repetisjonsprosent)")
    static let reducedFrom = Key(
      "reduced-from", Grammar.whole(in: 1...1000),
      "the time from which the refund is cut (redusert_ref_fra_repetisjon)")
    static let reducedShare = Key(
      "reduced-share", Grammar<Ratio>.share,
      "the part of the refund that is left then (redusert_repetisjonsprosent)")
    static let twelveMonths = Key(
      "most-per-twelve-months", Grammar.whole(in: 1...1000),
      "the most times in twelve months (maks_antall_per_aar)")
    static let calendarYear = Key(
      "most-per-calendar-year", Grammar.whole(in: 1...1000),
      "the most times in a calendar year (maks_antall_per_kalender_aar)")
    static let countsPatient = Key(
      "counts-patient", Grammar<Bool>.flag,
      "whether the yearly most counts all services together (maks_antall_gjelder_pasient)")
  }

  /// The keys of a fee that are its conditions.
  static let keys = [
    Keys.perMinutes.optional, Keys.times.optional, Keys.contactTypes.optional,
    Keys.forms.optional, Keys.specialists.optional, Keys.minutes.optional,
    Keys.procedure.optional, Keys.diagnosis.optional, Keys.invalidWith.optional,
    Keys.families.optional, Keys.validWith.optional, Keys.onlyBeside.optional,
    Keys.onlyBesideOutOfHours.optional, Keys.alone.optional, Keys.requires.optional,
    Keys.mostPerBill.optional, Keys.repeatedShare.optional,
    Keys.reducedFrom.optional, Keys.reducedShare.optional, Keys.twelveMonths.optional,
    Keys.calendarYear.optional, Keys.countsPatient.optional,
  ]

  init(_ fee: Record) {
    self.init()
    unit = fee[maybe: Keys.perMinutes] ?? .contact
    times = fee[maybe: Keys.times] ?? []
    contactTypes = fee[maybe: Keys.contactTypes] ?? []
    forms = fee[maybe: Keys.forms] ?? []
    onlySpecialists = fee[maybe: Keys.specialists] ?? false
    minimumMinutes = fee[maybe: Keys.minutes] ?? 0
    needsProcedure = fee[maybe: Keys.procedure] ?? false
    needsDiagnosis = fee[maybe: Keys.diagnosis] ?? false
    invalidWith = fee[maybe: Keys.invalidWith] ?? []
    invalidWithFamilies = fee[maybe: Keys.families] ?? []
    validWith = fee[maybe: Keys.validWith] ?? []
    onlyBeside = fee[maybe: Keys.alone] == true ? [] : fee[maybe: Keys.onlyBeside]
    onlyBesideOutOfHours = fee[maybe: Keys.onlyBesideOutOfHours]
    requires = fee[maybe: Keys.requires] ?? []
    mostPerBill = fee[maybe: Keys.mostPerBill]
    repeatedShare = fee[maybe: Keys.repeatedShare] ?? .one
    reducedFrom = fee[maybe: Keys.reducedFrom]
    reducedShare = fee[maybe: Keys.reducedShare] ?? .one
    mostPerTwelveMonths = fee[maybe: Keys.twelveMonths]
    mostPerCalendarYear = fee[maybe: Keys.calendarYear]
    mostCountsPatient = fee[maybe: Keys.countsPatient] ?? true
  }

  /// Whether no key stands without the one that gives it a meaning; what is wrong goes into the log.
  static func isComplete(_ fee: Record, _ log: inout FaultLog) -> Bool {
    let (from, share) = (fee[maybe: Keys.reducedFrom], fee[maybe: Keys.reducedShare])
    if (from == nil) != (share == nil) {
      let (written, missing) =
        from == nil
        ? (Keys.reducedShare.name, Keys.reducedFrom.name)
        : (Keys.reducedFrom.name, Keys.reducedShare.name)
      log.add(
        "'\(written)' does nothing without '\(missing)'", at: fee.position,
        help: "write both, or neither")
      return false
    }
    let most = fee[maybe: Keys.twelveMonths] ?? fee[maybe: Keys.calendarYear]
    if fee[maybe: Keys.countsPatient] != nil, most == nil {
      log.add(
        "'counts-patient' does nothing without a yearly most", at: fee.position,
        help: "add 'most-per-twelve-months' or 'most-per-calendar-year', or remove it")
      return false
    }
    return areCombinationsComplete(fee, &log)
  }

  private static func areCombinationsComplete(_ fee: Record, _ log: inout FaultLog) -> Bool {
    let families = fee[maybe: Keys.families] ?? []
    let others = (fee[maybe: Keys.validWith] ?? []).filter { code in
      !families.contains { $0.contains(code) }
    }
    if let code = others.min() {
      log.add(
        "'valid-with' names '\(code)', which is of none of the families it is not valid with",
        at: fee.position,
        help: "remove it, or name its family under '\(Keys.families.name)'")
      return false
    }
    let lists = [Keys.onlyBeside, Keys.onlyBesideOutOfHours].filter { fee[maybe: $0] != nil }
    if fee[maybe: Keys.alone] == true, let list = lists.first {
      log.add(
        "'stands-alone' leaves nothing for '\(list.name)' to allow", at: fee.position,
        help: "remove one of them")
      return false
    }
    return true
  }
}

extension FeeFamily {
  fileprivate static let grammar = Grammar<String>.text.checked { name, position in
    name.allSatisfy { $0.isLetter || $0.isNumber }
      ? nil
      : Diagnostic(
        "'\(name)' is no family of codes", at: position,
        help: "write how its codes begin, each family apart: 621, 622")
  }.map { FeeFamily($0) }
}

extension FeeConditions.Unit {
  private enum Keys {
    static let each = Key("each", Grammar.whole(in: 1...1440), "minutes of one interval")
    static let beyond = Key(
      "beyond", Grammar.whole(in: 0...1440), "minutes that are not paid for; 0 unless said")
  }

  fileprivate static let grammar = Grammar<FeeConditions.Unit>.record(
    "an interval of time", keys: [Keys.each.required, Keys.beyond.optional]
  ) { record, _ in
    .startedMinutes(each: record[Keys.each], beyond: record[maybe: Keys.beyond] ?? 0)
  }
}

extension Grammar {
  /// A list whose order does not matter.
  static func set<Item: Hashable & Sendable>(of item: Grammar<Item>) -> Grammar
  where Value == Set<Item> {
    Grammar<[Item]>.list(of: item).map { Set($0) }
  }
}
