import Foundation

/// XML that a parser may be given: in UTF-8, without a document type, with tags of ordinary size.
///
/// A document type can name other files, and a few lines of it can stand for gigabytes; so can another
/// encoding hide one. Here the declaration is read and taken off, whatever stands between its words, so
/// that what follows is read as the bytes it is. A tag with many attributes costs the parser the square
/// of their number.
struct PlainXML {
  /// Without a byte order mark and a declaration.
  let bytes: Data
  /// How many tags and the like there are, opening and closing ones.
  let tags: Int

  /// More than any tag of a workbook has.
  private static let mostAttributes = 100

  /// `nil` for anything else.
  ///
  /// - Parameter part: The bytes as they stand in the file.
  init?(_ part: Data) {
    var rest = part[...]
    if rest.starts(with: [0xef, 0xbb, 0xbf]) { rest = rest.dropFirst(3) }
    if rest.starts(with: Array("<?xml".utf8)) {
      guard let end = rest.range(of: Data("?>".utf8)),
        Self.isUTF8(declaredBy: rest[..<end.lowerBound])
      else { return nil }
      rest = rest[end.upperBound...]
    }
    // A parser guesses encodings from the first bytes; blanks before the first tag mean nothing.
    rest = rest.drop { Self.blanks.contains($0) }
    guard rest.first == UInt8(ascii: "<"), let tags = rest.withUnsafeBytes(Self.tags) else {
      return nil
    }
    (bytes, self.tags) = (rest, tags)
  }

  private static let blanks: [UInt8] = [0x20, 0x09, 0x0a, 0x0d]

  private static func isUTF8(declaredBy declaration: Data) -> Bool {
    let text = String(decoding: declaration, as: UTF8.self).lowercased()
    guard let start = text.range(of: "encoding") else { return true }
    let name = text[start.upperBound...].prefix { $0 != "?" }
      .drop { " \t\r\n='\"".contains($0) }.prefix { !" \t\r\n'\"".contains($0) }
    return ["utf-8", "us-ascii"].contains(name)
  }

  /// How many tags there are; `nil` where there is a document type, a zero, or too large a tag.
  ///
  /// No `<` can stand within a tag, so every tag is looked at from its first byte to its last. What looks
  /// like one in a comment is counted as well.
  private static func tags(_ bytes: UnsafeRawBufferPointer) -> Int? {
    var (count, attributes) = (0, 0)
    var (isInTag, quote) = (false, UInt8(0))
    for (place, byte) in bytes.enumerated() {
      switch byte {
      case 0: return nil
      case UInt8(ascii: "<"):
        count += 1
        let next = place + 1 < bytes.count ? bytes[place + 1] : 0
        let isMark = next == UInt8(ascii: "!") || next == UInt8(ascii: "?")
        if isMark, place + 2 < bytes.count, bytes[place + 2] == UInt8(ascii: "D") { return nil }
        (isInTag, quote, attributes) = (!isMark, 0, 0)
      case UInt8(ascii: ">") where quote == 0: isInTag = false
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        guard isInTag else { continue }
        if quote == 0 {
          attributes += 1
          guard attributes <= mostAttributes else { return nil }
          quote = byte
        } else if quote == byte {
          quote = 0
        }
      default: continue
      }
    }
    return count
  }
}
