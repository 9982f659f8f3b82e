/// Persons who pay no copay, because of their age.
public struct CopayExemption: Hashable, Sendable {
  /// Whole years, both ends included.
  public let ages: ClosedRange<Int>

  public init(ages: ClosedRange<Int>) {
    self.ages = ages
  }
}
