/// Text with `_x000D_` and its like read as the characters they stand for, which XML cannot hold.
func unescaped(_ text: String) -> String {
  guard text.contains("_x") else { return text }
  return text.replacing(/_x([0-9A-Fa-f]{4})_/.matchingSemantics(.unicodeScalar)) { match in
    guard let code = UInt32(match.1, radix: 16), let scalar = Unicode.Scalar(code) else {
      return String(match.0)
    }
    return String(Character(scalar))
  }
}

/// Text in which nothing reads as such an escape that is none.
///
/// The escapes themselves are libxlsxwriter's; one of them may follow and lend its underscore.
func escaped(_ text: String) -> String {
  guard text.contains("_x") else { return text }
  let likeness = /_(?=x[0-9A-Fa-f]{4}[_\u{1}-\u{8}\u{b}-\u{1f}])/
  return text.replacing(likeness.matchingSemantics(.unicodeScalar), with: "_x005F_")
}
