import Units

extension Int {
  /// A whole number as a cell of a table holds it.
  ///
  /// Data frames and spreadsheets write `12.0`, in the north `12,0`, and both are 12. A sign before
  /// exactly three digits parts thousands where it does not part decimals: `1.000` is a thousand to whom
  /// it was written for and one to who reads it on, so it is no number.
  ///
  /// - Parameter text: The cell.
  public init?(cell text: String) {
    let sign = text.contains(",") && !text.contains(".") ? "," : "."
    guard text.withoutThousandsSigns == nil,
      let number = Ratio(decimal: text.replacing(sign, with: ".", maxReplacements: 1))?.wholeNumber
    else { return nil }
    self = number
  }
}

extension String {
  /// How to write a whole number whose thousands are parted by a sign; `nil` where none are.
  public var thousandsHelp: String? {
    withoutThousandsSigns.map { "write \($0), without a sign between thousands" }
  }

  /// `1000` for `1.000`, `1,000`, `1 000` and `1'000`; `nil` where no sign parts thousands.
  fileprivate var withoutThousandsSigns: String? {
    let sign = prefix { "+-".contains($0) }
    let pieces = dropFirst(sign.count).split(omittingEmptySubsequences: false) {
      ".,'\u{2019}".contains($0) || $0.isWhitespace
    }
    guard pieces.count > 1, (1...3).contains(pieces[0].utf8.count), pieces[0] != "0",
      pieces.dropFirst().allSatisfy({ $0.utf8.count == 3 }),
      pieces.joined().utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return sign + pieces.joined()
  }
}
