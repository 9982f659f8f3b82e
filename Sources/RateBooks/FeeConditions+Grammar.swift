import Diagnostics
import Documents
import Rules
import Units

extension FeeConditions {
  private enum Keys {
    static let codes = Grammar<[String]>.list(of: .text)
    static let count = Grammar.whole(in: 1...10_000)
    static let interval = Key(
      "per-started-minutes", StartedMinutes.grammar, "paid once per started interval")
    static let times = Key(
      "times", Grammar<[TimeOfDay]>.list(of: .choice), "only at these times of the day")
    static let types = Key("contact-types", codes, "only in contacts of these types")
    static let forms = Key(
      "forms", Grammar<[PracticeForm]>.list(of: .choice), "only in practices of these forms")
    static let specialists = Key(
      "only-specialists", Grammar<Bool>.flag, "only specialists (spesialisttakst)")
    static let minutes = Key(
      "minimum-minutes", Grammar.whole(in: 0...1_440),
      "the least a contact lasts (minimum_tidsbruk)")
    static let procedure = Key(
      "needs-procedure", Grammar<Bool>.flag, "the bill names a procedure (krever_prosedyre)")
    static let diagnosis = Key(
      "needs-diagnosis", Grammar<Bool>.flag, "the bill names a diagnosis (krever_diagnose)")
    static let invalid = Key(
      "invalid-with", codes, "not on a bill with these codes (ugyldig_kombinasjon)")
    static let requires = Key(
      "requires", codes, "only with one of these codes on the bill (krever_takst)")
    static let perBill = Key(
      "most-per-bill", count, "the most times on a bill (maks_repetisjoner)")
    static let repeated = Key(
      "repeated-share", Grammar.share,
      "what is paid from the second time on, of the amounts (repetisjonsprosent)")
    static let reducedFrom = Key(
      "reduced-from", count, "the time the refund is cut from (redusert_ref_fra_repetisjon)")
    static let reduced = Key(
      "reduced-share", Grammar.share, "what is left of it (redusert_repetisjonsprosent)")
    static let twelveMonths = Key(
      "most-per-twelve-months", count, "the most times in twelve months (maks_antall_per_aar)")
    static let calendarYear = Key(
      "most-per-calendar-year", count,
      "the most times in a calendar year (maks_antall_per_kalender_aar)")
    static let perPatient = Key(
      "counts-patient", Grammar<Bool>.flag,
      "whether the maxima count all services together (maks_antall_gjelder_pasient)")

    static let all = [
      interval.optional, times.optional, types.optional, forms.optional, specialists.optional,
      minutes.optional, procedure.optional, diagnosis.optional, invalid.optional,
      requires.optional, perBill.optional, repeated.optional, reducedFrom.optional,
      reduced.optional, twelveMonths.optional, calendarYear.optional, perPatient.optional,
    ]
  }

  static let grammar = Grammar<FeeConditions>.record("conditions", keys: Keys.all) { record, log in
    guard (record[maybe: Keys.reducedFrom] == nil) == (record[maybe: Keys.reduced] == nil) else {
      log.add(
        "'reduced-from' and 'reduced-share' belong together", at: record.position,
        help: "write from which time the refund is cut, and what is left of it")
      return nil
    }
    var own = FeeConditions()
    if let interval = record[maybe: Keys.interval] {
      own.unit = .startedMinutes(each: interval.each, beyond: interval.beyond)
    }
    own.times = Set(record[maybe: Keys.times] ?? [])
    own.contactTypes = Set(record[maybe: Keys.types] ?? [])
    own.forms = Set(record[maybe: Keys.forms] ?? [])
    own.onlySpecialists = record[maybe: Keys.specialists] ?? false
    own.minimumMinutes = record[maybe: Keys.minutes] ?? 0
    own.needsProcedure = record[maybe: Keys.procedure] ?? false
    own.needsDiagnosis = record[maybe: Keys.diagnosis] ?? false
    own.invalidWith = Set(record[maybe: Keys.invalid] ?? [])
    own.requires = Set(record[maybe: Keys.requires] ?? [])
    own.mostPerBill = record[maybe: Keys.perBill]
    own.repeatedShare = record[maybe: Keys.repeated] ?? .one
    own.reducedFrom = record[maybe: Keys.reducedFrom]
    own.reducedShare = record[maybe: Keys.reduced] ?? .one
    own.mostPerTwelveMonths = record[maybe: Keys.twelveMonths]
    own.mostPerCalendarYear = record[maybe: Keys.calendarYear]
    own.mostCountsPatient = record[maybe: Keys.perPatient] ?? true
    return own
  }
}

/// An interval that is paid once it has begun.
private struct StartedMinutes: Sendable {
  var each: Int
  var beyond: Int

  private enum Keys {
    static let each = Key("each", Grammar.whole(in: 1...1_440), "the length of the interval")
    static let beyond = Key("beyond", Grammar.whole(in: 0...1_440), "the minutes that are free")
  }

  static let grammar = Grammar<StartedMinutes>.record(
    "started minutes", keys: [Keys.each.required, Keys.beyond.required]
  ) { record, _ in StartedMinutes(each: record[Keys.each], beyond: record[Keys.beyond]) }
}
