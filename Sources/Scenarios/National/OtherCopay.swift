import Documents

/// Copay for services outside general practice that counts towards the ceiling: not simulated, but
/// drawn per person and year.
public struct OtherCopay: Sendable {
  /// Per person and year at average use of consultations, in the currency of the rate book.
  public var mean: Estimate
  /// The shape of its gamma distribution; the smaller, the more unequal. Dimensionless.
  public var shape: Estimate
  /// The share of persons who rank alike in this and in the use of consultations; the ranks of the
  /// others are independent.
  public var sameRankShare: Estimate

  private enum Keys {
    static let mean = Key(
      "mean", Estimate.grammar(of: .number(in: 0...1_000_000)), "per person and year")
    static let shape = Key(
      "shape", Estimate.grammar(of: .number(in: 0...100)),
      "of its gamma distribution; the smaller, the more unequal")
    static let sameRank = Key(
      "same-rank-share", Estimate.grammar(of: .share),
      "the share of persons who rank alike in this and in the use of consultations")
  }

  static let grammar = Grammar<OtherCopay>.record(
    "copay for other services",
    keys: [Keys.mean.required, Keys.shape.required, Keys.sameRank.required]
  ) { record, _ in
    OtherCopay(
      mean: record[Keys.mean], shape: record[Keys.shape], sameRankShare: record[Keys.sameRank])
  }
}
