/// A point run once under every policy.
public struct FinishedPoint: Sendable {
  /// Its place in the design, from 0.
  public var number: Int
  /// From 0.
  public var replicate: Int
  public var seed: UInt64
  /// One per factor.
  public var values: [FactorValue]
  /// One per policy.
  public var rows: [Row]

  /// What came of one policy.
  public struct Row: Hashable, Sendable {
    /// One per outcome; `nil` where the year was refused.
    public var outcomes: [Double?]
    /// Why there is no answer; `nil` where there is one.
    public var refused: String?

    public init(outcomes: [Double?], refused: String? = nil) {
      (self.outcomes, self.refused) = (outcomes, refused)
    }
  }

  public init(
    number: Int, replicate: Int, seed: UInt64, values: [FactorValue], rows: [Row]
  ) {
    (self.number, self.replicate, self.seed) = (number, replicate, seed)
    (self.values, self.rows) = (values, rows)
  }
}
