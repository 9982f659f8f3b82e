public import Diagnostics
import Documents
import Rules
public import Scenarios
public import Units

/// What happens to single capacities beside the distribution.
public struct CapacityEvents: Sendable {
  /// Whether capacities that have been vacant long enough are withdrawn and deployed where their
  /// health council lacks most.
  public var withdrawsVacant = false
  /// The day islands were reported; `nil` when they were not.
  public var islandsReported: CalendarDate?
  public var extraordinary: [Extraordinary] = []

  /// A situation in which a region may go beyond the distribution for a while.
  public struct Extraordinary: Sendable {
    public var name: String
    public var council: Located<String>
    public var from: CalendarDate
    public var until: CalendarDate
    /// Beyond the distribution.
    public var capacities: Int
    public var source: Source
    public var position: SourcePosition

    public func holds(on day: CalendarDate) -> Bool { (from...until).contains(day) }
  }

  private enum Keys {
    static let withdraw = Key(
      "withdraw-vacant", Grammar<Bool>.flag,
      "whether capacities vacant for long enough are withdrawn and deployed anew")
    static let islands = Key(
      "islands-reported", Grammar<CalendarDate>.date, "the day doctors on islands were reported")
    static let extraordinary = Key(
      "extraordinary", Grammar<[Named<Extraordinary>]>.names(of: Extraordinary.grammar),
      "situations in which a region goes beyond the distribution")
  }

  static let grammar = Grammar<CapacityEvents>.record(
    "events of capacities",
    keys: [Keys.withdraw.optional, Keys.islands.optional, Keys.extraordinary.optional]
  ) { record, _ in
    let named = record[maybe: Keys.extraordinary] ?? []
    return CapacityEvents(
      withdrawsVacant: record[maybe: Keys.withdraw] ?? false,
      islandsReported: record[maybe: Keys.islands],
      extraordinary: named.map {
        var event = $0.value
        event.name = $0.name.value
        return event
      })
  }
}

extension CapacityEvents.Extraordinary {
  private enum Keys {
    static let council = Key("council", Grammar<String>.text.located, "the health council")
    static let cause = Key(
      "cause", Grammar<ExtraordinarySituation.Cause>.choice.located, "what makes it extraordinary")
    static let from = Key("from", Grammar<CalendarDate>.date, "the first day")
    static let until = Key("until", Grammar<CalendarDate>.date.located, "the last day")
    static let capacities = Key(
      "capacities", Grammar.whole(in: 1...10_000), "capacities beyond the distribution")
    static let source = Key("source", Source.grammar, "who decided it")
  }

  static let grammar = Grammar<Self>.record(
    "an extraordinary situation",
    keys: [
      Keys.council.required, Keys.cause.required, Keys.from.required, Keys.until.required,
      Keys.capacities.required, Keys.source.required,
    ]
  ) { record, log in
    let (cause, until) = (record[Keys.cause], record[Keys.until])
    guard cause.value.allowsDeviation else {
      log.add(
        "'\(cause.text)' is no extraordinary situation", at: cause.position,
        help:
          "an imbalance there is, and growth that is expected, are in the distribution already; "
          + "redeploy vacant capacities inside the health council (FAQ no. 2)")
      return nil
    }
    guard record[Keys.from] <= until.value else {
      log.add(
        "the situation ends on \(until.text), before it begins", at: until.position,
        help: "write the earlier day as 'from'")
      return nil
    }
    return Self(
      name: "", council: record[Keys.council], from: record[Keys.from], until: until.value,
      capacities: record[Keys.capacities], source: record[Keys.source], position: record.position)
  }
}
