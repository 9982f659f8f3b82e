public import Diagnostics
import Documents
import Practices
public import Scenarios
public import Units

/// A hearing note's own figure, and the readings it can be held against.
public struct NoteAudit: Sendable {
  /// The note.
  public var source: Source
  /// The amount the note states, in the currency of the rate book.
  public var claim: Money
  /// The claim in the note's own words.
  public var words: String
  /// The day whose rates the note uses.
  public var lawAt: Located<CalendarDate>
  /// The first one is the note's own.
  public var readings: [Reading]

  /// One way to reach an amount: persons × family size × a yearly rate.
  public struct Reading: Sendable {
    public var key: Located<String>
    public var persons: Int
    public var familySize: Ratio
    public var rate: Rate
  }

  /// Which yearly rate per person a reading uses.
  public enum Rate: Sendable {
    /// A rate the note itself states.
    case stated(Money)
    /// The law's rate of one place on a list.
    case ofPlace(Int)
    /// A weighted mean of the rates of several places; the shares sum to one.
    case mix([(place: Int, share: Ratio)])
    /// The mean over all persons on a list of this length.
    case meanOfList(Int)
  }
}

extension NoteAudit {
  private enum Keys {
    static let source = Key("source", Source.grammar, "the note")
    static let claim = Key(
      "claim", Grammar.money(upTo: 1_000_000_000_000), "the amount the note states")
    static let words = Key("words", Grammar<String>.text, "the claim in the note's own words")
    static let lawAt = Key(
      "law-at", Grammar<CalendarDate>.date.located, "the day whose rates it uses")
    static let readings = Key(
      "readings", Grammar<[Named<Reading>]>.names(of: Reading.grammar),
      "ways to reach an amount, the note's own first")
  }

  static let grammar = Grammar<NoteAudit>.record(
    "a note audit",
    keys: [
      Keys.source.required, Keys.claim.required, Keys.words.required, Keys.lawAt.required,
      Keys.readings.required,
    ]
  ) { record, _ in
    let readings = record[Keys.readings].map { named in
      var reading = named.value
      reading.key = named.name
      return reading
    }
    return NoteAudit(
      source: record[Keys.source], claim: record[Keys.claim], words: record[Keys.words],
      lawAt: record[Keys.lawAt], readings: readings)
  }
}

extension NoteAudit.Reading {
  private enum Keys {
    static let persons = Key("persons", Grammar.whole(in: 0...10_000_000), "persons in the note")
    static let family = Key(
      "family-size", Grammar.number(in: 1...20), "persons counted for each of them")
    static let rate = Key("rate", NoteAudit.Rate.grammar, "the yearly rate per person")
  }

  static let grammar = Grammar<Self>.record(
    "a reading", keys: [Keys.persons.required, Keys.family.required, Keys.rate.required]
  ) { record, _ in
    let nameless = Located("", written: "", at: record.position)
    return Self(
      key: nameless, persons: record[Keys.persons], familySize: record[Keys.family],
      rate: record[Keys.rate])
  }
}

extension NoteAudit.Rate {
  private enum Keys {
    static let places = Grammar.whole(in: 1...1_000_000)
    static let stated = Key(
      "stated", Grammar.money(upTo: 1_000_000), "a rate the note itself states")
    static let place = Key("of-place", places, "the law's rate of one place on a list")
    static let mean = Key("mean-of-list", places, "the mean over a list of this length")
    static let share = Key("share", Grammar.share, "the part of the persons on such places")
    static let mix = Key(
      "mix",
      Grammar<[Part]>.list(
        of: .record("a part of the mix", keys: [place.required, share.required]) { record, _ in
          Part(place: record[place], share: record[share])
        }
      ).located, "several places with the share of each")
  }

  private struct Part: Sendable {
    var place: Int
    var share: Ratio
  }

  static let grammar = Grammar<Self>.record(
    "a rate",
    keys: [Keys.stated.optional, Keys.place.optional, Keys.mix.optional, Keys.mean.optional],
    apart: [[[Keys.stated.name], [Keys.place.name], [Keys.mix.name], [Keys.mean.name]]]
  ) { record, log in
    let located = record[maybe: Keys.mix]
    let mix = located?.value
    let ways: [Self?] = [
      record[maybe: Keys.stated].map(Self.stated), record[maybe: Keys.place].map(Self.ofPlace),
      mix.map { .mix($0.map { ($0.place, $0.share) }) },
      record[maybe: Keys.mean].map(Self.meanOfList),
    ]
    let sum = mix.map { $0.reduce(Ratio.zero) { $0 + $1.share } } ?? .one
    guard sum == .one else {
      log.add(
        "the shares of the mix sum to \(sum), not to 1", at: located?.position ?? record.position,
        help: "change one of them by \(Ratio.one - sum)")
      return nil
    }
    let given = ways.compactMap(\.self)
    guard given.count == 1 else {
      log.add(
        "the rate is given in \(given.count) ways; it takes one", at: record.position,
        help: "write one of stated, of-place, mix, mean-of-list")
      return nil
    }
    return given[0]
  }
}
