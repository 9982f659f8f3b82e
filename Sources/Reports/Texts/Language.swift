import Diagnostics
import Documents

/// The languages reports are written in.
public enum Language: String, CaseIterable, Sendable {
  case english = "en"
  case norwegian = "nb"
  case danish = "da"

  var thousands: String {
    switch self {
    case .english: ","
    case .norwegian: "\u{a0}"
    case .danish: "."
    }
  }

  var decimalMark: String { self == .english ? "." : "," }

  /// The words of the language, by key.
  func words() -> [String: String] {
    let text =
      switch self {
      case .english: EmbeddedTexts.en
      case .norwegian: EmbeddedTexts.nb
      case .danish: EmbeddedTexts.da
      }
    let file = InputFile(path: "\(rawValue).yaml", text: text)
    guard let words = try? Grammar.names(of: Grammar<String>.text).read(Node(parsing: file)) else {
      preconditionFailure("the built-in words of '\(rawValue)' cannot be read")
    }
    return Dictionary(words.map { ($0.name.value, $0.value) }) { first, _ in first }
  }
}
