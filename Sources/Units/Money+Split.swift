extension Money {
  /// Splits the amount in proportion to `weights` without making or losing an øre.
  ///
  /// ```swift
  /// Money.kroner(1).split(by: [1, 1, 1])  // 0.34, 0.33, 0.33
  /// ```
  ///
  /// - Parameter weights: One weight per part, dimensionless.
  /// - Precondition: No weight is negative, and at least one is positive.
  /// - Returns: One amount per weight, in the same order. Their sum is `self`.
  public func split(by weights: [Int]) -> [Money] {
    largestRemainder(ore, by: weights).map(Money.init(ore:))
  }
}

/// Shares a whole number out in proportion to `weights`, in whole numbers, losing none.
///
/// Every part is first rounded toward zero. The units still missing go, one each, to the parts
/// with the largest remainders; of equal remainders the earlier part wins. (Hamilton's method.)
///
/// - Parameters:
///   - total: What is shared out: øre, persons, lists.
///   - weights: One weight per part, dimensionless.
/// - Precondition: No weight is negative, and at least one is positive.
/// - Returns: One part per weight, in the same order. Their sum is `total`.
/// - Complexity: O(*n* log *n*) in the number of parts.
public func largestRemainder(_ total: Int, by weights: [Int]) -> [Int] {
  precondition(weights.allSatisfy { $0 >= 0 }, "a weight is negative: \(weights)")
  let whole = weights.reduce(Int128(0)) { $0 + Int128($1) }
  precondition(whole > 0, "every weight is zero, so there is nobody to share with")

  // Int128, because total × weight outgrows Int long before either of them does.
  let exact = weights.map { (Int128(total) * Int128($0)).quotientAndRemainder(dividingBy: whole) }
  var parts = exact.map { Int($0.quotient) }

  let missing = total - parts.reduce(0, +)
  guard missing != 0 else { return parts }
  // Remainders are smaller than the whole, and sorting 64 bits is twice as fast as sorting 128.
  // Of a whole that needs more, the last bits are dropped; nearly equal remainders are then equal.
  let spare = max(0, UInt128.bitWidth - 64 - whole.magnitude.leadingZeroBitCount)
  let remainders = exact.map { UInt64($0.remainder.magnitude >> UInt128(spare)) }
  let byRemainder = remainders.indices.sorted {
    remainders[$0] == remainders[$1] ? $0 < $1 : remainders[$0] > remainders[$1]
  }
  for part in byRemainder.prefix(abs(missing)) {
    parts[part] += missing.signum()
  }
  return parts
}
