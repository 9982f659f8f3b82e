/// A character that nobody sees and that a terminal or an editor obeys: a control character, a mark that
/// turns the direction of text, a byte order mark inside a text, a separator of lines or paragraphs.
///
/// In the files of a user it is a fault. What reaches a reader all the same is shown with symbols.
public struct HiddenMark: Sendable {
  public let scalar: Unicode.Scalar

  /// `nil` for a character that is seen, or does nothing.
  ///
  /// - Parameter scalar: Any character.
  public init?(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x00...0x1f, 0x7f...0x9f, 0x061c, 0x200e, 0x200f, 0x2028...0x202e, 0x2066...0x2069, 0xfeff:
      self.scalar = scalar
    default: return nil
    }
  }

  /// Whether it parts words or lines, as tables have them inside of cells.
  public var isSpace: Bool { ["\t", "\n", "\r"].contains(scalar) }

  /// The code point, as standards write it: `U+202E`.
  public var code: String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
  }

  /// What kind of character it is, for messages.
  public var kind: String {
    switch scalar.value {
    case 0x09: "a tab"
    case 0x0a, 0x0d, 0x85, 0x2028, 0x2029: "a line break"
    case 0x00...0x9f: "a control character"
    case 0xfeff: "a byte order mark"
    default: "a mark that turns the direction of text"
    }
  }

  /// What is shown in its place: the picture of a control character, else its code point.
  public var symbol: String {
    switch scalar.value {
    case 0x00...0x1f: String(Unicode.Scalar(UInt32(0x2400) + scalar.value)!)
    case 0x7f: "\u{2421}"
    default: "<\(code)>"
    }
  }
}

extension StringProtocol {
  /// Every hidden mark of the text, in its order.
  public var hiddenMarks: [HiddenMark] {
    mayHideMarks ? unicodeScalars.compactMap(HiddenMark.init) : []
  }

  /// The text with symbols for hidden marks, so that nothing in it acts on a terminal.
  ///
  /// - Parameter lines: Whether line feeds stay, as in text of several lines.
  /// - Returns: The text.
  public func withSymbols(keepingLines lines: Bool = false) -> String {
    guard mayHideMarks else { return String(self) }
    return unicodeScalars.reduce(into: "") { text, scalar in
      if let mark = HiddenMark(scalar), !(lines && scalar == "\n") {
        text += mark.symbol
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
  }

  /// Whether a byte of the text begins a hidden mark or one of its neighbours: quicker than to look.
  private var mayHideMarks: Bool {
    utf8.contains { $0 < 0x20 || [0x7f, 0xc2, 0xd8, 0xe2, 0xef].contains($0) }
  }
}

extension Diagnostic {
  /// That a text of a user holds a hidden mark.
  ///
  /// - Parameters:
  ///   - mark: The mark.
  ///   - what: What holds it, for messages: «the text».
  ///   - position: Where that stands.
  public init(_ mark: HiddenMark, in what: String, at position: SourcePosition) {
    self.init(
      "\(what) holds \(mark.code), \(mark.kind)", at: position,
      help: mark.kind == "a line break"
        ? "write it on one line" : "delete it; where it does not show, write the text anew")
  }
}
