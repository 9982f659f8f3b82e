import Diagnostics
public import Documents
public import RateBooks
import Rules
import Scenarios
import Units

extension CapacityScenario {
  private enum Keys {
    static let title = Key("scenario", Grammar<String>.text, "the question, as a title")
    static let jurisdiction = Key(
      "jurisdiction", Grammar<String>.text.located, "denmark, or a rate book file of your own")
    static let law = Key("law", RateBook.fragment, "what the plan adds to the law")
    static let seed = Key("seed", Grammar.whole(in: 0...1_000_000_000), "1 unless said")
    static let day = Key("on", Grammar<CalendarDate>.date.located, "the day of the plan")
    static let until = Key(
      "until", Grammar.whole(in: 1_900...2_200).located, "the last year of the path")
    static let population = Key(
      "population", TableFile.grammar,
      "persons by year, municipality, sex, age and whatever the weights know")
    static let weights = Key(
      "need-weights", Grammar<[TableFile]>.list(of: TableFile.grammar),
      "tables of relative need; a person's need is the product of one weight from each")
    static let capacities = Key(
      "capacities", CapacitySetting.grammar, "how many capacities, and how they are shared out")
    static let clinics = Key("clinics", TableFile.grammar, "the clinics of today")
    static let doctors = Key("doctors", TableFile.grammar, "who works where")
    static let patients = Key(
      "clinic-patients", TableFile.grammar, "the patients of clinics by sex, age and the rest")
    static let minimum = Key(
      "minimum", MinimumSetting.grammar, "how minimums of patients are found")
    static let events = Key(
      "events", CapacityEvents.grammar, "what happens to single capacities")
    static let supply = Key("supply", DoctorSupplySetting.grammar, "how doctors come and go")
    static let money = Key("money", CapacityMoney.grammar, "what clinics are paid")
    static let tables = Key(
      "tables", Grammar<[TableName]>.tables(among: TableName.ofCapacities),
      "which tables to show; all unless said")
  }

  /// The grammar of a plan, which looks rules up in its law.
  ///
  /// - Parameters:
  ///   - book: The rate book the file names; `nil` when it could not be read, or when only the schema is
  ///     wanted.
  ///   - layers: The files the document is made of.
  /// - Returns: The grammar.
  public static func grammar(
    reading book: RateBook?, layers: [String] = []
  ) -> Grammar<CapacityScenario> {
    .record(
      "a plan of capacities",
      keys: [
        Keys.title.required, Keys.jurisdiction.required, Keys.law.optional, Keys.seed.optional,
        Keys.day.required, Keys.until.optional, Keys.population.required, Keys.weights.required,
        Keys.capacities.required, Keys.clinics.required, Keys.doctors.optional,
        Keys.patients.optional, Keys.minimum.required, Keys.events.optional,
        Keys.supply.required, Keys.money.optional, Keys.tables.optional,
      ]
    ) { record, log in
      guard let book else { return nil }
      let law = record[maybe: Keys.law].map(book.overlaid) ?? book
      let day = record[Keys.day]
      let plan = CapacityScenario(
        title: record[Keys.title], law: law, seed: UInt64(record[maybe: Keys.seed] ?? 1), day: day,
        lastYear: record[maybe: Keys.until]?.value ?? day.value.year,
        population: record[Keys.population], needWeights: record[Keys.weights],
        capacities: record[Keys.capacities], clinics: record[Keys.clinics],
        doctors: record[maybe: Keys.doctors], clinicPatients: record[maybe: Keys.patients],
        minimum: record[Keys.minimum], events: record[maybe: Keys.events] ?? CapacityEvents(),
        supply: record[Keys.supply], money: record[maybe: Keys.money],
        tables: record[maybe: Keys.tables] ?? TableName.ofCapacities)
      let isSound = [
        law.isConsistent(&log), plan.coversItsYears(record[maybe: Keys.until], &log),
        plan.hasLaw(&log), plan.knowsItsPlaces(&log), plan.hasFees(&log),
      ]
      return isSound.allSatisfy(\.self) ? plan : nil
    }
  }

  private func coversItsYears(_ until: Located<Int>?, _ log: inout FaultLog) -> Bool {
    if let until, until.value < day.value.year {
      log.add(
        "the path ends in \(until.text), before the plan's own year", at: until.position,
        help: "write \(day.value.year) or later")
      return false
    }
    let known = capacities.numbers.map(\.year)
    guard let first = known.first, let last = known.last, first <= years.lowerBound,
      years.upperBound <= last
    else {
      log.add(
        "the number of capacities is not known for every year from \(years.lowerBound) to "
          + "\(years.upperBound)", at: (until?.position ?? day.position),
        help: "say under 'capacities: number' how many there are at both ends")
      return false
    }
    return true
  }

  /// Whether every rule that the plan rests on is known on its day.
  private func hasLaw(_ log: inout FaultLog) -> Bool {
    let day = self.day.value
    guard law.healthCouncils.rules.contains(where: { $0.series.inForce(on: day) != nil }) else {
      log.add(
        "the law has no health councils on \(day)", at: self.day.position,
        help: "choose a day on which 'takst rates --on' shows them")
      return false
    }
    let missing = CapacityLimit.ofPlans.filter { law.limit($0, on: day) == nil }
    for limit in missing {
      log.add(
        "the law has no '\(limit.rawValue)' on \(day)", at: self.day.position,
        help: "choose another day, or state it under 'law: capacity-limits:'")
    }
    return missing.isEmpty
  }

  private func knowsItsPlaces(_ log: inout FaultLog) -> Bool {
    let councils = law.healthCouncils.rules
    var isKnown = true
    for event in events.extraordinary where law.healthCouncils[event.council.value] == nil {
      log.addUnknownName(
        event.council, among: councils.map(\.name), in: "health councils of the law")
      isKnown = false
    }
    let codes = councils.flatMap {
      $0.series.inForce(on: day.value)?.value.municipalities.map(\.code) ?? []
    }
    // On a day without councils no code would be one, and that there are none is said already.
    guard !codes.isEmpty else { return isKnown }
    for code in money?.shortageAreas ?? [] where !codes.contains(code.value) {
      log.add(
        "'\(code.text)' is not the code of a municipality", at: code.position,
        help: "write its four digits between quotes, for example \"0101\"")
      isKnown = false
    }
    return isKnown
  }

  private func hasFees(_ log: inout FaultLog) -> Bool {
    var isKnown = true
    for service in money?.services ?? [] {
      guard case .law(let day) = service.fee else { continue }
      guard let rule = law.fees[service.name.value] else {
        log.addUnknownName(service.name, among: law.fees.rules.map(\.name), in: "fees of the law")
        isKnown = false
        continue
      }
      if rule.series.inForce(on: day) == nil {
        log.add(
          "the fee '\(service.name.text)' is not known on \(day)", at: service.name.position,
          help: "write 'as-of' with a day for which 'takst rates --history' shows it")
        isKnown = false
      }
    }
    if let pool = money?.differentiated, law.pool(on: pool.asOf.value) == nil {
      log.add(
        "no differentiated base fee is known on \(pool.asOf.text)", at: pool.asOf.position,
        help: "choose a day for which 'takst rates --history' shows it")
      isKnown = false
    }
    if let frame = money?.frame, law.limit(.frameTolerance, on: frame.asOf.value) == nil {
      log.add(
        "no 'frame-tolerance' is known on \(frame.asOf.text)", at: frame.asOf.position,
        help: "choose a day for which 'takst rates --history' shows it")
      isKnown = false
    }
    return isKnown
  }
}
