import Units

/// The number meant by `2.5 million` or `1,7e3`, written out.
func magnitudeHelp(for text: String) -> String? {
  let start = text.drop { !isDigit($0) && !"+-.".contains($0) }
  let number = start.prefix { isDigit($0) || $0.isWhitespace || "+-.,".contains($0) }
  let rest = start.dropFirst(number.count)
  let word = rest.prefix(while: \.isLetter).lowercased()
  let exponent = word == "e" ? Int(rest.dropFirst()) : nil
  guard !number.isEmpty, exponent != nil || magnitudes.keys.contains(word) else { return nil }
  guard let power = exponent ?? magnitudes[word] ?? nil, let plain = decimal(String(number)),
    let full = shifted(plain, by: power)
  else { return exponent == nil ? "write the number in full, with all its zeros" : nil }
  return "write the number in full: \(full)"
}

/// The powers of ten behind the words; a billion has nine or twelve zeros.
private let magnitudes: [String: Int?] = [
  "thousand": 3, "tusen": 3, "mill": 6, "million": 6, "millions": 6, "millioner": 6, "mio": 6,
  "mrd": 9, "milliard": 9, "milliarder": 9, "bn": nil, "billion": nil, "billions": nil,
  "billioner": nil,
]

private func isDigit(_ letter: Character) -> Bool { ("0"..."9").contains(letter) }

/// A number with a decimal point or comma, when its separator cannot part thousands.
private func decimal(_ text: String) -> String? {
  let plain = text.filter { !$0.isWhitespace }
  guard Ratio(decimal: plain) == nil else { return plain }
  let pieces = plain.split(separator: ",", omittingEmptySubsequences: false)
  guard pieces.count == 2, pieces[1].count != 3 else { return nil }
  let pointed = pieces.joined(separator: ".")
  return Ratio(decimal: pointed) == nil ? nil : pointed
}

/// The number with its point moved to the right, or to the left for a negative power.
private func shifted(_ number: String, by power: Int) -> String? {
  guard (-12...12).contains(power) else { return nil }
  let pieces = number.drop { "+-".contains($0) }.split(separator: ".")
  let digits = pieces.joined()
  let point = (pieces.first?.count ?? 0) + power
  let padded =
    String(repeating: "0", count: max(0, 1 - point)) + digits
    + String(repeating: "0", count: max(0, point - digits.count))
  let whole = padded.prefix(max(1, point))
  let fraction = trimmed(padded.dropFirst(whole.count).reversed(), leaving: 0)
  let sign = number.hasPrefix("-") ? "-" : ""
  let full =
    sign + trimmed(Array(whole), leaving: 1)
    + (fraction.isEmpty ? "" : "." + String(fraction.reversed()))
  return Ratio(decimal: full) == nil ? nil : full
}

/// Without the zeros in front, but with at least so many digits.
private func trimmed(_ digits: [Character], leaving least: Int) -> String {
  let zeros = digits.prefix { $0 == "0" }.count
  return String(digits.dropFirst(min(zeros, digits.count - min(least, digits.count))))
}
