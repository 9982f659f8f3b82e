import Documents
public import Rules
import Units

/// A stage on the way to a specialist: who is in it, who comes and who leaves.
public struct SupplyStageSetting: Sendable {
  public enum Stage: String, CaseIterable, Sendable {
    /// The first part of specialisation, in hospital and municipality.
    case internship
    /// Independent work under supervision, before a post that demands specialisation.
    case supervised
    /// General practitioners in specialisation.
    case inSpecialisation = "in-specialisation"
    case specialist
  }

  public var stage: Stage
  /// At the start of the first year.
  public var doctors: Estimate
  /// Who come into the stage in a year from outside the way.
  public var intake: Estimate
  /// The mean duration; `nil` for the last stage.
  public var years: Estimate?
  /// Who leave general practice in a year, as a share.
  public var lostShare: Estimate
  /// Of those who finish, the share that goes on to the next stage; `nil` for the last stage.
  public var onwardShare: Estimate?

  /// The rule with the central values.
  public var rule: SupplyStage {
    SupplyStage(
      years: years?.central, lostShare: lostShare.central,
      onwardShare: onwardShare?.central ?? .zero)
  }

  private enum Keys {
    static func count(_ name: String, _ about: String) -> Key<Estimate> {
      Key(
        name, Estimate.grammar(of: Grammar<Int>.whole(in: 0...1_000_000).map { Ratio($0) }), about)
    }
    static let doctors = count("doctors", "doctors in the stage at the start")
    static let intake = Key(
      "intake", Estimate.grammar(of: .number(in: 0...1_000_000)),
      "doctors a year who come from outside")
    static let years = Key(
      "years", Estimate.grammar(of: .number(in: 0...50)), "how long the stage lasts on average")
    static let lost = Key(
      "lost-share", Estimate.grammar(of: .share), "who leave general practice in a year")
    static let onward = Key(
      "onward-share", Estimate.grammar(of: .share),
      "of those who finish, the share that goes on to the next stage")
  }

  /// The stage as a key. The last one has no end, and so neither duration nor what comes after.
  static func key(of stage: Stage) -> Key<SupplyStageSetting> {
    let isLast = stage == Stage.allCases.last
    let grammar = Grammar<SupplyStageSetting>.record(
      "the stage '\(stage.rawValue)'",
      keys: [Keys.doctors.required, Keys.intake.required]
        + (isLast ? [] : [Keys.years.required])
        + [Keys.lost.required]
        + (isLast ? [] : [Keys.onward.required])
    ) { record, _ in
      SupplyStageSetting(
        stage: stage, doctors: record[Keys.doctors], intake: record[Keys.intake],
        years: isLast ? nil : record[Keys.years], lostShare: record[Keys.lost],
        onwardShare: isLast ? nil : record[Keys.onward])
    }
    return Key(stage.rawValue, grammar, "doctors in the stage, and who comes and leaves")
  }
}
