import Diagnostics
import Documents
import Units

extension Goal {
  private enum Keys {
    static let number = Key(
      "number", Grammar<String>.text.located,
      "the path of a number with 'low' and 'high', between which it is searched")
    static let until = Key(
      "until", Grammar<String>.text.located, "the measure that shall have a value")
    static let value = Key("is", Target.grammar.located, "the value, or the word baseline")
    static let plus = Key(
      "plus", Estimate.grammar(of: .number(in: -1_000_000_000_000...1_000_000_000_000)),
      "the baseline's value and so much more")
    static let times = Key(
      "times", Estimate.grammar(of: .number(in: 0...1_000)), "the baseline's value so many times")
    static let least = Key(
      "minimise", Grammar<String>.text.located, "the measure that shall be least")
    static let most = Key(
      "maximise", Grammar<String>.text.located, "the measure that shall be most")
    static let after = Key(
      "after", Grammar<After>.choice.located,
      "list-movements or behaviour: when the measure is taken; at once unless said")
    static let place = Key("in", Place.grammar, Place.about)
  }

  /// A goal before its measure is looked up among the contact types.
  struct Draft: Sendable {
    var number: Located<String>
    var measure: Located<String>
    var aim: @Sendable (Measure) -> Aim
    /// Where the value stands that the measure shall have.
    var target: SourcePosition?
    var after: Located<After>?
    var position: SourcePosition
    var place: Place
  }

  static let grammar = Grammar<[Named<Draft>]>.names(
    of: .record(
      "a goal",
      keys: [
        Keys.number.required, Keys.until.optional, Keys.value.optional, Keys.plus.optional,
        Keys.times.optional, Keys.least.optional, Keys.most.optional, Keys.after.optional,
        Keys.place.optional,
      ],
      apart: [
        [[Keys.value.name], [Keys.plus.name], [Keys.times.name]],
        [
          [Keys.until.name, Keys.value.name, Keys.plus.name, Keys.times.name],
          [Keys.least.name], [Keys.most.name],
        ],
      ]
    ) { record, log in
      let targets: [(Target, SourcePosition)] = [
        record[maybe: Keys.value].map { ($0.value, $0.position) },
        record[maybe: Keys.plus].map { (.baseline(times: .one, plus: $0.central), $0.position) },
        record[maybe: Keys.times].map { (.baseline(times: $0.central, plus: .zero), $0.position) },
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
          if let target { return .until(measure, is: target.0) }
          return least != nil ? .least(measure) : .most(measure)
        }, target: target?.1, after: record[maybe: Keys.after], position: record.position,
        place: record[maybe: Keys.place] ?? .lists)
    })

  /// The goals with their measures; what no year can be, or no search can find, goes into the log.
  ///
  /// - Parameters:
  ///   - drafts: The goals as written.
  ///   - types: The contact types of the scenario.
  ///   - behaviour: Who answers to what is paid; `nil` where nothing says so.
  ///   - log: Where faults and notices go.
  /// - Returns: `nil` when a goal is wrong.
  static func goals(
    _ drafts: [Named<Draft>], for types: [ContactType], answering behaviour: BehaviourSetting?,
    _ log: inout FaultLog
  ) -> [Goal]? {
    let names = types.map(\.name)
    var faults: [Diagnostic] = []
    var goals: [Goal] = []
    for (name, draft) in drafts.map({ ($0.name.value, $0.value) }) {
      guard let measure = Measure(draft.measure.value, types: names) else {
        log.addUnknownName(
          draft.measure, among: Measure.all(types: names).map(\.name), in: "measures")
        continue
      }
      let goal = Goal(
        name: name, number: draft.number, aim: draft.aim(measure), after: draft.after?.value,
        position: draft.position, place: draft.place)
      faults += goal.faults(valueAt: draft.target ?? draft.position)
      if let after = draft.after, after.value == .behaviour {
        faults += answerFaults(at: after.position, behaviour)
        if behaviour?.theory == BehaviourSetting.Theory.none { tellNobodyAnswers(after, &log) }
      }
      goals.append(goal)
    }
    faults += goals.faultsTogether
    for fault in faults { log.add(fault.what, at: fault.position, help: fault.help) }
    return faults.isEmpty && goals.count == drafts.count ? goals : nil
  }

  private static func answerFaults(
    at position: SourcePosition, _ behaviour: BehaviourSetting?
  ) -> [Diagnostic] {
    guard behaviour == nil else { return [] }
    return [
      Diagnostic(
        "the goal is to be met after behaviour, and nothing says how anybody answers",
        at: position, help: "add 'behaviour' to the baseline, or remove 'after'")
    ]
  }

  private static func tellNobodyAnswers(_ after: Located<After>, _ log: inout FaultLog) {
    log.tell(
      "nobody answers to what is paid, so 'after: behaviour' is the year after list movements",
      at: after.position,
      help: "choose a theory under 'behaviour.theory', or with '--behaviour' of compare or solve")
  }
}

extension Goal.Target {
  private enum Word: String, CaseIterable, Sendable { case baseline }

  static let grammar = Grammar<Goal.Target>.either(
    Grammar<Word>.choice.map { _ in .baseline(times: .one, plus: .zero) },
    when: { $0.isNearly(Word.allCases.map(\.rawValue)) },
    or: Estimate.grammar(of: .number(in: 0...1_000_000_000_000)).map { .value($0.central) })
}
