public import Diagnostics

/// A YAML document as written: text, lists and mappings, each with its place in the file.
///
/// Nothing is typed yet. `2021-05-01` is text until a ``Grammar`` reads it as a date, so YAML's own
/// surprises (`no` as false, `12:30` as 750) cannot happen.
public struct Node: Sendable {
  public enum Content: Sendable {
    /// Characters as written. `isQuoted` tells `"null"` from `null`.
    case scalar(String, isQuoted: Bool)
    case sequence([Node])
    case mapping([Entry])
  }

  public struct Entry: Sendable {
    public var key: Located<String>
    public var value: Node

    public init(key: Located<String>, value: Node) {
      (self.key, self.value) = (key, value)
    }
  }

  public var content: Content
  public var position: SourcePosition

  public init(_ content: Content, at position: SourcePosition) {
    (self.content, self.position) = (content, position)
  }
}

extension Node {
  /// Whether the author wrote `null`, `~` or nothing at all.
  public var isNull: Bool {
    guard case .scalar(let text, isQuoted: false) = content else { return false }
    return ["", "~", "null"].contains(text)
  }

  /// The entries of a mapping; none for anything else.
  public var entries: [Entry] {
    guard case .mapping(let entries) = content else { return [] }
    return entries
  }

  /// The value of a key of a mapping.
  public subscript(key: String) -> Node? {
    entries.first { $0.key.value == key }?.value
  }

  /// The whole text of a word or number; `nil` for lists and mappings.
  public var text: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }

  /// What the author wrote, for messages: the text itself, or what kind of thing stands there.
  public var asTyped: String {
    switch content {
    case .scalar(let text, _):
      text.allSatisfy(\.isWhitespace) ? "empty" : Self.shortened(text)
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }

  /// What the author wrote, with its quotes: `"12"` is not the number 12.
  var inQuotesIfTyped: String {
    switch content {
    case .sequence(let items) where items.isEmpty: return "empty"
    case .mapping(let entries) where entries.isEmpty: return "empty"
    default: break
    }
    guard case .scalar(let text, isQuoted: true) = content, !text.allSatisfy(\.isWhitespace)
    else { return asTyped }
    return "\"\(asTyped)\""
  }

  static func shortened(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    return line.count > 60 ? line.prefix(57) + "…" : line
  }
}

extension Node {
  /// A mapping of words that the program writes itself.
  public static func mapping(
    _ words: KeyValuePairs<String, String>, at position: SourcePosition
  ) -> Node {
    Node(
      .mapping(
        words.map { key, text in
          Entry(
            key: Located(key, written: key, at: position),
            value: Node(.scalar(text, isQuoted: true), at: position))
        }), at: position)
  }
}
