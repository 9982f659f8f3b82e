import Documents

/// What the practices behind the lists are like.
public struct PracticeSetting: Sendable {
  /// The share of practitioners who are specialists in general practice.
  public var specialistShare: Estimate
  /// The share of lists without a practitioner.
  public var vacantShare: Estimate

  private enum Keys {
    static let specialist = Key(
      "specialist-share", Estimate.grammar(of: .share),
      "the share of practitioners who are specialists")
    static let vacant = Key(
      "vacant-share", Estimate.grammar(of: .share), "the share of lists without a practitioner")
  }

  static let grammar = Grammar<PracticeSetting>.record(
    "practices", keys: [Keys.specialist.required, Keys.vacant.required]
  ) { record, _ in
    PracticeSetting(specialistShare: record[Keys.specialist], vacantShare: record[Keys.vacant])
  }
}
