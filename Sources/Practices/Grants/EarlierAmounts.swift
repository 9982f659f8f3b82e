import Units

/// What a list earns of a grant in a year.
struct Due: Hashable {
  var list: Int
  var annual: Money
}

/// Yearly amounts that were worked out for an earlier month. Most months change nothing of what they
/// follow from.
struct EarlierAmounts<Basis: Equatable> {
  private var known: [String: (basis: Basis, due: [Due])] = [:]

  /// - Parameters:
  ///   - account: Whose amounts.
  ///   - basis: All they follow from that may change from month to month.
  ///   - workOut: How; called when they are not known.
  /// - Returns: The amounts.
  mutating func due(_ account: String, from basis: Basis, _ workOut: () -> [Due]) -> [Due] {
    if let known = known[account], known.basis == basis { return known.due }
    let due = workOut()
    known[account] = (basis, due)
    return due
  }
}
