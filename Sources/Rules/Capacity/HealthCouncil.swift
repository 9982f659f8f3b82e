/// A health council (sundhedsråd): the area within which Danish doctor capacities are bound.
///
/// - Source: BEK 975 of 2025-06-30, annex 1: the ceiling of capacities is set per health council.
public struct HealthCouncil: Hashable, Sendable {
  /// A municipality by its official code, four digits with leading zeros.
  public struct Member: Hashable, Sendable {
    public var code: String
    public var name: String

    public init(code: String, name: String) {
      (self.code, self.name) = (code, name)
    }
  }

  /// The region that plans and pays for general practice there.
  public var region: String
  /// In the order of the book; at least one.
  public var municipalities: [Member]

  public init(region: String, municipalities: [Member]) {
    (self.region, self.municipalities) = (region, municipalities)
  }
}
