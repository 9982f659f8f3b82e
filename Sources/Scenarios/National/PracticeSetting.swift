import Documents

/// What the practices behind the lists are like.
public struct PracticeSetting: Sendable {
  /// The share of practitioners who are specialists in general practice.
  public var specialistShare: Estimate
  /// The share of lists without a practitioner.
  public var vacantShare: Estimate
  /// The share of lists so new and short that they have a start-up grant.
  public var newShare: Estimate

  private enum Keys {
    static let specialist = Key(
      "specialist-share", Estimate.grammar(of: .share),
      "the share of practitioners who are specialists")
    static let vacant = Key(
      "vacant-share", Estimate.grammar(of: .share), "the share of lists without a practitioner")
    static let new = Key(
      "new-share", Estimate.grammar(of: .share),
      "the share of lists so new and short that they have a start-up grant")
  }

  static let grammar = Grammar<PracticeSetting>.record(
    "practices",
    keys: [Keys.specialist.required, Keys.vacant.required, Keys.new.required]
  ) { record, _ in
    PracticeSetting(
      specialistShare: record[Keys.specialist], vacantShare: record[Keys.vacant],
      newShare: record[Keys.new])
  }
}
