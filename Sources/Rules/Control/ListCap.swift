import Units

/// The most listed persons who are paid for, per general practitioner and per enterprise.
public struct ListCap: Hashable, Sendable {
  /// Per practitioner; `nil` for no cap.
  public var perPractitioner: Int?
  /// Per enterprise of one or more practitioners; `nil` for no cap.
  public var perEnterprise: Int?

  public init(perPractitioner: Int? = nil, perEnterprise: Int? = nil) {
    (self.perPractitioner, self.perEnterprise) = (perPractitioner, perEnterprise)
  }

  /// The persons paid for on each list of one enterprise.
  ///
  /// What the enterprise has too many is taken from its lists in proportion to their length, by
  /// largest remainder.
  ///
  /// - Parameter lengths: Persons on each list of the enterprise.
  /// - Returns: Persons paid for, in the same order; never more than the lengths.
  public func paid(_ lengths: [Int]) -> [Int] {
    let own = lengths.map { min($0, perPractitioner ?? $0) }
    let sum = own.reduce(0, +)
    guard let perEnterprise, sum > perEnterprise else { return own }
    return largestRemainder(perEnterprise, by: own)
  }
}
