import Documents

/// Copay for services outside general practice that counts towards the ceiling: not simulated, but
/// drawn per person and year.
public struct OtherCopay: Sendable {
  /// Per person and year at average use of consultations, in the currency of the rate book.
  public var mean: Estimate
  /// The shape of its gamma distribution; the smaller, the more unequal. Dimensionless.
  public var shape: Estimate

  private enum Keys {
    static let mean = Key(
      "mean", Estimate.grammar(of: .number(in: 0...1_000_000)), "per person and year")
    static let shape = Key(
      "shape", Estimate.grammar(of: .number(in: 0...100)),
      "of its gamma distribution; the smaller, the more unequal")
  }

  static let grammar = Grammar<OtherCopay>.record(
    "copay for other services", keys: [Keys.mean.required, Keys.shape.required]
  ) { record, _ in OtherCopay(mean: record[Keys.mean], shape: record[Keys.shape]) }
}
