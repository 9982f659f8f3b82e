import Diagnostics
public import Documents
public import RateBooks

/// Where a number in a scenario comes from.
public enum Source: Hashable, Sendable {
  /// A publication with title and address.
  case reference(Reference)
  /// A document the author names in words.
  case document(String)
  /// Nobody published it: the author's own choice, with the reason.
  case assumption(String)
}

extension Source: CustomStringConvertible {
  public var description: String {
    switch self {
    case .reference(let reference): reference.description
    case .document(let words): words
    case .assumption(let why): "assumption: \(why)"
    }
  }
}

extension Source {
  /// Whether the author chose the value because nobody published one.
  public var isAssumption: Bool {
    if case .assumption = self { true } else { false }
  }

  /// `"assumption: why"`, the name of a document in words, or a reference with title and address.
  public static let grammar = Grammar<Source>.either(
    Reference.grammar.map(Source.reference),
    when: { if case .mapping = $0.content { true } else { false } },
    or: Grammar<String>.text.checked { text, position in
      let why = text.trimmingPrefix(prefix).allSatisfy(\.isWhitespace)
      guard text.hasPrefix(prefix), why else { return nil }
      return Diagnostic(
        "the assumption gives no reason", at: position,
        help: "say after 'assumption:' why this value, for example that no figure is published")
    }.map { text in
      guard text.hasPrefix(prefix) else { return .document(text) }
      return .assumption(
        text.trimmingPrefix(prefix).trimmingPrefix(while: \.isWhitespace).description)
    })

  private static let prefix = "assumption:"
}
