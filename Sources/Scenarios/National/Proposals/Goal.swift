public import Diagnostics
import Documents
public import Units

/// A number that is to be found: the one at which a measure is what it should be.
public struct Goal: Sendable {
  /// The author's name for it.
  public var name: String
  /// The path of a number with `low` and `high`, between which it is searched.
  public var number: Located<String>
  public var aim: Aim
  public var position: SourcePosition
  /// Among whose lists it is reached.
  public var place = Place.lists

  public enum Aim: Sendable {
    case until(Measure, is: Target)
    /// The least, or the most, of a measure.
    case least(Measure)
    case most(Measure)
  }

  public enum Target: Hashable, Sendable {
    case value(Ratio)
    /// The baseline's own value times a factor, and then plus an amount.
    case baseline(times: Ratio, plus: Ratio)
  }

  /// What the aim is about.
  public var measure: Measure {
    switch aim {
    case .until(let measure, _), .least(let measure), .most(let measure): measure
    }
  }
}

extension Goal {
  private enum Keys {
    static let number = Key(
      "number", Grammar<String>.text.located,
      "the path of a number with 'low' and 'high', between which it is searched")
    static let until = Key(
      "until", Grammar<String>.text.located, "the measure that shall have a value")
    static let value = Key("is", Target.grammar, "the value, or the word baseline")
    static let plus = Key(
      "plus", Estimate.grammar(of: .number(in: -1_000_000_000_000...1_000_000_000_000)),
      "the baseline's value and so much more")
    static let times = Key(
      "times", Estimate.grammar(of: .number(in: 0...1_000)), "the baseline's value so many times")
    static let least = Key(
      "minimise", Grammar<String>.text.located, "the measure that shall be least")
    static let most = Key(
      "maximise", Grammar<String>.text.located, "the measure that shall be most")
    static let place = Key("in", Place.grammar, Place.about)
  }

  /// A goal before its measure is looked up among the contact types.
  struct Draft: Sendable {
    var number: Located<String>
    var measure: Located<String>
    var aim: @Sendable (Measure) -> Aim
    var position: SourcePosition
    var place: Place
  }

  static let grammar = Grammar<[Named<Draft>]>.names(
    of: .record(
      "a goal",
      keys: [
        Keys.number.required, Keys.until.optional, Keys.value.optional, Keys.plus.optional,
        Keys.times.optional, Keys.least.optional, Keys.most.optional, Keys.place.optional,
      ]
    ) { record, log in
      let targets = [
        record[maybe: Keys.value],
        record[maybe: Keys.plus].map { .baseline(times: .one, plus: $0.central) },
        record[maybe: Keys.times].map { .baseline(times: $0.central, plus: .zero) },
      ].compactMap(\.self)
      let (until, least) = (record[maybe: Keys.until], record[maybe: Keys.least])
      let most = record[maybe: Keys.most]
      let measures = [until, least, most].compactMap(\.self)
      guard measures.count == 1, targets.count == (until == nil ? 0 : 1) else {
        log.add(
          "the goal does not say one thing to reach", at: record.position,
          help:
            "write 'until' with one of 'is', 'plus' and 'times'; or 'minimise'; or 'maximise'")
        return nil
      }
      let target = targets.first
      return Draft(
        number: record[Keys.number], measure: measures[0],
        aim: { measure in
          if let target { return .until(measure, is: target) }
          return least != nil ? .least(measure) : .most(measure)
        }, position: record.position, place: record[maybe: Keys.place] ?? .lists)
    })

  /// The goals with their measures; a measure that is none goes into the log.
  static func goals(
    _ drafts: [Named<Draft>], for types: [ContactType], _ log: inout FaultLog
  ) -> [Goal]? {
    let names = types.map(\.name)
    let goals = drafts.map { draft -> Goal? in
      let measure = draft.value.measure
      guard let known = Measure(measure.value, types: names) else {
        log.addUnknownName(measure, among: Measure.all(types: names).map(\.name), in: "measures")
        return nil
      }
      return Goal(
        name: draft.name.value, number: draft.value.number, aim: draft.value.aim(known),
        position: draft.value.position, place: draft.value.place)
    }
    return goals.contains { $0 == nil } ? nil : goals.compactMap(\.self)
  }
}

extension Goal.Target {
  private enum Word: String, CaseIterable, Sendable { case baseline }

  static let grammar = Grammar<Goal.Target>.either(
    Grammar<Word>.choice.map { _ in .baseline(times: .one, plus: .zero) },
    when: { $0.asTyped == Word.baseline.rawValue },
    or: Estimate.grammar(of: .number(in: 0...1_000_000_000_000)).map { .value($0.central) })
}
