/// An exact amount of money, counted in whole øre (or the hundredth of whatever currency the
/// rate book names).
///
/// A run adds up millions of fees on several threads, and the total must not depend on the order
/// of the terms. Whole numbers of øre give that; a `Double` of kroner does not.
///
/// - Unit: øre. 100 øre make one krone.
/// - Range: about ±92 × 10¹⁵ kroner. Arithmetic that leaves the range traps.
public struct Money: Hashable, Sendable {
  /// The amount in øre. Negative for a repayment.
  public let ore: Int

  public init(ore: Int) {
    self.ore = ore
  }

  public static func kroner(_ kroner: Int) -> Money {
    Money(ore: kroner * 100)
  }

  /// Kroner as written by an author, with at most two decimals.
  ///
  /// `nil` when the number is not a whole number of øre.
  ///
  /// - Parameter kroner: An exact number of kroner.
  public init?(kroner: Ratio) {
    guard let ore = (kroner * Ratio(100)).wholeNumber else { return nil }
    self.init(ore: ore)
  }
}

extension Money: AdditiveArithmetic {
  // Computed, because whoever asks for a stored one asks first whether it is there yet.
  public static var zero: Money { Money(ore: 0) }

  public static func + (a: Money, b: Money) -> Money { Money(ore: a.ore + b.ore) }
  public static func - (a: Money, b: Money) -> Money { Money(ore: a.ore - b.ore) }
  public static func * (count: Int, price: Money) -> Money { Money(ore: count * price.ore) }
  public static prefix func - (a: Money) -> Money { Money(ore: -a.ore) }
}

extension Money {
  /// The amount times an exact ratio, rounded to the nearest øre, halves away from zero.
  public func scaled(by ratio: Ratio) -> Money {
    Money(ore: Ratio.rounded(Int128(ore) * Int128(ratio.numerator), over: ratio.denominator))
  }
}

extension Money: Comparable {
  public static func < (a: Money, b: Money) -> Bool { a.ore < b.ore }
}

extension Money: CustomStringConvertible {
  /// The amount as kroner with two decimals, for example `-12.05`.
  public var description: String {
    let (kroner, ore) = ore.magnitude.quotientAndRemainder(dividingBy: 100)
    let sign = self.ore < 0 ? "-" : ""
    return "\(sign)\(kroner).\(ore < 10 ? "0" : "")\(ore)"
  }
}
