extension Ratio {
  /// The most digits a number keeps of those that are written, zeros in front of it not counted.
  public static let mostDigits = 15

  /// A decimal number as people and programs write it: as ``init(decimal:)`` reads it, with any number
  /// of digits and with an exponent.
  ///
  /// ```
  /// digits after the point = 15 − digits before it, rounded half away from zero
  /// ```
  ///
  /// `nil` for anything else, and for more than fifteen digits before the point.
  ///
  /// - Parameter text: For example `0.85`, `0.9310930635780097`, `9.310930635780097e-01` or `1e-05`.
  public init?(written text: String) {
    guard let written = WrittenNumber(text) else { return nil }
    self = written.number
  }

  /// Whether a text is a number of which digits other than zeros are rounded away when it is read.
  public static func isRounded(_ text: String) -> Bool {
    WrittenNumber(text).map { !$0.isExact } ?? false
  }
}

/// The digits of a number, and where its point stands among them.
private struct WrittenNumber {
  let number: Ratio
  /// Whether every digit is kept, zeros at the end aside.
  let isExact: Bool

  /// No program writes a longer one.
  private static let longest = 400

  init?(_ text: String) {
    guard text.utf8.count <= Self.longest else { return nil }
    let isNegative = text.hasPrefix("-")
    let unsigned = isNegative || text.hasPrefix("+") ? text.dropFirst() : text[...]
    let halves = unsigned.split(
      maxSplits: 1, omittingEmptySubsequences: false, whereSeparator: { $0 == "e" || $0 == "E" })
    let parts = halves[0].split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy(Self.isDigits),
      let exponent = halves.count == 2 ? Self.exponent(halves[1]) : 0
    else { return nil }
    let digits = parts.joined().utf8.map { Int($0 - 0x30) }
    let zeros = digits.prefix { $0 == 0 }.count
    let significant = digits.dropFirst(zeros)
    let point = parts[0].utf8.count + exponent - zeros
    guard !significant.isEmpty else {
      (number, isExact) = (.zero, true)
      return
    }
    guard point <= Ratio.mostDigits else { return nil }
    let decimals = Ratio.mostDigits - max(point, 0)
    let kept = point + decimals
    guard kept >= 0 else {
      (number, isExact) = (.zero, false)
      return
    }
    var whole = 0
    for place in 0..<kept {
      whole =
        whole * 10 + (place < significant.count ? significant[significant.startIndex + place] : 0)
    }
    let rest = significant.dropFirst(kept)
    if rest.first ?? 0 >= 5 { whole += 1 }
    number = Ratio(
      isNegative ? -whole : whole, over: (0..<decimals).reduce(1) { scale, _ in scale * 10 })
    isExact = rest.allSatisfy { $0 == 0 }
  }

  private static func isDigits(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// A power of ten such as `-05` or `+3`; `nil` for anything else.
  private static func exponent(_ text: Substring) -> Int? {
    let digits = text.hasPrefix("-") || text.hasPrefix("+") ? text.dropFirst() : text
    guard isDigits(digits), digits.utf8.count <= 3, let power = Int(digits) else { return nil }
    return text.hasPrefix("-") ? -power : power
  }
}
