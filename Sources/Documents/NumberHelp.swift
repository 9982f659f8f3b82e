import Units

/// How to mend a number that has the wrong form, when that is clear from the characters.
func numberHelp(_ node: Node) -> String? {
  guard case .scalar(let text, let isQuoted) = node.content else { return "write one number" }
  guard Ratio(written: text) == nil else { return isQuoted ? "remove the quotes: \(text)" : nil }
  return numberHelp(for: text)
}

/// The share meant by a percentage, with or without its sign.
func shareHelp(_ node: Node) -> String? {
  guard case .scalar(let text, isQuoted: false) = node.content else { return numberHelp(node) }
  let bare = String(text.prefix { !" \u{a0}%".contains($0) })
  let isSigned = bare != text && text.hasSuffix("%")
  guard isSigned || bare == text, let percent = Ratio(decimal: bare),
    percent > (isSigned ? .zero : .one), percent <= Ratio(100)
  else { return numberHelp(node) }
  return "for \(bare) percent, write \(percent / Ratio(100))"
}

/// Whether a key is the end of a number that was cut at its comma: `{ central: 1,700 }` is the
/// number 1 and a key '700'.
func isCutNumber(_ key: String) -> Bool {
  key.utf8.first != UInt8(ascii: ".") && !key.isEmpty
    && key.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
}

let cutNumberHelp =
  "write numbers without thousands separators and with a decimal point: 1700 or 3.5"

private func numberHelp(for text: String) -> String? {
  let plain = text.filter { !$0.isWhitespace && $0 != "_" && $0 != "'" }
  if plain != text, Ratio(decimal: plain) != nil { return "without separators: \(plain)" }
  if let help = magnitudeHelp(for: text) { return help }
  if let help = separatorHelp(for: plain) { return help }
  if Ratio(decimal: "0" + text) != nil { return "with a zero before the point: 0\(text)" }
  let digits = text.filter { $0 != "." }
  if digits.utf8.count > 15, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
    return "write at most fifteen digits"
  }
  return unitHelp(for: text)
}

/// Commas and points that are decimal signs, thousands separators, or could be either.
private func separatorHelp(for text: String) -> String? {
  guard let last = text.last(where: { ",.".contains($0) }) else { return nil }
  let pieces = text.split(separator: last, omittingEmptySubsequences: false)
  let joined = pieces.joined()
  let isGrouped =
    pieces.dropFirst().allSatisfy { $0.count == 3 } && (1...3).contains(pieces[0].count)
    && pieces[0] != "0" && Ratio(decimal: joined) != nil
  if pieces.count > 2 { return isGrouped ? "without separators: \(joined)" : nil }
  let whole = pieces[0].filter { !",.".contains($0) }
  let pointed = "\(whole).\(pieces[1])"
  guard pointed != text, Ratio(decimal: pointed) != nil else { return nil }
  return isGrouped
    ? "without a thousands separator: \(joined); with a decimal point: \(pointed)"
    : "with a decimal point: \(pointed)"
}

/// A unit before or after the number, or the `,-` of a price.
private func unitHelp(for text: String) -> String? {
  let start = text.drop { !$0.isNumber && !".-+".contains($0) }
  let number = String(start.reversed().drop { !$0.isNumber }.reversed())
  guard number != text, !number.isEmpty else { return nil }
  return Ratio(decimal: number) != nil
    ? "write the number alone: \(number)" : numberHelp(for: number)
}
