import Documents
public import Scenarios

/// How doctors come and go on the way to the last year.
public struct DoctorSupplySetting: Sendable {
  /// Doctors who want a capacity for the first time, in a year.
  public var newDoctors: Estimate
  /// The share of doctors who give theirs up, in a year.
  public var leaving: Estimate
  /// The share of the capacities a region might still deploy that it deploys in a year.
  public var deployed: Estimate
  /// By what share clinics go on taking patients beyond their minimum.
  public var beyondMinimum: Estimate
  /// Runs with other random numbers and other values of every number that has an interval.
  public var runs: Int

  private enum Keys {
    static let new = Key(
      "new-doctors", Estimate.grammar(of: .number(in: 0...100_000)),
      "doctors who want a capacity for the first time, in a year")
    static let leaving = Key(
      "leaving", Estimate.grammar(of: .share), "the share of doctors who stop, in a year")
    static let deployed = Key(
      "deployed-share", Estimate.grammar(of: .share),
      "the part of the room for new capacities that regions deploy in a year")
    static let beyond = Key(
      "beyond-minimum", Estimate.grammar(of: .number(in: 0...10)),
      "the share by which clinics take more patients than they must")
    static let runs = Key("runs", Grammar.whole(in: 0...4_096), "runs that show the uncertainty")
  }

  static let grammar = Grammar<DoctorSupplySetting>.record(
    "a supply of doctors",
    keys: [
      Keys.new.required, Keys.leaving.required, Keys.deployed.required, Keys.beyond.required,
      Keys.runs.optional,
    ]
  ) { record, _ in
    DoctorSupplySetting(
      newDoctors: record[Keys.new], leaving: record[Keys.leaving],
      deployed: record[Keys.deployed], beyondMinimum: record[Keys.beyond],
      runs: record[maybe: Keys.runs] ?? 64)
  }
}
