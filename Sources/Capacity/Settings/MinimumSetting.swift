import Documents
public import Scenarios
import Units

/// How the smallest number of patients is found at which a clinic may close.
public struct MinimumSetting: Sendable {
  /// The area whose need is shared among its capacities.
  public enum Level: String, CaseIterable, Sendable {
    case council, nation
  }

  /// The capacities an area's need is shared among.
  public enum Basis: String, CaseIterable, Sendable {
    /// Those that clinics have.
    case deployed
    /// Those of the national distribution, deployed or not.
    case distributed
  }

  public var level: Level
  public var basis: Basis
  /// By what share a proposal must lie above today's minimum and patients before an agreement is
  /// sought first.
  public var wellAbove: Estimate
  /// The steps in which a higher minimum is reached where the law allows steps.
  public var phaseInSteps: Int
  /// Facts of single clinics that the model does not see.
  public var localFacts: TableFile?
  /// When each clinic was told, and what.
  public var notices: TableFile?

  private enum Keys {
    static let level = Key(
      "level", Grammar<Level>.choice, "whether a capacity's share of need is its council's or all's"
    )
    static let basis = Key(
      "capacities", Grammar<Basis>.choice, "which capacities an area's need is shared among")
    static let wellAbove = Key(
      "well-above", Estimate.grammar(of: .number(in: 0...10)),
      "the share above today's number from which an agreement is sought first")
    static let steps = Key(
      "phase-in-steps", Grammar.whole(in: 1...60), "steps in which a higher minimum is reached")
    static let facts = Key(
      "local-facts", TableFile.grammar, "facts of clinics that the model does not see")
    static let notices = Key("notices", TableFile.grammar, "when each clinic was told, and what")
  }

  static let grammar = Grammar<MinimumSetting>.record(
    "minimums of patients",
    keys: [
      Keys.level.required, Keys.basis.required, Keys.wellAbove.required, Keys.steps.optional,
      Keys.facts.optional, Keys.notices.optional,
    ]
  ) { record, _ in
    MinimumSetting(
      level: record[Keys.level], basis: record[Keys.basis], wellAbove: record[Keys.wellAbove],
      phaseInSteps: record[maybe: Keys.steps] ?? 1, localFacts: record[maybe: Keys.facts],
      notices: record[maybe: Keys.notices])
  }
}
