/// Text with `_x000D_` and its like read as the characters they stand for, which XML cannot hold.
func unescaped(_ text: String) -> String {
  let bytes = Array(text.utf8)
  guard bytes.contains(UInt8(ascii: "_")) else { return text }
  var plain: [UInt8] = []
  var place = 0
  while place < bytes.count {
    if let sign = escape(in: bytes[place...].prefix(7)) {
      plain += Array(String(sign).utf8)
      place += 7
    } else {
      plain.append(bytes[place])
      place += 1
    }
  }
  return String(decoding: plain, as: UTF8.self)
}

/// What `_x000D_` stands for; `nil` for anything else, and for halves of a character.
private func escape(in bytes: ArraySlice<UInt8>) -> Character? {
  let underscore = UInt8(ascii: "_")
  guard bytes.count == 7, bytes.first == underscore, bytes.last == underscore,
    bytes.dropFirst().first == UInt8(ascii: "x")
  else { return nil }
  var code: UInt32 = 0
  for byte in bytes.dropFirst(2).dropLast() {
    guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
    code = code * 16 + UInt32(digit)
  }
  return Unicode.Scalar(code).map(Character.init)
}

/// Text in which nothing reads as such an escape that is none.
///
/// The escapes themselves are libxlsxwriter's; one of them may follow and lend its underscore.
func escaped(_ text: String) -> String {
  guard text.contains("_x") else { return text }
  let likeness = /_(?=x[0-9A-Fa-f]{4}[_\u{1}-\u{8}\u{b}-\u{1f}])/
  return text.replacing(likeness.matchingSemantics(.unicodeScalar), with: "_x005F_")
}
