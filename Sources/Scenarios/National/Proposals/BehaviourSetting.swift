import Documents
import Units

/// How patients and practices answer to what is paid. The literature does not agree, so the theory is
/// chosen, and every strength stands with an interval.
///
/// Every answer to a price has one form, finite and continuous down to free of charge and beyond. With *e*
/// the elasticity that stands here, and *c* the change of the price as a part of the mean of the two
/// prices (−2 when it goes, 2 when there was none),
///
/// ```
/// volume after / volume before = exp(e · c)
/// ```
///
/// For a small change *e* is percent more for one percent more. For a large one it is within a hundredth
/// the arc elasticity that studies publish, (q₁ − q₀) / (q₁ + q₀) over (p₁ − p₀) / (p₁ + p₀), as long as
/// it lies between −0.17 and 0.17: a copay that takes 10 to 15 percent of the visits when it is introduced
/// is −0.05 to −0.08.
public struct BehaviourSetting: Sendable {
  public var theory: Theory
  /// Whether doctors can bring about visits that patients did not ask for.
  public var inducement: Bool
  /// Percent more visits for one percent more copay; not above zero.
  public var visitsToCopay: Estimate
  /// Percent more visits for one percent more money per visit, where doctors can bring them about.
  public var visitsToFees: Estimate
  /// Percent more places offered on lists for one percent larger base share.
  public var listsToBaseShare: Estimate
  /// Of the optimising practice: percent more hours for one percent more reward per hour.
  public var hoursToReward: Estimate
  /// Percent more hours in contacts than in care for the list, for one percent more reward in them.
  public var effortToReward: Estimate
  /// Percent more contacts handed to staff for one percent more gain from an hour of staff.
  public var staffToGain: Estimate
  /// The gain from an hour of staff, the doctor's freed time included, at which the shares that the
  /// scenario states for staff are right.
  public var staffGain: Estimate

  public enum Theory: String, CaseIterable, Sendable {
    /// Nobody answers.
    case none
    /// Volumes follow prices by elasticities.
    case elasticities
    /// Practices trade income against effort, and chose the baseline.
    case optimising
  }

  private enum Keys {
    static func elasticity(_ name: String, _ about: String) -> Key<Estimate> {
      Key(name, Estimate.grammar(of: .number(in: -10...10)), about)
    }
    static let theory = Key("theory", Grammar<Theory>.choice, "none, elasticities or optimising")
    static let inducement = Key(
      "inducement", Grammar<Bool>.flag, "whether doctors can bring visits about")
    static let copay = elasticity(
      "visits-to-copay",
      "of visits to what patients pay: percent more for one percent more, an arc elasticity")
    static let fees = elasticity("visits-to-fees", "of visits to what they are paid; inducement")
    static let lists = elasticity(
      "lists-to-base-share", "of places offered on lists to the base share")
    static let hours = elasticity("hours-to-reward", "of doctors' hours to reward per hour")
    static let effort = elasticity(
      "effort-to-reward", "of hours in contacts against hours for the list, to their rewards")
    static let staff = elasticity("staff-to-gain", "of contacts handed to staff to the gain")
    static let gain = Key(
      "staff-gain", Estimate.grammar(of: .number(in: 1...100_000)),
      "the gain from an hour of staff at which the stated shares are right")
  }

  static let grammar = Grammar<BehaviourSetting>.record(
    "behaviour",
    keys: [
      Keys.theory.required, Keys.inducement.required, Keys.copay.required, Keys.fees.required,
      Keys.lists.required, Keys.hours.required, Keys.effort.required, Keys.staff.required,
      Keys.gain.required,
    ]
  ) { record, _ in
    BehaviourSetting(
      theory: record[Keys.theory], inducement: record[Keys.inducement],
      visitsToCopay: record[Keys.copay], visitsToFees: record[Keys.fees],
      listsToBaseShare: record[Keys.lists], hoursToReward: record[Keys.hours],
      effortToReward: record[Keys.effort], staffToGain: record[Keys.staff],
      staffGain: record[Keys.gain])
  }
}
