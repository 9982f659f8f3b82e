public import Diagnostics
import Documents

extension Goal {
  /// Among whose lists a goal is reached.
  public enum Place: String, CaseIterable, Sendable {
    /// The scenario's own.
    case lists
    /// Those of the nation that the scenario's own lists are a part of (``ScenarioFile/nationFile``). The
    /// number found there is then used with the scenario's own lists.
    case nation

    static let grammar = Grammar<Place>.choice
    static let about =
      "whose lists it is reached among: nation, those of the 'base' that own lists are a part of, "
      + "or lists, the scenario's own; lists unless said"
  }
}

extension ScenarioFile {
  /// What decides who is on which list, and where.
  private static let lists = [
    "lists", "municipality-groups", "population.persons", "population.ages",
    "population.municipalities",
  ]

  /// The scenario with the lists and persons of a nation. Everything else is as here.
  ///
  /// - Parameter nation: Whose lists.
  /// - Throws: ``Faults`` when a path leads through something that is not a mapping.
  /// - Returns: The scenario.
  public func with(listsOf nation: ScenarioFile) throws(Faults) -> ScenarioFile {
    var file = self
    for path in Self.lists {
      let value = nation.document.value(at: path)
      // Nothing to put there, and nothing to take away.
      if value == nil, document.value(at: path) == nil { continue }
      file = try file.changing(
        path, to: value ?? Node(.scalar("null", isQuoted: false), at: document.position))
    }
    return file
  }
}
