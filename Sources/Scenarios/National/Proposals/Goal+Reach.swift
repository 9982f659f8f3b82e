public import Diagnostics
import Documents
public import Units

extension Goal {
  /// What no year can have, whatever the number that is searched.
  ///
  /// - Parameter place: Where the value stands that the measure shall have.
  /// - Returns: One fault for each.
  func faults(valueAt place: SourcePosition) -> [Diagnostic] {
    var faults: [Diagnostic] = []
    if number.value.hasPrefix("solve.") {
      faults.append(
        Diagnostic(
          "'\(number.text)' is part of a goal, and goals are gone when numbers are searched",
          at: number.position, help: "write the path of a number outside 'solve'"))
    }
    if case .until(let measure, let target) = aim, measure.unit == .share {
      faults += target.faults(of: measure, at: place)
    }
    return faults
  }

  /// The interval in which the goal's number is searched.
  ///
  /// - Parameter file: The scenario.
  /// - Throws: `Faults` when there is no such number, or it has no interval.
  /// - Returns: Where the search starts and between what it stays.
  public func interval(
    in file: ScenarioFile
  ) throws(Faults) -> (start: Ratio, range: ClosedRange<Ratio>) {
    guard let interval = file.interval(at: number.value) else {
      throw Faults(
        "there is no number with a source at '\(number.text)'", at: number.position,
        help: nearName(to: number.value, among: file.ranges).map { "did you mean '\($0)'?" }
          ?? "write the path of a number that has 'central', 'low' and 'high'")
    }
    guard let low = interval.low, let high = interval.high, low < high else {
      throw Faults(
        "'\(number.text)' has no interval to be searched", at: number.position,
        help: "give it 'low' and 'high'")
    }
    return (interval.central, low...high)
  }
}

extension Goal.Target {
  /// What a share cannot be.
  fileprivate func faults(of measure: Measure, at place: SourcePosition) -> [Diagnostic] {
    switch self {
    case .value(let value) where value > .one:
      [
        Diagnostic(
          "'\(measure.name)' is to be \(value); a share lies in 0...1", at: place,
          help: value <= Ratio(100)
            ? "for \(value) percent, write \(value / Ratio(100))" : nil)
      ]
    case .baseline(let times, let plus)
    where measure.comparesLists && (times != .one || plus < .zero):
      [
        Diagnostic(
          "no list gains or loses in the baseline, so there is nothing to multiply or to take from",
          at: place, help: "write 'is' with a share")
      ]
    case .baseline(_, let plus) where plus > .one || plus < Ratio(-1):
      [
        Diagnostic(
          "'\(measure.name)' is to move by \(plus); a share lies in 0...1", at: place,
          help: (Ratio(-100)...Ratio(100)).contains(plus)
            ? "for \(plus) percentage points, write \(plus / Ratio(100))" : nil)
      ]
    default: []
    }
  }
}

extension [Goal] {
  /// What makes the goals impossible to search together.
  var faultsTogether: [Diagnostic] {
    enumerated().flatMap { place, goal -> [Diagnostic] in
      let others = prefix(place)
      // Goals among other lists are searched on their own.
      if contains(where: { $0.name != goal.name && $0.place == goal.place }), goal.isExtreme {
        return [
          Diagnostic(
            "'\(goal.name)' asks for a least or a most beside other goals", at: goal.position,
            help: "let such a goal be the only one under 'solve'")
        ]
      }
      if let same = others.first(where: { $0.number.value == goal.number.value }) {
        return [
          Diagnostic(
            "'\(goal.number.text)' is searched for '\(same.name)' already",
            at: goal.number.position, help: "give each goal a number of its own")
        ]
      }
      guard let same = others.first(where: { $0.isAboutTheSame(as: goal) }) else {
        return []
      }
      return [
        Diagnostic(
          "'\(goal.measure.name)' is what '\(same.name)' is about already", at: goal.position,
          help: "give each goal a measure of its own")
      ]
    }
  }
}

extension Goal {
  /// Whether it asks for a least or a most.
  fileprivate var isExtreme: Bool {
    switch aim {
    case .until: false
    case .least, .most: true
    }
  }

  fileprivate func isAboutTheSame(as other: Goal) -> Bool {
    measure == other.measure && after == other.after && place == other.place && !isExtreme
  }
}

extension ScenarioFile {
  /// Whether the numbers that are searched can be what they are tried at: at their ends and between.
  ///
  /// - Throws: `Faults`, one for each goal whose number cannot.
  public func checkGoals() throws(Faults) {
    let goals = try nationalScenario().goals
    guard !goals.isEmpty else { return }
    let null = Node(.scalar("null", isQuoted: false), at: document.position)
    let unasked = try changing("solve", to: null).remembering()
    var faults: [Diagnostic] = []
    for goal in goals {
      do throws(Faults) {
        let range = try goal.interval(in: self).range
        let (low, high) = (range.lowerBound, range.upperBound)
        // No round number, because a number that must be round cannot be searched.
        let between = low + (high - low) * Ratio(nearest: 0.381_966_011, decimals: 9)
        for number in [low, between, high] {
          try unasked.check(Ratio(nearest: number.double, decimals: 9), for: goal)
        }
      } catch {
        faults += error.diagnostics
      }
    }
    guard faults.isEmpty else { throw Faults(faults) }
  }

  private func check(_ number: Ratio, for goal: Goal) throws(Faults) {
    do throws(Faults) {
      _ = try setting(goal.number.value, to: number).nationalScenario()
    } catch {
      let why = error.diagnostics.first.map { ": \($0.what)" } ?? ""
      throw Faults(
        "'\(goal.number.text)' cannot be searched, since it cannot be \(number.decimal(upTo: 9))\(why)",
        at: goal.number.position,
        help: "let a goal search a number that may be anything between its ends")
    }
  }
}
