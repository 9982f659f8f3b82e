import Diagnostics
import Documents
import Practices
import Rules
import Scenarios
import Units

extension Arrival {
  private enum Keys {
    static let title = Key("title", Grammar<String>.text, "what the group is called")
    static let right = Key(
      "right", Grammar<String>.text.located, "the list right they rely on, by its name in the law")
    static let fulfils = Key(
      "fulfils", Grammar<[ListRight.Condition]>.list(of: .choice).located,
      "conditions they fulfil")
    static let persons = Key(
      "persons", Estimate.grammar(of: Grammar<Int>.whole(in: 0...10_000_000).map { Ratio($0) }),
      "persons without households")
    static let familySize = Key(
      "family-size", Estimate.grammar(of: .number(in: 1...20)),
      "persons per household, the person included")
    static let uptake = Key(
      "uptake", Estimate.grammar(of: .share), "the share of those with the right who want a place")
    static let ages = Key(
      "accompanying-ages", AccompanyingAges.bandGrammar,
      "the share of accompanying persons in each band of ages, one of them the rest")
    static let consentingAge = Key(
      "of-consenting-age", Estimate.grammar(of: .share),
      "the share of accompanying persons who must consent in person, where their ages are not known"
    )
    static let consent = Key(
      "consent", Estimate.grammar(of: .share),
      "the share of those who do consent, where it is not the enrolment channel's")
    static let insured = Key(
      "insured-share", Estimate.grammar(of: .share),
      "the share whose contacts the state refunds: EEA citizens and the insured")
    static let stay = Key(
      "stay-years", Estimate.grammar(of: .number(in: 1...100)), "years a person stays")
    static let months = Key(
      "enrolment-months", Grammar.whole(in: 1...120), "months the first enrolment is spread over")
    static let residence = Key("residence", Shares.grammar, "where they live")
  }

  /// Where a group lives, before the municipalities are known.
  struct Shares: Sendable {
    var byMunicipality: [Named<Ratio>]
    var source: Source
    var position: SourcePosition

    private enum Keys {
      static let shares = Key(
        "shares", Grammar<[Named<Ratio>]>.names(of: .share).located,
        "a share per municipality, sum 1")
      static let source = Key("source", Source.grammar, "where the shares come from")
    }

    static let grammar = Grammar<Shares>.record(
      "shares with their source", keys: [Keys.shares.required, Keys.source.required]
    ) { record, log in
      let shares = record[Keys.shares]
      let sum = shares.value.reduce(Ratio.zero) { $0 + $1.value }
      guard sum == .one else {
        log.add(
          "the shares sum to \(sum), not to 1", at: shares.position,
          help: "everybody lives somewhere: change one of them by \(Ratio.one - sum)")
        return nil
      }
      return Shares(
        byMunicipality: shares.value, source: record[Keys.source], position: record.position)
    }

    /// Weights in the order of the municipalities.
    func residence(in municipalities: [String], _ log: inout FaultLog) -> Residence? {
      // Shares have at most fifteen digits, so these are whole; the parts sum to 10,000 again.
      let fine = Ratio(1_000_000_000_000_000)
      var weights = municipalities.map { _ in 0 }
      var isSound = true
      for share in byMunicipality {
        guard let index = municipalities.firstIndex(of: share.name.value) else {
          log.addUnknownName(share.name, among: municipalities, in: "municipalities")
          isSound = false
          continue
        }
        weights[index] = (share.value * fine).rounded
      }
      guard isSound else { return nil }
      return Residence(weights: largestRemainder(10_000, by: weights), source: source)
    }
  }

  /// An arrival as written, before names of municipalities are looked up.
  struct Draft: Sendable {
    /// Whether the group has its own share of consent, so that it does not ask the channels for one.
    var hasOwnConsent: Bool
    /// Its key, the keys of the municipalities, and the consent of the channel in use.
    var make: @Sendable (String, [String], Estimate?, inout FaultLog) -> Arrival?
  }

  static let grammar = Grammar<Draft>.record(
    "a group of arrivals",
    keys: [
      Keys.title.required, Keys.right.required, Keys.fulfils.required, Keys.persons.required,
      Keys.familySize.required, Keys.uptake.required, Keys.ages.optional,
      Keys.consentingAge.optional, Keys.consent.optional, Keys.insured.required,
      Keys.stay.required, Keys.months.optional, Keys.residence.required,
    ]
  ) { record, log in
    let share = record[maybe: Keys.consentingAge]
    if let share, record[maybe: Keys.ages] != nil {
      log.add(
        "the group says both 'accompanying-ages' and 'of-consenting-age'", at: share.position,
        help: "keep the ages: who must consent follows from them and the law")
      return nil
    }
    let ages = record[maybe: Keys.ages] ?? share.map(AccompanyingAges.share)
    let months = record[maybe: Keys.months] ?? 1
    let (title, right, fulfils) = (record[Keys.title], record[Keys.right], record[Keys.fulfils])
    let (persons, family) = (record[Keys.persons], record[Keys.familySize])
    let (uptake, insured) = (record[Keys.uptake], record[Keys.insured])
    let own = record[maybe: Keys.consent]
    let (stay, shares) = (record[Keys.stay], record[Keys.residence])
    return Draft(hasOwnConsent: own != nil) { key, municipalities, consent, log in
      guard let residence = shares.residence(in: municipalities, &log) else { return nil }
      return Arrival(
        key: key, title: title, right: right, fulfils: fulfils.value,
        fulfilsPosition: fulfils.position, persons: persons,
        familySize: family, uptake: uptake, ages: ages, consent: own ?? consent,
        insuredShare: insured, stayYears: stay, enrolmentMonths: months, residence: residence)
    }
  }
}
