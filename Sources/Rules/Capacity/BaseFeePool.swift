public import Units

/// Money on top of the ordinary base fee for clinics in shortage areas and with burdened patients
/// (differentieret basishonorar).
///
/// - Unit: øre per year; shares are dimensionless.
/// - Source: laeger.dk, Differentieret basishonorar i OK18.
public struct BaseFeePool: Hashable, Sendable {
  public var pool: Money
  /// Of the pool, to clinics in designated shortage areas; the rest goes by the patients' burden.
  public var shortageShare: Ratio
  /// The most a capacity is paid for its patients' burden.
  public var mostPerCapacity: Money

  public init(pool: Money, shortageShare: Ratio, mostPerCapacity: Money) {
    (self.pool, self.shortageShare) = (pool, shortageShare)
    self.mostPerCapacity = mostPerCapacity
  }
}
