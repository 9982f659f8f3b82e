/// An exact ratio of two whole numbers, in lowest terms.
///
/// Shares, need indices, family sizes and month fractions are decimal in law and in scenario
/// files; 0.9 × 577 must be 519.3 and not the nearest binary fraction.
///
/// - Range: numerator and denominator fit in `Int`. A result that would need more bits loses its
///   last ones: near 1 it changes by less than one part in 10¹⁸, near 1,000 or 1/1,000 by less than
///   one part in 10¹⁵. One beyond the largest `Int` stays below it and is no longer near the truth.
public struct Ratio: Hashable, Sendable {
  public let numerator: Int
  /// Always positive.
  public let denominator: Int

  public static let zero = Ratio(0)
  public static let one = Ratio(1)

  public init(_ whole: Int) {
    (numerator, denominator) = (whole, 1)
  }

  /// - Precondition: The denominator is not zero.
  public init(_ numerator: Int, over denominator: Int) {
    precondition(denominator != 0, "a ratio over zero")
    self.init(reducing: Int128(numerator), over: Int128(denominator))
  }

  /// A decimal number as an author writes it: digits, optionally a sign, a point and decimals.
  ///
  /// `nil` for anything else, and for more than fifteen digits.
  ///
  /// - Parameter text: For example `0.85`, `-3` or `1090`. No exponent, no thousands separator.
  public init?(decimal text: String) {
    let isNegative = text.hasPrefix("-")
    let digits = isNegative || text.hasPrefix("+") ? text.dropFirst() : text[...]
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    let decimals = parts.count == 2 ? parts[1].utf8.count : 0
    let joined = parts.joined()
    guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty }), joined.utf8.count <= 15,
      joined.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(joined)
    else { return nil }
    let scale = (0..<decimals).reduce(1) { scale, _ in scale * 10 }
    self.init(isNegative ? -number : number, over: scale)
  }

  private init(reducing numerator: Int128, over denominator: Int128) {
    let isNegative = (numerator < 0) != (denominator < 0)
    var (top, bottom) = (numerator.magnitude, denominator.magnitude)
    let divisor = Self.greatestCommonDivisor(top, bottom)
    (top, bottom) = (top / divisor, bottom / divisor)
    // Long products of decimals outgrow 63 bits; the bits that are dropped are the last ones.
    if top > Int.max || bottom > Int.max {
      while top > Int.max || bottom > Int.max { (top, bottom) = (top >> 1, max(1, bottom >> 1)) }
      let divisor = Self.greatestCommonDivisor(top, bottom)
      (top, bottom) = (top / divisor, bottom / divisor)
    }
    self.numerator = isNegative ? -Int(top) : Int(top)
    self.denominator = Int(bottom)
  }

  private static func greatestCommonDivisor(_ a: UInt128, _ b: UInt128) -> UInt128 {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }
}

extension Ratio {
  public static func + (a: Ratio, b: Ratio) -> Ratio {
    let crossed = Int128(a.numerator) * Int128(b.denominator)
    return Ratio(
      reducing: crossed + Int128(b.numerator) * Int128(a.denominator),
      over: Int128(a.denominator) * Int128(b.denominator))
  }

  public static func - (a: Ratio, b: Ratio) -> Ratio {
    a + Ratio(-b.numerator, over: b.denominator)
  }

  public static func * (a: Ratio, b: Ratio) -> Ratio {
    Ratio(
      reducing: Int128(a.numerator) * Int128(b.numerator),
      over: Int128(a.denominator) * Int128(b.denominator))
  }

  /// - Precondition: `b` is not zero.
  public static func / (a: Ratio, b: Ratio) -> Ratio { a * Ratio(b.denominator, over: b.numerator) }

  /// The number itself when it is whole, otherwise `nil`.
  public var wholeNumber: Int? { denominator == 1 ? numerator : nil }

  /// The nearest whole number, halves away from zero.
  public var rounded: Int { Self.rounded(Int128(numerator), over: denominator) }

  /// For numerical methods and for showing. Never for money.
  public var double: Double { Double(numerator) / Double(denominator) }

  /// The nearest whole number to a quotient, halves away from zero.
  ///
  /// - Precondition: The denominator is positive.
  public static func rounded(_ numerator: Int128, over denominator: Int) -> Int {
    precondition(denominator > 0, "a quotient over zero or less: \(denominator)")
    // Nearly all money fits into 64 bits, which are divided several times as fast.
    if let small = Int(exactly: numerator) {
      let half = denominator / 2
      let (shifted, isTooLarge) = small.addingReportingOverflow(small < 0 ? -half : half)
      if !isTooLarge { return shifted / denominator }
    }
    return Int(nearest(numerator, over: Int128(denominator)))
  }

  private static func nearest(_ numerator: Int128, over denominator: Int128) -> Int128 {
    let half = denominator / 2
    let shifted = numerator < 0 ? numerator - half : numerator + half
    // With an odd denominator no half exists, and truncation after the shift is right as well.
    return shifted / denominator
  }
}

extension Ratio: Comparable {
  public static func < (a: Ratio, b: Ratio) -> Bool {
    Int128(a.numerator) * Int128(b.denominator) < Int128(b.numerator) * Int128(a.denominator)
  }
}

extension Ratio: CustomStringConvertible {
  /// The number as a decimal, with as many decimals as it needs but at most six.
  public var description: String { decimal(upTo: 6) }

  /// The number as a decimal, rounded half away from zero.
  ///
  /// - Parameter places: The most decimals; at most fifteen.
  /// - Returns: Digits with as many decimals as the number needs.
  public func decimal(upTo places: Int) -> String {
    let scale = (0..<places).reduce(Int128(1)) { scale, _ in scale * 10 }
    // Wider than Int, because a number of thirteen digits has more millionths than Int can count.
    let parts = Self.nearest(Int128(numerator) * scale, over: Int128(denominator))
    let (whole, rest) = parts.magnitude.quotientAndRemainder(dividingBy: scale.magnitude)
    let sign = parts < 0 ? "-" : ""
    guard rest > 0 else { return "\(sign)\(whole)" }
    let digits = String(rest + scale.magnitude).dropFirst()
    let decimals = String(digits.reversed().drop { $0 == "0" }.reversed())
    return "\(sign)\(whole).\(decimals)"
  }

  /// A number found by a numerical method, as an exact decimal.
  ///
  /// - Parameters:
  ///   - number: Finite, and small enough for so many decimals.
  ///   - decimals: How many decimals are kept; at most twelve.
  public init(nearest number: Double, decimals: Int) {
    let scale = (0..<decimals).reduce(1) { scale, _ in scale * 10 }
    self.init(Int((number * Double(scale)).rounded()), over: scale)
  }
}
